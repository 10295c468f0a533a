import { createUserSigHandler, getUserSig, requireUserSig } from '@usersig/edge'
import { userOfSession } from './session.ts'

const credentials = {
  sdkAppId: Number(Deno.env.get('USERSIG_SDKAPPID')),
  secretKey: Deno.env.get('USERSIG_SECRETKEY') ?? '',
}
const sessionSecret = Deno.env.get('SESSION_SECRET') ?? ''

const issue = createUserSigHandler({
  credentials,
  authenticate: (request) => userOfSession(request, sessionSecret),
  // Stands in for your own rules: everybody may listen in the lobby, and there is no other room.
  authorizeRoom: ({ strRoomId }) => (strRoomId === 'lobby' ? 'audience' : null),
})

const me = requireUserSig((request) => Response.json({ userId: getUserSig(request).userId }), { credentials })

Deno.serve({ port: Number(Deno.env.get('PORT') ?? 8000) }, (request) => {
  const { pathname } = new URL(request.url)
  if (pathname === '/usersig') return issue(request)
  if (pathname === '/me') return me(request)
  return new Response('not found', { status: 404 })
})
