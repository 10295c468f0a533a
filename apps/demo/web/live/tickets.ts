import { effect, signal } from '@preact/signals'
import {
  type Credentials,
  createUserSigSource,
  type Room,
  type SourceFetch,
  type UserSigSource,
  UserSigSourceError,
} from '@usersig/client'
import { note } from './log.ts'
import { session } from './server.ts'

/** Tickets that are drawn. */
const KEPT = 8

/** The tickets that this page got, the latest last. */
export const tickets = signal<readonly Credentials[]>([])

/** Why the last ticket was not to be had. */
export const failure = signal<unknown>(undefined)

/** Whether tickets are renewed before they end. */
export const following = signal(true)

/** Whether requests are made to fail, to see what the client does about it. */
export const broken = signal(false)

let source: UserSigSource | undefined
let unsubscribe: (() => void) | undefined
let attempt = 0

/** Notes every request; the source takes it in the place of `fetch`. */
const watchedFetch: SourceFetch = async (url, request) => {
  note({ kind: 'asks', attempt })
  attempt += 1
  try {
    if (broken.value) throw new TypeError('the connection is cut')
    return await fetch(url, request as RequestInit)
  } catch (error) {
    note({ kind: 'unreachable' })
    throw error
  }
}

/** Fetches a ticket for whoever is logged in, and keeps it fresh from then on, if that is wanted. */
export async function getTicket(room: Room | undefined): Promise<void> {
  const userId = session.value?.userId
  if (userId === undefined) return
  await stop()
  tickets.value = []
  attempt = 0
  source = createUserSigSource({ endpoint: '/api/usersig', fetch: watchedFetch, userId, ...(room && { room }) })
  await take(source.get())
  follow(following.value)
}

/** Fetches a fresh ticket, whatever is at hand. */
export async function refresh(): Promise<void> {
  if (source) await take(source.refresh())
}

export function follow(wanted: boolean): void {
  following.value = wanted
  unsubscribe?.()
  unsubscribe = wanted ? source?.subscribe(keep, fail) : undefined
}

/** Forgets all tickets: for the logout. */
export async function stop(): Promise<void> {
  unsubscribe = undefined
  failure.value = undefined
  await source?.stop({ forget: true })
  source = undefined
}

async function take(answer: Promise<Credentials>): Promise<void> {
  try {
    keep(await answer)
  } catch (error) {
    fail(error)
  }
}

function keep(credentials: Credentials): void {
  attempt = 0
  failure.value = undefined
  // The one that `get` gave comes once more to those who subscribe.
  if (tickets.value.at(-1)?.userSig === credentials.userSig) return
  note({ kind: 'renewed', expire: credentials.expire })
  tickets.value = [...tickets.value, credentials].slice(-KEPT)
}

function fail(error: unknown): void {
  attempt = 0
  if (error instanceof UserSigSourceError && error.code === 'stopped') return
  failure.value = error
  note({ kind: 'failed', ...(error instanceof UserSigSourceError && { code: error.code }) })
}

// Who logs out, or in as somebody else, leaves no ticket behind.
effect(() => {
  if (session.value === null) {
    tickets.value = []
    void stop()
  }
})
