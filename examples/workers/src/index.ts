import { createUserSigHandler, type ExecutionContext, getUserSig, requireUserSig } from '@usersig/edge'
import { userOfSession } from './session.ts'

interface Env {
  /** In `vars` of wrangler.jsonc: it is no secret. */
  readonly USERSIG_SDKAPPID: string
  /** `npx wrangler secret put USERSIG_SECRETKEY` */
  readonly USERSIG_SECRETKEY: string
  /** `npx wrangler secret put SESSION_SECRET` */
  readonly SESSION_SECRET: string
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

export default {
  fetch(request: Request, env: Env, ctx: ExecutionContext): Response | Promise<Response> {
    const { pathname } = new URL(request.url)
    if (pathname === '/usersig') return issue(request, env, ctx)
    if (pathname === '/me') return me(request, env, ctx)
    return new Response('not found', { status: 404 })
  },
}
