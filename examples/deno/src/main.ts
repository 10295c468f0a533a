import { getUserSig, issueUserSig, requireUserSig } from '@usersig/edge'
import { userOfSession } from './session.ts'

// The key comes from USERSIG_SDKAPPID and USERSIG_SECRETKEY.
const issue = issueUserSig({
  authenticate: (request) => userOfSession(request, Deno.env.get('SESSION_SECRET')),
  // Stands in for your own rules: everybody may listen in the lobby, and there is no other room.
  authorizeRoom: ({ strRoomId }) => (strRoomId === 'lobby' ? 'audience' : null),
})

const me = requireUserSig()((request) => Response.json({ userId: getUserSig(request).userId }))

Deno.serve({ port: Number(Deno.env.get('PORT') ?? 8000) }, (request) => {
  const { pathname } = new URL(request.url)
  if (pathname === '/usersig') return issue(request)
  if (pathname === '/me') return me(request)
  return new Response('not found', { status: 404 })
})
