import { UserSigSourceError } from './errors.ts'
import type { UserSigSource } from './options.ts'
import { limitRetryAfter, pauseOf } from './pause.ts'
import { type Kinds, readOptions } from './strict.ts'
import type { IssuedTickets } from './tickets.ts'
import { hearBrowser } from './wake.ts'

/**
 * Where a login stands.
 *
 * - `renewing`: a ticket is fetched, or the login is under way.
 * - `ready`: logged in.
 * - `offline`: the endpoint or the service could not be reached; tried again by itself.
 * - `refused`: the endpoint or the service said no; tried again every five minutes, and when something changes.
 * - `kicked`: another device took the login over, or your server ended it; never tried again.
 */
export type LoginState = 'renewing' | 'ready' | 'offline' | 'refused' | 'kicked'

/** A reason in words, and one next step. */
export interface LoginCause {
  /** What it is, for programs. */
  readonly code: string
  /** What is the case. */
  readonly message: string
  /** What to do about it. */
  readonly action: string
}

/** Options of a login. */
export interface LoginOptions {
  /**
   * Says what a reason means: `explainError` of `@usersig/doctor`, which may be loaded when it is called. Its answer becomes
   * {@link LoginStatus.causes}; where it fails, there are none.
   *
   * @param reason - That of the status `refused`, `offline` or `kicked`.
   */
  readonly explain?: (reason: unknown) => readonly LoginCause[] | Promise<readonly LoginCause[]>
}

/** Where a login stands, and why. */
export interface LoginStatus {
  /** Where it stands. */
  readonly state: LoginState
  /** What led there: a UserSigSourceError, what the SDK threw, or how the SDK calls the kick. */
  readonly reason?: unknown
  /**
   * Why, in words, the most likely first: with the option `explain`, once it has answered. The listeners are called for it
   * with the same state.
   */
  readonly causes?: readonly LoginCause[]
}

/** A login that is kept up. */
export interface LoginSession {
  /** Where it stands; the same object until that changes. */
  current(): LoginStatus
  /**
   * Listens to changes.
   *
   * @param listener - Called with every new status.
   * @returns A function that ends it.
   */
  subscribe(listener: (status: LoginStatus) => void): () => void
  /**
   * Waits for the state `ready`, also while it is `offline`.
   *
   * @throws The reason of the state `refused` or `kicked`; a UserSigSourceError `stopped` after `stop()`.
   */
  ready(): Promise<void>
  /**
   * Tries again now what waits. A browser's events do it by themselves (`online`, `pageshow`, `visibilitychange`);
   * elsewhere call it when the app comes back to the front.
   */
  wake(): void
  /** Ends it; call it before the logout. */
  stop(): void
}

/** What differs between the SDKs. */
export interface LoginSdk {
  login(tickets: IssuedTickets): Promise<unknown>
  /** Starts to listen to the SDK's events; returns a function that ends it. */
  listen(events: {
    expired(): void
    kicked(reason: unknown): void
    /** Whether the SDK reaches its service: what is wrong, or nothing. */
    network(problem: unknown): void
  }): () => void
}

/**
 * Answers to a login that a fresh ticket may change: expired, or signed with a key that was replaced.
 * Source: https://trtc.io/document/34348
 */
const SPENT = [6206, 70001, 70009]

/** Codes of the service begin here; those of the SDKs, such as 2801 without a network, end below. */
const FIRST_OF_SERVICE = 10000

/** How long a refused login waits before it is tried again, in seconds. */
const REFUSED_PAUSE = 300

/** A login that lasted so long, in seconds, was a good one: the next pauses start small again. */
const LASTING = 60

const LOGIN_KINDS = { explain: 'function' } satisfies Kinds<LoginOptions>

class Session implements LoginSession {
  readonly #sdk: LoginSdk
  readonly #source: UserSigSource
  readonly #explain: LoginOptions['explain']
  readonly #listeners = new Set<(status: LoginStatus) => void>()
  readonly #endings: (() => void)[]
  #status: LoginStatus = { state: 'renewing' }
  #over = false
  #busy: 'fetching' | 'logging in' | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #failures = 0
  #readySince = 0
  /** The ticket of the last login, and the one that is known to be of no use any more. */
  #last: string | undefined
  #spent: string | undefined
  /** What keeps the SDK from its service. */
  #problem: unknown

