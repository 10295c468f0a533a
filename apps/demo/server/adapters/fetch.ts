import { createUserSigHandler } from '@usersig/edge'
import { type Demo, ISSUE_PATH } from '../demo.ts'

/** The whole demo as one fetch handler, with `@usersig/edge`: for every runtime that speaks Fetch. */
export function createFetch(demo: Demo): (request: Request) => Response | Promise<Response> {
  const { signer, site, userOf, authorizeRoom } = demo
  const issue = createUserSigHandler({
    signer,
    authenticate: (request) => userOf(request.headers.get('cookie')),
    authorizeRoom,
  })
  return (request) => (new URL(request.url).pathname === ISSUE_PATH ? issue(request) : site(request))
}
