import type { Credentials, Room } from './credentials.ts'
import type { UserSigSourceError } from './errors.ts'
import type { RequestOptions } from './request.ts'

/** Where credentials outlive the page: `localStorage`, `sessionStorage`, React Native's AsyncStorage. */
export interface SourceStorage {
  /** What was kept under a key. */
  getItem(key: string): string | null | undefined | Promise<string | null | undefined>
  /** Keeps a text under a key; it holds a ticket. */
  setItem(key: string, value: string): unknown
  /** Forgets it. */
  removeItem(key: string): unknown
}

/** Options of {@link createUserSigSource}. */
export interface SourceOptions extends RequestOptions {
  /** Room of the PrivateMapKey that every set comes with. @defaultValue none, and no PrivateMapKey */
  readonly room?: Room
  /** How many seconds before its end a set is renewed, never more than half of its lifetime. @defaultValue 300 */
  readonly refreshAhead?: number
  /** Keeps the credentials of the source's own room over a reload; needs `userId`. @defaultValue none: in memory only */
  readonly storage?: SourceStorage
}

/** Options of one call. */
export interface GetOptions {
  /** Gives up waiting; the request itself is given up when nobody waits for it any more. */
  readonly signal?: AbortSignal | undefined
  /** Another room than the one of the source; its set is kept beside the others. */
  readonly room?: Room | undefined
}

/** Credentials that are valid whenever they are asked for. */
export interface UserSigSource {
  /**
   * Gives valid credentials: those at hand, or fresh ones. Callers at the same time share one request. Those at hand are
   * given at once, also while they are renewed.
   *
   * @param options - Another room, and a signal that gives up waiting.
   * @throws UserSigSourceError if none can be had; what the signal was aborted with.
   */
  get(options?: GetOptions): Promise<Credentials>
  /**
   * Gives fresh credentials, whatever is at hand: after the service refused a ticket, for example.
   *
   * @param options - Another room, and a signal that gives up waiting.
   * @throws UserSigSourceError if none can be had; what the signal was aborted with.
   */
  refresh(options?: GetOptions): Promise<Credentials>
  /** The credentials at hand, without a request; `undefined` before the first set and after the last one's end. */
  current(options?: Pick<GetOptions, 'room'>): Credentials | undefined
  /**
   * Keeps the set of the source's own room valid until the returned function is called.
   *
   * @param listener - Called with every new set.
   * @param onError - Called when a renewal failed; it is tried again if the error is `retryable`.
   * @returns A function that ends it.
   */
  subscribe(listener: (credentials: Credentials) => void, onError?: (error: UserSigSourceError) => void): () => void
  /**
   * Ends timers, requests and subscriptions; who still waits gets an error with the code `stopped`.
   * What is in memory is forgotten in any case.
   *
   * @param options - What else is done.
   * @param options.forget - Also removes what is in the storage: for the logout.
   */
  stop(options?: { readonly forget?: boolean }): Promise<void>
}
