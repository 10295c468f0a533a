import { type ExecutionContext, getUserSig, issueUserSig, requireUserSig } from '@usersig/edge'
import { userOfSession } from './session.ts'

interface Env {
  /** In `vars` of wrangler.jsonc: it is not a secret. */
  readonly USERSIG_SDKAPPID: string
  /** `npx wrangler secret put USERSIG_SECRETKEY` */
  readonly USERSIG_SECRETKEY: string
  /** `npx wrangler secret put SESSION_SECRET` */
  readonly SESSION_SECRET: string
  /** In `ratelimits` of wrangler.jsonc, which says how many tickets a user gets. */
  readonly TICKETS: { limit(options: { key: string }): Promise<{ success: boolean }> }
}

// The key comes from USERSIG_SDKAPPID and USERSIG_SECRETKEY of env.
const issue = issueUserSig<Env>({
  authenticate: (request, { env }) => userOfSession(request, env.SESSION_SECRET),
  // Stands in for your own rules: everybody may listen in the lobby, and there is no other room.
  authorizeRoom: ({ strRoomId }) => (strRoomId === 'lobby' ? 'audience' : null),
  limit: async ({ userId }, _request, { env }) =>
    (await env.TICKETS.limit({ key: userId })).success ? undefined : { retryAfter: 60 },
})

const me = requireUserSig()((request) => Response.json({ userId: getUserSig(request).userId }))

export default {
  fetch(request: Request, env: Env, ctx: ExecutionContext): Response | Promise<Response> {
    const { pathname } = new URL(request.url)
    if (pathname === '/usersig') return issue(request, env, ctx)
    if (pathname === '/me') return me(request, env, ctx)
    return new Response('not found', { status: 404 })
  },
}
