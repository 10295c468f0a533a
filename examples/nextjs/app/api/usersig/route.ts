import { createUserSigHandler } from '@usersig/edge'
import { userOfSession } from '../../../lib/session'
import { credentials } from '../../../lib/usersig'

export const POST = createUserSigHandler({
  credentials,
  authenticate: (request) => userOfSession(request, process.env['SESSION_SECRET'] ?? ''),
  // Stands in for your own rules: everybody may listen in the lobby, and there is no other room.
  authorizeRoom: ({ strRoomId }) => (strRoomId === 'lobby' ? 'audience' : null),
})
