import { createClock } from './clock.ts'
import { type Credentials, isCredentials, type Room, toBody } from './credentials.ts'
import { UserSigSourceError } from './errors.ts'
import { request } from './request.ts'
import type { GetOptions, SourceOptions, UserSigSource } from './source-options.ts'

/** What is known of one room, or of no room. */
interface Slot {
  readonly room: Room | undefined
  held?: Credentials | undefined
  flight?: Shared | undefined
}

/** A request that several may wait for. */
interface Shared {
  readonly landed: Promise<Credentials>
  cancel(error?: unknown): void
  waiting: number
}

/** Longest sleep of the timer, in seconds: timers stand still while the device sleeps, and overflow at 2^31 ms. */
const LONGEST_SLEEP = 60

/**
 * Makes a source of credentials over a UserSig endpoint.
 *
 * @throws TypeError if `storage` is given without `userId`: one user's tickets must not reach the next
 * @example
 * const source = createUserSigSource({ endpoint: '/usersig' })
 * const { sdkAppId, userId, userSig } = await source.get()
 */
export function createUserSigSource(options: SourceOptions): UserSigSource {
  const { storage, userId, refreshAhead = 300 } = options
  if (storage && !userId) throw new TypeError('storage needs userId')
  const storageKey = `usersig:${userId}:${toBody(options.room)}`
  const clock = createClock()
  const slots = new Map<string, Slot>()
  const listeners = new Set<Parameters<UserSigSource['subscribe']>>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let stopped: UserSigSourceError | undefined

  function slotOf(room = options.room): Slot {
    const name = toBody(room)
    const slot = slots.get(name) ?? { room }
    slots.set(name, slot)
    return slot
  }
  const untilRenewal = (set?: Credentials) =>
    set ? set.expiresAt - clock.now() - Math.min(refreshAhead, set.expire / 2) : 0
  const ifValid = (set?: Credentials) => (set && set.expiresAt > clock.now() ? set : undefined)

  async function load(): Promise<void> {
    try {
      const [skew, set] = JSON.parse((await storage?.getItem(storageKey)) as string)
      if (!isCredentials(set, options.room, userId)) return
      clock.set(Date.now() / 1000 + skew)
      slotOf().held = set
    } catch {
      // Without a storage, or with one that does not work, credentials are fetched.
    }
  }

  async function save(set: Credentials): Promise<void> {
    try {
      await storage?.setItem(storageKey, JSON.stringify([clock.now() - Date.now() / 1000, set]))
    } catch {
      // A full storage costs one more request after the next reload, nothing else.
    }
  }

  /**
   * Starts a request, or joins the one under way. It is given up when everybody who waits for it has given up; a caller
   * without a signal never does.
   */
  function fly(slot: Slot, signal?: AbortSignal): Promise<Credentials> {
    slot.flight ??= depart(slot)
    const { flight } = slot
    flight.waiting++
    return new Promise((resolve, reject) => {
      const abort = () => {
        reject(signal?.reason)
        if (--flight.waiting) return
        // Whoever asks from now on does not wait for what was given up.
        slot.flight = undefined
        flight.cancel()
      }
      signal?.addEventListener('abort', abort)
      flight.landed.then(resolve, reject).finally(() => {
        signal?.removeEventListener('abort', abort)
        if (slot.flight === flight) slot.flight = undefined
      })
    })
  }

  function depart(slot: Slot): Shared {
    const { promise, cancel } = request(options, slot.room)
    const landed = promise.then(({ set, now }) => {
      clock.set(now)
      slot.held = set
      if (slot === slotOf()) {
        void save(set)
        for (const [listener] of listeners) tell(listener, set)
        watch()
      }
      return set
    })
    return { landed, cancel, waiting: 0 }
  }

  async function get({ room, signal }: GetOptions = {}, force?: boolean): Promise<Credentials> {
    await loaded
    if (stopped) throw stopped
    if (signal?.aborted) throw signal.reason
    const slot = slotOf(room)
    const { held } = slot
    if (!force && held && untilRenewal(held) > 0) return held
    try {
      return await fly(slot, signal)
    } catch (error) {
      const valid = !force && (error as UserSigSourceError).retryable && ifValid(held)
      if (valid) return valid
      throw error
    }
  }

  /** Renews when it is time, for those who listen. */
  function watch(pause?: number): void {
    clearTimeout(timer)
    if (stopped || listeners.size === 0) return
    timer = setTimeout(
      () => {
        if (untilRenewal(slotOf().held) > 0) watch()
        else renew()
      },
      (pause ?? Math.min(untilRenewal(slotOf().held), LONGEST_SLEEP)) * 1000,
    )
  }

  function renew(): void {
    fly(slotOf()).catch((error: UserSigSourceError) => {
      for (const [, onError] of listeners) tell(onError, error)
      // What was refused is not asked for again by itself.
      if (error.retryable) watch(error.retryAfter ?? 30 + 30 * Math.random())
    })
  }

  const loaded = load()
  return {
    get: (wanted) => get(wanted),
    refresh: (wanted) => get(wanted, true),
    current: ({ room } = {}) => ifValid(slotOf(room).held),
    subscribe(listener, onError) {
      const entry: Parameters<UserSigSource['subscribe']> = [listener, onError]
      listeners.add(entry)
      void loaded.then(() => {
        const { held } = slotOf()
        if (listeners.has(entry) && held && untilRenewal(held) > 0) tell(listener, held)
        watch()
      })
      return () => {
        listeners.delete(entry)
        watch()
      }
    },
    async stop({ forget } = {}) {
      stopped ??= new UserSigSourceError('stopped', 'the source was stopped')
      clearTimeout(timer)
      listeners.clear()
      for (const { flight } of slots.values()) flight?.cancel(stopped)
      slots.clear()
      if (forget) await storage?.removeItem(storageKey)
    },
  }
}

/** A listener that throws is a fault of the app, which hears of it as of any rejection, and not of the others. */
function tell<T>(listener: ((value: T) => void) | undefined, value: T): void {
  void Promise.resolve(value).then(listener)
}
