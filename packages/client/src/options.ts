import type { AskOptions } from './ask.ts'
import type { UserSigSourceError } from './errors.ts'
import type { SourceSignal } from './platform.ts'
import type { TicketStorage } from './store.ts'
import { type Kinds, readOptions } from './strict.ts'
import type { IssuedTickets, Room } from './tickets.ts'

/** Options of `createUserSigSource`. Either `endpoint` or `tickets` is needed. */
export interface SourceOptions extends AskOptions {
  /** Room of the PrivateMapKey that the tickets come with. @defaultValue none, and no PrivateMapKey */
  readonly room?: Room | undefined
  /**
   * How many seconds before their end tickets are renewed, up to 86400; never more than half of their lifetime.
   * @defaultValue 300
   */
  readonly refreshAhead?: number | undefined
  /** How often a failed request is sent again before the caller gets the error. @defaultValue 4 */
  readonly retries?: number | undefined
  /**
   * Time limit of one `get()`, in seconds, including the storage, `headers`, all requests and pauses.
   * @defaultValue 15
   */
  readonly timeout?: number | undefined
  /**
   * UserID that the tickets have to be for; needed for a storage, and good where users change.
   * @defaultValue whoever the endpoint answers for
   */
  readonly userId?: string | undefined
  /**
   * What `keepIn` of `@usersig/client/storage` made: keeps the tickets of the source's own room over a reload, and
   * shares them among the tabs of a browser. Needs `userId`.
   * @defaultValue none: in memory only
   */
  readonly storage?: TicketStorage | undefined
}

/** Options of one call. */
export interface GetOptions {
  /** Stops waiting. The request itself is cancelled when no caller waits for it any more. */
  readonly signal?: SourceSignal | undefined
  /** Another room than the one of the source; its tickets are asked for each time, and not kept. */
  readonly room?: Room | undefined
}

/** Options of `stop`. */
export interface StopOptions {
  /** Also removes what is in the storage, and signs out the other tabs: for the logout. @defaultValue false */
  readonly forget?: boolean | undefined
}

/** Tickets that are valid whenever they are asked for. */
export interface UserSigSource {
  /**
   * Returns valid tickets: the current ones, or fresh ones. Concurrent callers share one request. Current tickets are
   * returned at once, even during a renewal.
   *
   * @param options - Another room, and a signal that stops waiting.
   * @throws UserSigSourceError if there are none; the reason of the signal; an error of a function of the app.
   */
  get(options?: GetOptions): Promise<IssuedTickets>
  /**
   * Always returns fresh tickets, for example after the service refused a ticket. It never returns the answer to a
   * request from before the call.
   *
   * @param options - Another room, and a signal that stops waiting.
   * @throws UserSigSourceError if there are none; the reason of the signal; an error of a function of the app.
   */
  refresh(options?: GetOptions): Promise<IssuedTickets>
  /** The tickets at hand, without a request; `undefined` before the first ones and after the end of the last ones. */
  current(): IssuedTickets | undefined
  /**
   * Keeps the tickets of the source's own room valid until the returned function is called.
   *
   * A renewal that failed is tried again after a pause that grows to 30 seconds, or after the endpoint's `Retry-After`,
   * of which four minutes count at most. After an error that is not `retryable` it is tried again on {@link UserSigSource.wake}.
   *
   * Whoever shows the user has to look at `onError`, too: after `stopped` and `signed_out`, {@link UserSigSource.current}
   * is `undefined`.
   *
   * @param listener - Called with the tickets at hand, and then with all that are new.
   * @param onError - Called when a renewal failed, and at once if the last one did and there are no tickets. Called once
   * with the code `stopped` after {@link UserSigSource.stop}, which ends the subscription, also one that begins later;
   * and once with `signed_out` when another tab signed out, after which tickets come again when a user logs in there.
   * @returns A function that ends it.
   */
  subscribe(listener: (tickets: IssuedTickets) => void, onError?: (error: UserSigSourceError) => void): () => void
  /**
   * Tries a renewal that failed again, now. A browser's events do it by themselves (`online`, `pageshow`,
   * `visibilitychange`); elsewhere call it when the app comes back to the front.
   */
  wake(): void
  /**
   * Ends timers, requests and subscriptions, for good; waiting callers and the `onError` of subscriptions get an error
   * with the code `stopped`. It always clears the tickets in memory. For the next login, create a new source.
   *
   * @param options - Whether to also clear the storage.
   */
  stop(options?: StopOptions): Promise<void>
}

const SECONDS = 'number from 0 to 86400'

const SOURCE_KINDS = {
  endpoint: 'string or URL object',
  tickets: 'function or object',
  toTickets: 'function',
  fetch: 'function',
  headers: 'function or object',
  withCookies: 'boolean',
  room: 'object',
  refreshAhead: SECONDS,
  retries: SECONDS,
  timeout: SECONDS,
  userId: 'string',
  storage: 'function: keepIn(storage)',
} satisfies Kinds<SourceOptions>

export const GET_KINDS: Kinds<GetOptions> = { room: 'object', signal: 'object' }
export const STOP_KINDS: Kinds<StopOptions> = { forget: 'boolean' }

export function readSourceOptions(given: SourceOptions): SourceOptions {
  const options = readOptions(given, SOURCE_KINDS)
  const { endpoint, tickets, fetch = globalThis.fetch } = options
  if (!endpoint === !tickets) throw new TypeError('either `endpoint` or `tickets` is needed')
  if (!tickets && !fetch) throw new TypeError('there is no global fetch: `fetch` is needed')
  return options
}
