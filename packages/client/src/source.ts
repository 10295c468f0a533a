import { createClock } from './clock.ts'
import { type Credentials, isCredentials, type Room, toBody } from './credentials.ts'
import { UserSigSourceError } from './errors.ts'
import { type Flight, request } from './request.ts'
import type { GetOptions, SourceOptions, UserSigSource } from './source-options.ts'

/** What is known of one room, or of no room. */
interface Slot {
  readonly room: Room | undefined
  held?: Credentials
  /** When the set is to be renewed, by the server's clock. */
  due: number
  flight?: Flight | undefined
}

/** Longest sleep of the timer, in seconds: timers stand still while the device sleeps, and overflow at 2^31 ms. */
const LONGEST_SLEEP = 60

/**
 * Makes a source of credentials over a UserSig endpoint.
 *
 * @param options - Where the endpoint is, how it is asked, when tickets are renewed; times in seconds.
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
    const slot = slots.get(name) ?? { room, due: 0 }
    slots.set(name, slot)
    return slot
  }
  const ifValid = ({ held }: Slot) => (held && held.expiresAt > clock.now() ? held : undefined)
  /** How many seconds a set is still valid; very many without one, which puts nothing forward. */
  const leftOf = (slot: Slot) => (ifValid(slot)?.expiresAt ?? 1e12) - clock.now()

  async function load(): Promise<void> {
    const [skew, held, due] = JSON.parse((await storage?.getItem(storageKey)) as string)
    if (stopped || !isCredentials(held, options.room, userId)) return
    clock.set(Date.now() / 1000 + skew)
    Object.assign(slotOf(), { held, due })
  }

  async function save({ held, due }: Slot): Promise<void> {
    await storage?.setItem(storageKey, JSON.stringify([clock.now() - Date.now() / 1000, held, due]))
  }

  /**
   * Starts a request, or joins the one under way. It is given up when everybody who waits for it has given up; a caller
   * without a signal never does.
   */
  function fly(slot: Slot, signal?: AbortSignal): Promise<Credentials> {
    slot.flight ??= depart(slot)
    const flight = slot.flight
    flight.waiting++
    return new Promise((resolve, reject) => {
      const abort = () => {
        reject(reasonOf(signal as AbortSignal))
        if (--flight.waiting) return
        // Whoever asks from now on does not wait for what was given up.
        slot.flight = undefined
        flight.cancel()
      }
      signal?.addEventListener('abort', abort)
      flight.promise.then(resolve, reject).finally(() => signal?.removeEventListener('abort', abort))
    })
  }

  function depart(slot: Slot): Flight {
    const flight = request(options, clock, slot.room)
    flight.promise = flight.promise.then(
      (set) => {
        slot.flight = undefined
        slot.held = set
        // Half of what is left, not of `expire`: an endpoint may give the same ticket again until it ends.
        const left = leftOf(slot)
        slot.due = clock.now() + Math.max(1, left / 2, left - refreshAhead)
        if (slot === slotOf()) {
          // A full storage costs one more request after the next reload, nothing else.
          save(slot).catch(() => {})
          tell(0, set)
          watch()
        }
        return set
      },
      (error) => {
        // What was refused is not asked for again by itself; what the app threw may pass.
        const again = error?.retryable !== false
        // Without an error it was given up by those who waited, which tells nothing of the endpoint.
        if (error) {
          slot.flight = undefined
          // A set that ends soon is tried again before its end.
          const wait = Math.min(30 + 30 * Math.random(), leftOf(slot) / 2)
          if (again) slot.due = clock.now() + Math.max(1, wait, error.retryAfter ?? 0)
        }
        if (slot === slotOf()) {
          if (error) tell(1, error)
          if (again) watch()
        }
        throw error
      },
    )
    return flight
  }

  /** A listener that throws is a fault of the app, which hears of it as of any rejection, and not of the others. */
  function tell(which: 0 | 1, value: unknown): void {
    for (const entry of listeners) void Promise.resolve(value as never).then(entry[which])
  }

  async function get({ room, signal }: GetOptions = {}, force?: boolean): Promise<Credentials> {
    await loaded
    if (stopped) throw stopped
    if (signal?.aborted) throw reasonOf(signal)
    const slot = slotOf(room)
    const valid = !force && ifValid(slot)
    if (!valid) return fly(slot, signal)
    // Nobody waits for an endpoint that may hang while there is a valid set.
    if (slot.due <= clock.now()) fly(slot).catch(() => {})
    return valid
  }

  /** Renews when it is time, for those who listen. */
  function watch(): void {
    clearTimeout(timer)
    if (stopped || !listeners.size) return
    const wait = slotOf().due - clock.now()
    if (wait > 0) timer = setTimeout(watch, Math.min(wait, LONGEST_SLEEP) * 1000)
    else fly(slotOf()).catch(() => {})
  }

  // Without a storage, or with one that does not work, credentials are fetched.
  const loaded = load().catch(() => {})
  return {
    get: (wanted) => get(wanted),
    refresh: (wanted) => get(wanted, true),
    current: ({ room } = {}) => ifValid(slotOf(room)),
    subscribe(listener, onError) {
      const entry: Parameters<UserSigSource['subscribe']> = [listener, onError]
      listeners.add(entry)
      void loaded.then(() => {
        watch()
        const valid = listeners.has(entry) && ifValid(slotOf())
        if (valid) listener(valid)
      })
      return () => {
        listeners.delete(entry)
        if (!listeners.size) clearTimeout(timer)
      }
    },
    async stop({ forget } = {}) {
      stopped ??= new UserSigSourceError('stopped', 'stopped')
      clearTimeout(timer)
      listeners.clear()
      for (const { flight } of slots.values()) flight?.cancel(stopped)
      slots.clear()
      if (forget) await storage?.removeItem(storageKey)
    },
  }
}

/** What a signal was aborted with; React Native's do not tell. */
const reasonOf = (signal: AbortSignal): unknown => signal.reason ?? Error('aborted')
