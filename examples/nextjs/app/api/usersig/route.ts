import { issueUserSig } from '@usersig/edge'
import { userOfSession } from '../../../lib/session'

// The key comes from USERSIG_SDKAPPID and USERSIG_SECRETKEY.
export const POST = issueUserSig({
  authenticate: (request) => userOfSession(request, process.env.SESSION_SECRET),
  // Stands in for your own rules: everybody may listen in the lobby, and there is no other room.
  authorizeRoom: ({ strRoomId }) => (strRoomId === 'lobby' ? 'audience' : null),
})
