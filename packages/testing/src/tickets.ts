import { createUserSigner, type Moment } from '@usersig/core'
import { type OptionTable, readOptions, text, toUnixSeconds } from '@usersig/core/internal'
import { refuseProduction } from './production.ts'
import { TEST_APP } from './test-app.ts'

/** Whose tickets are made, and when. */
export interface TestTicketsOptions {
  /** The user of the app under test. @defaultValue 'alice' */
  userId?: string
  /** The moment of the test, as a `Date` or Unix seconds. @defaultValue now */
  now?: Moment
}

/** One ticket that works, and one for each way not to. */
export interface TestTickets {
  /** Works for an hour from now. */
  readonly valid: string
  /** Works for the numeric room 10000, with every right: a PrivateMapKey. */
  readonly privateMapKey: string
  /** Works for the string room `room-1`, for an audience. */
  readonly strRoomPrivateMapKey: string
  /** Ended an hour ago: `expired`. */
  readonly expired: string
  /** Begins in an hour, as from a server whose clock is fast: `not_yet_valid`. */
  readonly notYetValid: string
  /** Signed with an unknown key: `bad_signature`. */
  readonly wrongKey: string
  /** Of another application, with its key: `bad_signature`. */
  readonly otherApp: string
  /** Of another application, signed with the key of this one: `app_mismatch`. */
  readonly otherSdkAppId: string
  /** Works, but for `mallory`: `user_mismatch` where one user is expected. */
  readonly otherUser: string
  /** A character is another one, as after a bad copy: `malformed` or `bad_signature`. */
  readonly damaged: string
  /** The end is missing, as from a column that is too short: `malformed`. */
  readonly cut: string
}

const OPTIONS: OptionTable<TestTicketsOptions> = { userId: text, now: toUnixSeconds }

/** Half a lifetime of the tickets, in seconds. */
const HOUR = 3600
const OTHER_APP = { sdkAppId: 1_400_000_001, secretKey: '0'.repeat(63).concat('1') }

/**
 * Tickets of {@link TEST_APP} for the tests of an app: one valid ticket, and one for each fault.
 *
 * @param given their user and time
 * @throws TypeError for an unknown option
 * @throws UserSigError `invalid_user_id`
 * @throws Error with `NODE_ENV=production`
 * @example
 * ```ts
 * const { valid, expired } = createTestTickets({ userId: 'alice' })
 * expect((await get('/me', { authorization: `Bearer ${expired}` })).status).toBe(401)
 * ```
 */
export function createTestTickets(given: TestTicketsOptions = {}): TestTickets {
  refuseProduction()
  const { userId = 'alice', now = new Date() } = readOptions<TestTicketsOptions>(given, OPTIONS, 'createTestTickets')
  const moment = toUnixSeconds(now, 'now')
  const make = (app: typeof TEST_APP, at = moment, user = userId) =>
    createUserSigner(app).genUserSig(user, { now: at, expire: HOUR })
  const valid = make(TEST_APP)
  const room = { now: moment, expire: HOUR }
  const signer = createUserSigner(TEST_APP)
  return Object.freeze({
    valid,
    privateMapKey: signer.genPrivateMapKey(userId, { ...room, roomId: 10_000, privileges: 'all' }),
    strRoomPrivateMapKey: signer.genPrivateMapKey(userId, { ...room, strRoomId: 'room-1', privileges: 'audience' }),
    expired: make(TEST_APP, moment - 2 * HOUR),
    notYetValid: make(TEST_APP, moment + HOUR),
    wrongKey: make({ ...TEST_APP, secretKey: OTHER_APP.secretKey }),
    otherApp: make(OTHER_APP),
    otherSdkAppId: make({ ...TEST_APP, sdkAppId: OTHER_APP.sdkAppId }),
    otherUser: make(TEST_APP, moment, userId === 'mallory' ? 'alice' : 'mallory'),
    damaged: damage(valid),
    cut: valid.slice(0, -20),
  })
}

/** Another letter in the middle, where the signature is. */
function damage(ticket: string): string {
  const at = ticket.length >> 1
  return ticket.slice(0, at) + (ticket[at] === 'A' ? 'B' : 'A') + ticket.slice(at + 1)
}
