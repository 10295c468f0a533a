import { sessionUser } from '@usersig/auth'
import { issueUserSig } from '@usersig/express-middleware'

// Who is logged in: session.userId, which app.js sets.
const authenticate = sessionUser()

// For app.post('/usersig', usersig): tickets for the user who is logged in.
export const usersig = issueUserSig({ authenticate })
