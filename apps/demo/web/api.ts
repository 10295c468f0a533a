import type { IssuedCredentials } from '@usersig/core'
import { texts } from './texts.ts'

export interface DemoUser {
  readonly id: string
  readonly name: string
  readonly about: string
  readonly ownRoom: number
}

export interface Config {
  readonly sdkAppId: number
  readonly sample: boolean
  readonly adapter: string
  readonly users: readonly DemoUser[]
}

/** A refusal of the server, from its problem document. */
export class Refusal extends Error {
  readonly code: string

  constructor(message: string, code: string) {
    super(message)
    this.code = code
  }
}

async function call(method: string, path: string, body?: object): Promise<Response> {
  const json = body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
  const response = await fetch(path, { method, ...json }).catch(() => {
    throw new Refusal(texts.failure.network, 'network')
  })
  if (response.ok) return response
  const problem = (await response.json().catch(() => ({}))) as { title?: string; detail?: string; code?: string }
  throw new Refusal(problem.detail ?? problem.title ?? response.statusText, problem.code ?? String(response.status))
}

export async function fetchConfig(): Promise<Config> {
  return (await call('GET', '/api/config')).json()
}

export async function fetchUserId(): Promise<string | null> {
  const { userId } = await (await call('GET', '/api/me')).json()
  return userId
}

export async function login(user: string): Promise<void> {
  await call('POST', '/api/login', { user })
}

export async function logout(): Promise<void> {
  await call('POST', '/api/logout')
}

/** The ticket of whoever is logged in, for the room if there is one. */
export async function fetchUserSig(room?: { roomId: number } | { strRoomId: string }): Promise<IssuedCredentials> {
  return (await call('POST', '/api/usersig', room)).json()
}
