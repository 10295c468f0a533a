import { issueUserSig } from '@usersig/edge'
import { type Demo, ISSUE_PATH } from 'demo/server/demo'
import { LIMITED } from 'demo/server/limit/limit'
import { createLimiter, refusal } from 'demo/server/limit/limiter'

/** The whole demo as one fetch handler, with `@usersig/edge`: for every runtime that speaks Fetch. */
export function createFetch(demo: Demo): (request: Request) => Response | Promise<Response> {
  const { signerOf, site, userOf, authorizeRoom, limit, activity } = demo
  const handle = issueUserSig({
    signer: (request) => signerOf(request.headers.get('cookie')),
    authenticate: (request) => userOf(request.headers.get('cookie')),
    authorizeRoom,
    ...activity.hooks,
  })
  const countTicket = createLimiter(limit)

  async function issue(request: Request): Promise<Response> {
    const userId = request.method === 'POST' ? await userOf(request.headers.get('cookie')) : null
    if (userId === null) return handle(request)
    const count = await countTicket(userId)
    if (count.exceeded) {
      activity.record({ kind: 'refused', ...LIMITED, userId })
      const { body, ...rest } = refusal(count)
      return new Response(body, rest)
    }
    const response = await handle(request)
    for (const [name, value] of Object.entries(count.headers)) response.headers.set(name, value)
    return response
  }
  return (request) => (new URL(request.url).pathname === ISSUE_PATH ? issue(request) : site(request))
}
