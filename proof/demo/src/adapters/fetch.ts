import { issueUserSig } from '@usersig/edge'
import { type Demo, ISSUE_PATH } from 'demo/server/demo'

/** The whole demo as one fetch handler, with `@usersig/edge`: for every runtime that speaks Fetch. */
export function createFetch({
  signerOf,
  site,
  userOf,
  issuing,
}: Demo): (request: Request) => Response | Promise<Response> {
  const issue = issueUserSig({
    signer: (request) => signerOf(request.headers.get('cookie')),
    authenticate: (request) => userOf(request.headers.get('cookie')),
    ...issuing,
  })
  return (request) => (new URL(request.url).pathname === ISSUE_PATH ? issue(request) : site(request))
}
