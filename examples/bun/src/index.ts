import { getUserSig, issueUserSig, requireUserSig } from '@usersig/edge'
import { userOfSession } from './session.ts'

// The key comes from USERSIG_SDKAPPID and USERSIG_SECRETKEY.
const issue = issueUserSig({
  authenticate: (request) => userOfSession(request, process.env.SESSION_SECRET),
  // Stands in for your own rules: everybody may listen in the lobby, and there is no other room.
  authorizeRoom: ({ strRoomId }) => (strRoomId === 'lobby' ? 'audience' : null),
})

const me = requireUserSig()((request) => Response.json({ userId: getUserSig(request).userId }))

const server = Bun.serve({
  routes: { '/usersig': (request) => issue(request), '/me': (request) => me(request) },
  fetch: () => new Response('not found', { status: 404 }),
})
console.log(`Listening on ${server.url}`)
