import { createUserSigHandler, getUserSig, requireUserSig } from '@usersig/edge'
import { userOfSession } from './session.ts'

const { USERSIG_SDKAPPID, USERSIG_SECRETKEY = '', SESSION_SECRET = '' } = process.env
const credentials = { sdkAppId: Number(USERSIG_SDKAPPID), secretKey: USERSIG_SECRETKEY }

const issue = createUserSigHandler({
  credentials,
  authenticate: (request) => userOfSession(request, SESSION_SECRET),
  // Stands in for your own rules: everybody may listen in the lobby, and there is no other room.
  authorizeRoom: ({ strRoomId }) => (strRoomId === 'lobby' ? 'audience' : null),
})

const me = requireUserSig((request) => Response.json({ userId: getUserSig(request).userId }), { credentials })

const server = Bun.serve({
  routes: { '/usersig': (request) => issue(request), '/me': (request) => me(request) },
  fetch: () => new Response('not found', { status: 404 }),
})
console.log(`Listening on ${server.url}`)
