import { effect, signal } from '@preact/signals'
import type { About } from '../../server/site.ts'
import type { DemoUser } from '../../server/users.ts'
import { learnSkew } from '../state/skew.ts'

/** What the server tells of itself. */
export interface Config extends About {
  readonly users: readonly DemoUser[]
}

/** Who is logged in, and for how long tickets are signed, in seconds. */
export interface Session {
  readonly userId: string
  readonly expire: number
}

/** A server that does not answer within this time counts as not there, in milliseconds. */
const PATIENCE = 2500

/** `undefined` before the server has answered, `null` where there is none. */
export const config = signal<Config | null | undefined>(undefined)

export const session = signal<Session | null>(null)

/** Counts what may change who is logged in. */
let moves = 0

/** Asks the server who it is and who is logged in. Without a server all other panels work. */
export async function meetServer(): Promise<void> {
  const asked = ++moves
  try {
    const [about, me] = await Promise.all([call('GET', 'api/config'), call('GET', 'api/me')])
    const { userId, expire } = await me.json()
    // Whoever has logged in or out meanwhile knows better.
    if (asked === moves) takeSession(userId === null ? null : { userId, expire })
    config.value = await about.json()
    const sent = Date.parse(about.headers.get('date') ?? '')
    if (!Number.isNaN(sent)) learnSkew(sent / 1000)
  } catch {
    // A server that was there once will be there again: what is known of it stays on the page.
    config.value ??= null
  }
}

export async function login(user: string, expire: number): Promise<void> {
  const next: Session = await (await call('POST', 'api/login', { user, expire })).json()
  moves += 1
  takeSession(next)
}

export async function logout(): Promise<void> {
  await call('POST', 'api/logout')
  moves += 1
  takeSession(null)
}

/** What stays the same is no news. */
function takeSession(next: Session | null): void {
  const { userId, expire } = session.value ?? {}
  if (next?.userId !== userId || next?.expire !== expire) session.value = next
}

/** Another tab may have logged somebody else in or out meanwhile. */
export function keepInTouch(): () => void {
  const meet = () => {
    if (document.visibilityState === 'visible') void meetServer()
  }
  addEventListener('online', meet)
  document.addEventListener('visibilitychange', meet)
  return () => {
    removeEventListener('online', meet)
    document.removeEventListener('visibilitychange', meet)
  }
}

/** Calls back whenever somebody else is logged in than before, or nobody. */
export function onUserChange(listener: () => void): void {
  let last = session.peek()?.userId
  effect(() => {
    const userId = session.value?.userId
    if (userId === last) return
    last = userId
    listener()
  })
}

async function call(method: string, path: string, body?: object): Promise<Response> {
  const json = body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
  const response = await fetch(path, { method, ...json, signal: AbortSignal.timeout(PATIENCE) })
  if (response.ok && response.headers.get('content-type')?.startsWith('text/html') !== true) return response
  // A server of files answers what it does not have with its start page.
  throw new Error(`the server answered ${response.status}`)
}
