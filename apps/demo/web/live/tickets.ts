import { batch, effect, signal } from '@preact/signals'
import {
  createUserSigSource,
  type IssuedTickets,
  type Room,
  type SourceFetch,
  type UserSigSource,
  UserSigSourceError,
} from '@usersig/client'
import { learnSkew } from '../state/skew.ts'
import { connected, note } from './log.ts'
import { meetServer, onUserChange, session } from './server.ts'

/** Tickets that are drawn. */
const KEPT = 8

/** The latest tickets that this page got, the last one last. */
export const tickets = signal<readonly IssuedTickets[]>([])

/** How often the ticket was renewed. */
export const renewals = signal(0)

/** Why the last ticket was not to be had. */
export const failure = signal<unknown>(undefined)

/** Whether tickets are renewed before they end. */
export const following = signal(true)

/** Whether a ticket is on its way that somebody asked for. */
export const busy = signal(false)

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
    // What the page gave up itself is no news.
    if (!request.signal?.aborted) note({ kind: 'unreachable' })
    throw error
  }
}

/** Fetches a ticket for whoever is logged in, and keeps it fresh from then on, if that is wanted. */
export async function getTicket(room: Room | undefined): Promise<void> {
  const userId = session.value?.userId
  if (userId === undefined) return
  busy.value = true
  await forget()
  source = createUserSigSource({
    endpoint: new URL('api/usersig', document.baseURI).href,
    fetch: watchedFetch,
    userId,
    // The page knows when the server is back, and wakes the source: long pauses between retries would only delay it.
    retries: 1,
    ...(room && { room }),
  })
  if (following.value) follow(true)
  else await take(source.get())
}

/** Fetches a fresh ticket, whatever is at hand. */
export async function refresh(): Promise<void> {
  if (!source) return
  busy.value = true
  await take(source.refresh())
}

export function follow(wanted: boolean): void {
  following.value = wanted
  if (!wanted) waitForFirst()
  unsubscribe?.()
  unsubscribe = wanted ? source?.subscribe(keep, fail) : undefined
}

/** Who does not follow waits for the first ticket all the same. */
function waitForFirst(): void {
  if (source && tickets.peek().length === 0) void take(source.get())
}

async function forget(): Promise<void> {
  unsubscribe?.()
  unsubscribe = undefined
  attempt = 0
  batch(() => {
    failure.value = undefined
    tickets.value = []
    renewals.value = 0
  })
  const last = source
  source = undefined
  await last?.stop({ forget: true })
}

async function take(answer: Promise<IssuedTickets>): Promise<void> {
  try {
    keep(await answer)
  } catch (error) {
    fail(error)
  }
}

function keep(credentials: IssuedTickets): void {
  attempt = 0
  busy.value = false
  failure.value = undefined
  const { length } = tickets.value
  // Those who subscribe and those who asked get the same.
  if (tickets.value[length - 1]?.userSig === credentials.userSig) return
  note({ kind: 'renewed', expire: credentials.expire })
  if (length > 0) renewals.value += 1
  learnSkew(credentials.issuedAt)
  tickets.value = [...tickets.value, credentials].slice(-KEPT)
}

function fail(error: unknown): void {
  const { code, retryable, status } = UserSigSourceError.is(error) ? error : ({} as Partial<UserSigSourceError>)
  // Those who subscribe and those who asked hear of the same failure.
  if (code === 'stopped' || error === failure.value) return
  attempt = 0
  busy.value = false
  failure.value = error
  // A subscription goes on by itself where that may help.
  note({ kind: retryable && following.value ? 'retries' : 'failed', code: code ?? '' })
  // Somebody else may be logged in by now, or nobody.
  if (status === 401 || code === 'invalid_answer') void meetServer()
}

// Who logs out, or in as somebody else, leaves no ticket behind.
onUserChange(() => {
  busy.value = false
  void forget()
})

// What failed is asked for again as soon as there is reason to hope; what was refused is not.
effect(() => {
  const back = connected.value && !broken.value
  const error = failure.peek()
  if (!back || !UserSigSourceError.is(error) || !error.retryable) return
  source?.wake()
  // To wake it helps those who subscribe.
  if (!following.peek()) waitForFirst()
})
