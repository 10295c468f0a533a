import { createSession } from './lib/session.ts'

// Prints a cookie to try the example with: there is no login page here.
console.log(`session=${await createSession(process.argv[2] ?? 'alice', process.env['SESSION_SECRET'] ?? '')}`)
