import { createUserSigHandler, type ExecutionContext, getUserSig, requireUserSig } from '@usersig/edge'
import { userOfSession } from './session.ts'

interface Env {
  /** In `vars` of wrangler.jsonc: it is no secret. */
  readonly USERSIG_SDKAPPID: string
  /** `npx wrangler secret put USERSIG_SECRETKEY` */
  readonly USERSIG_SECRETKEY: string
  /** `npx wrangler secret put SESSION_SECRET` */
  readonly SESSION_SECRET: string
  /** In `ratelimits` of wrangler.jsonc, which says how many tickets a user gets. */
  readonly TICKETS: { limit(options: { key: string }): Promise<{ success: boolean }> }
}

// A function, because Workers have no env outside a request. It is asked once.
const credentials = (env: Env) => ({ sdkAppId: Number(env.USERSIG_SDKAPPID), secretKey: env.USERSIG_SECRETKEY })

const issue = createUserSigHandler<Env>({
  credentials,
  authenticate: (request, env) => userOfSession(request, env.SESSION_SECRET),
  // Stands in for your own rules: everybody may listen in the lobby, and there is no other room.
  authorizeRoom: ({ strRoomId }) => (strRoomId === 'lobby' ? 'audience' : null),
})

const me = requireUserSig<Env>((request) => Response.json({ userId: getUserSig(request).userId }), { credentials })

/** Counts by the user, not by the address, which a user can change and may share with others. */
async function issueWithinLimit(request: Request, env: Env, ctx: ExecutionContext): Promise<Response> {
  const userId = await userOfSession(request, env.SESSION_SECRET)
  if (userId !== null && !(await env.TICKETS.limit({ key: userId })).success) return tooManyTickets()
  return issue(request, env, ctx)
}

function tooManyTickets(): Response {
  const problem = {
    type: 'urn:usersig:problem:rate_limited',
    title: 'Too many tickets',
    status: 429,
    detail: 'wait as long as Retry-After says, and keep the ticket until it expires',
    code: 'rate_limited',
  }
  const headers = { 'content-type': 'application/problem+json', 'cache-control': 'no-store', 'retry-after': '60' }
  return new Response(JSON.stringify(problem), { status: 429, headers })
}

export default {
  fetch(request: Request, env: Env, ctx: ExecutionContext): Response | Promise<Response> {
    const { pathname } = new URL(request.url)
    if (pathname === '/usersig') return issueWithinLimit(request, env, ctx)
    if (pathname === '/me') return me(request, env, ctx)
    return new Response('not found', { status: 404 })
  },
}
