import { signal } from '@preact/signals'

export interface DemoUser {
  readonly id: string
  readonly name: string
  readonly ownRoom: number
}

/** What the server tells of itself. */
export interface Config {
  readonly sdkAppId: number
  readonly sample: boolean
  readonly adapter: string
  readonly users: readonly DemoUser[]
  /** How long tickets may be valid, in seconds, the usual lifetime first. */
  readonly lifetimes: readonly number[]
}

/** Who is logged in, and for how long tickets are signed, in seconds. */
export interface Session {
  readonly userId: string
  readonly expire: number
}

/** `undefined` before the server has answered, `null` where there is none. */
export const config = signal<Config | null | undefined>(undefined)

export const session = signal<Session | null>(null)

/** Asks the server who it is and who is logged in. Without a server all other panels work. */
export async function meetServer(): Promise<void> {
  try {
    const [about, me] = await Promise.all([call('GET', '/api/config'), call('GET', '/api/me')])
    const { userId, expire } = await me.json()
    session.value = userId === null ? null : { userId, expire }
    config.value = await about.json()
  } catch {
    config.value = null
  }
}

export async function login(user: string, expire: number): Promise<void> {
  session.value = await (await call('POST', '/api/login', { user, expire })).json()
}

export async function logout(): Promise<void> {
  await call('POST', '/api/logout')
  session.value = null
}

async function call(method: string, path: string, body?: object): Promise<Response> {
  const json = body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
  const response = await fetch(path, { method, ...json })
  if (response.ok) return response
  const { detail }: { detail?: string } = await response.json().catch(() => ({}))
  throw new Error(detail ?? `${response.status} ${response.statusText}`)
}
