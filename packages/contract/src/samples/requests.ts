import { expect } from 'vitest'
import { startLogin } from './login.ts'

export function post(url: string, headers: Record<string, string> = {}, body?: string): Promise<Response> {
  return fetch(url, { method: 'POST', headers, ...(body === undefined ? {} : { body }) })
}

export function bearer(token: string): Record<string, string> {
  return { authorization: `Bearer ${token}` }
}

/** The header that logs a user in at a sample that verifies access tokens. */
export async function loggedIn(user: string): Promise<Record<string, string>> {
  return bearer(await (await startLogin()).token(user))
}

/** What the handler answers, for tests that look at a field of it. */
export async function issued(answer: Response): Promise<{ userId: string; userSig: string; privileges: string[] }> {
  expect(answer.status).toBe(200)
  return (await answer.json()) as { userId: string; userSig: string; privileges: string[] }
}
