import { createClock } from './clock.ts'
import { UserSigSourceError } from './errors.ts'
import { createFlights } from './flights.ts'
import {
  GET_KINDS,
  type GetOptions,
  readSourceOptions,
  type SourceOptions,
  STOP_KINDS,
  type UserSigSource,
} from './options.ts'
import { createRenewal } from './renewal.ts'
import { createSlot } from './slot.ts'
import { readOptions } from './strict.ts'
import { type IssuedTickets, toBody } from './tickets.ts'

/**
 * Creates a source of tickets from a UserSig endpoint or from a function.
 *
 * @param options - The origin and the renewal of tickets; durations in seconds.
 * @throws TypeError for an unknown option, a value of the wrong type, none or both of `endpoint` and `tickets`, and a
 * `storage` without `userId`: one user's tickets must not reach the next.
 * @example
 * const source = createUserSigSource({ endpoint: '/usersig' })
 * const { sdkAppId, userId, userSig } = await source.get()
 */
export function createUserSigSource(options: SourceOptions): UserSigSource {
  const settings = readSourceOptions(options)
  const clock = createClock()
  const own = createSlot(settings.room)

  const store = settings.storage?.({
    ...settings,
    clock,
    slot: own,
    take: (tickets) =>
      flights.turn(tickets ? undefined : new UserSigSourceError('signed_out', 'another tab signed out'), tickets),
  })
  const flights = createFlights(settings, clock, own, store, (error) => renewal.tell(error))
  const renewal = createRenewal(own, clock, () => flights.get(own))

  async function get(given: GetOptions | undefined, fresh?: boolean): Promise<IssuedTickets> {
    const { room = settings.room, signal } = readOptions(given, GET_KINDS)
    const slot = toBody(room) === toBody(settings.room) ? own : createSlot(room)
    const valid = fresh ? undefined : clock.ifValid(slot.held)
    // Nobody waits for an endpoint that may hang while there are valid tickets.
    if (valid && slot.due > clock.now()) return valid
    const found = flights.get(slot, fresh, signal)
    if (!valid) return await found
    found.catch(() => {})
    return valid
  }

  return {
    get: (given) => get(given),
    refresh: (given) => get(given, true),
    current: () => clock.ifValid(own.held),
    subscribe: renewal.subscribe,
    wake: renewal.wake,
    async stop(given) {
      const { forget } = readOptions(given, STOP_KINDS)
      flights.turn(new UserSigSourceError('stopped', 'the source was stopped'))
      await store?.close(forget)
    },
  }
}