  constructor(source: UserSigSource, sdk: LoginSdk, options: LoginOptions | undefined) {
    this.#explain = readOptions(options, LOGIN_KINDS).explain
    this.#source = source
    this.#sdk = sdk
    hearBrowser(this.wake, true)
    this.#endings = [
      () => hearBrowser(this.wake, false),
      sdk.listen({
        expired: () => this.#onExpired(),
        kicked: (reason) => this.#end('kicked', reason),
        network: (problem) => {
          this.#problem = problem
          if (this.#busy === 'logging in') this.#setByNetwork()
        },
      }),
      // Keeps the next ticket at hand, and hears of a logout, here or in another tab.
      source.subscribe(this.wake, (error) => /^(stopped|signed_out)$/.test(error.code) && this.#fail(error)),
    ]
    void this.#login()
  }

  readonly current = (): LoginStatus => this.#status

  readonly subscribe = (listener: (status: LoginStatus) => void): (() => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  readonly ready = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const look = ({ state, reason }: LoginStatus) => {
        if (state === 'renewing' || state === 'offline') return
        unsubscribe()
        if (state === 'ready') resolve()
        else reject(reason)
      }
      const unsubscribe = this.subscribe(look)
      look(this.#status)
    })

  readonly wake = (): void => {
    if (this.#timer) void this.#login()
  }

  readonly stop = (): void => this.#end('refused', new UserSigSourceError('stopped', 'the session was stopped'))

  #set(state: LoginState, reason?: unknown): void {
    const status = this.#tell({ state, reason })
    if (!this.#explain || reason === undefined) return
    const explained = Promise.resolve().then(() => this.#explain?.(reason))
    explained.then(
      (causes) => causes && this.#status === status && this.#tell({ ...status, causes }),
      () => {},
    )
  }

  #tell(status: LoginStatus): LoginStatus {
    this.#status = Object.freeze(status)
    for (const listener of this.#listeners) void Promise.resolve(status).then(listener)
    return status
  }

  #setByNetwork(): void {
    this.#set(this.#problem ? 'offline' : 'renewing', this.#problem)
  }

  #end(state: LoginState, reason: unknown): void {
    if (this.#over) return
    this.#over = true
    this.#clearTimer()
    for (const end of this.#endings) end()
    this.#set(state, reason)
  }

  #clearTimer(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
  }

  #loginAfter(seconds: number): void {
    this.#clearTimer()
    this.#timer = setTimeout(() => void this.#login(), seconds * 1000)
  }

  async #login(): Promise<void> {
    this.#clearTimer()
    if (this.#busy || this.#over) return
    this.#busy = 'fetching'
    this.#set('renewing')
    try {
      await this.#attempt()
    } catch (error) {
      this.#busy = undefined
      this.#fail(error)
    } finally {
      this.#busy = undefined
    }
  }

  async #attempt(): Promise<void> {
    let tickets = await this.#source.get()
    if (tickets.userSig === this.#spent) tickets = await this.#source.refresh()
    // The app may have logged out in the meantime, or another device logged in.
    if (this.#over) return
    this.#last = tickets.userSig
    this.#busy = 'logging in'
    // Some SDKs wait more than a minute for the network before their login fails.
    if (this.#problem) this.#setByNetwork()
    await this.#sdk.login(tickets)
    if (this.#over) return
    this.#readySince = Date.now()
    this.#set('ready')
  }

  #fail(error: unknown): void {
    if (this.#over) return
    const { code, retryAfter = 0, retryable } = Object(error) as Partial<UserSigSourceError>
    const ofSource = UserSigSourceError.is(error)
    const spent = SPENT.includes(Number(code))
    // The clock that counts is the service's; what it refuses may still look valid here.
    if (spent) this.#spent = this.#last
    const refused = ofSource ? !retryable : spent || Number(code) >= FIRST_OF_SERVICE
    if (code === 'stopped') this.#end('refused', error)
    else if (spent && !this.#failures++) this.#loginAfter(0)
    else {
      this.#set(refused ? 'refused' : 'offline', error)
      this.#loginAfter(refused ? REFUSED_PAUSE : Math.max(pauseOf(++this.#failures), limitRetryAfter(retryAfter)))
    }
  }

  #onExpired(): void {
    // The SDK may tell it again while the login is under way.
    if (this.#busy || this.#over || this.#timer) return
    this.#spent = this.#last
    if (Date.now() - this.#readySince > LASTING * 1000) this.#failures = 0
    this.#set('renewing')
    // Tickets that are refused as soon as they are used must not become a storm.
    this.#loginAfter(this.#failures++ ? pauseOf(this.#failures) : 0)
  }
}

/** Logs in, and keeps the user logged in until the session is stopped. */
export const keepLoggedIn = (source: UserSigSource, sdk: LoginSdk, options: LoginOptions | undefined): LoginSession =>
  new Session(source, sdk, options)
