import { createUserSigHandler } from '@usersig/edge'
import { userOfSession } from '../../../lib/session.ts'
import { credentials } from '../../../lib/usersig.ts'

export const POST = createUserSigHandler({
  credentials,
  authenticate: (request) => userOfSession(request, process.env['SESSION_SECRET'] ?? ''),
  // Stands in for your own rules: everybody may listen in the lobby, and there is no other room.
  authorizeRoom: ({ strRoomId }) => (strRoomId === 'lobby' ? 'audience' : null),
})
