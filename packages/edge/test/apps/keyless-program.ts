import { keyless } from './keyless.ts'

// As a program that is asked once: what it cannot do, it says before that.
const issued = await keyless(new Request('https://example.com/usersig', { method: 'POST' }))
const { userId, userSig } = (await issued.json()) as { userId: string; userSig: string }
const headers = { authorization: `Bearer ${userSig}` }
const guarded = await keyless(new Request('https://example.com/me', { headers }))
console.log(issued.status, userId, guarded.status, await guarded.text())
