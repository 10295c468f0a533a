import { checkUserId, type OptionTable, readOptions } from '@usersig/core/internal'
import type { Answer, CallOptions } from './request.ts'
import { RestError } from './rest-error.ts'

/** An account as it is imported. */
export interface ImportedAccount {
  /** UserID: 1 to 32 bytes. */
  userId: string
  /** Name that others see. */
  nick?: string
  /** Address of the picture. */
  faceUrl?: string
}

/** Result for one account. */
export interface AccountResult {
  /** UserID of the account. */
  readonly userId: string
  /** Tencent's code: 0 for done. */
  readonly code: number
  /** What Tencent says of it. */
  readonly info: string
}

/** Whether there is an account. */
export interface AccountState extends AccountResult {
  /** Whether the account exists. */
  readonly isImported: boolean
}

/** Whether a user is logged in. `PushOnline` is in the background, and reached by push. */
export type OnlineState = 'Online' | 'PushOnline' | 'Offline'

/** Where a user is logged in. */
export interface UserState {
  /** UserID of the user. */
  readonly userId: string
  /** Nothing where Tencent knows no such account; `code` says why. */
  readonly state: OnlineState | undefined
  /** 0, or Tencent's code. */
  readonly code: number
  /** By device, such as `{ platform: 'iPhone', state: 'PushOnline' }`. */
  readonly devices: readonly DeviceState[]
}

/** Where a user is logged in, for one device. */
export interface DeviceState {
  /** The platform, as Tencent names it. */
  readonly platform: string
  /** `Online`, `PushOnline` or `Offline`. */
  readonly state: string
}

/** Calls that belong to tickets and identities. */
export interface Accounts {
  /**
   * Makes an account, before its first login; a second time it changes nothing but name and picture.
   * Source: trtc.io/document/34953.
   *
   * @throws UserSigError `invalid_user_id`
   * @throws RestError
   */
  importAccount(account: ImportedAccount): Promise<void>
  /**
   * Says which accounts there are; 100 are asked for at once. Source: trtc.io/document/34956.
   *
   * @throws UserSigError `invalid_user_id`
   * @throws RestError
   */
  checkAccounts(userIds: readonly string[]): Promise<AccountState[]>
  /**
   * Deletes accounts for good, with all their data; 100 at once. Some plans do not allow it, and most do not accept the
   * same UserID again for three months. The client does not retry it. Source: trtc.io/document/34955.
   *
   * @throws UserSigError `invalid_user_id`
   * @throws RestError
   */
  deleteAccounts(userIds: readonly string[]): Promise<AccountResult[]>
  /**
   * Returns the online states and devices of users; sends 500 users per request. Source: trtc.io/document/35477.
   *
   * @throws UserSigError `invalid_user_id`
   * @throws RestError
   */
  onlineStates(userIds: readonly string[]): Promise<UserState[]>
  /**
   * Logs a user out everywhere: Tencent ends the logins and refuses the tickets of until now, and so do your own guards,
   * which ask the same `revocations`. A ticket that your endpoint issues after that counts at once.
   * Source: trtc.io/document/34957.
   *
   * @throws UserSigError `invalid_user_id`
   * @throws RestError where Tencent did not confirm it; your own guards refuse the old tickets all the same. Kick again
   * @throws ProblemError `unavailable` where the store of the revocations did not confirm it. Kick again
   */
  kick(userId: string): Promise<void>
}

type Call = (command: string, body: object, options?: CallOptions) => Promise<Answer>
interface Store {
  kick(userId: string): Promise<void>
}

const string = (value: unknown, name: string): unknown => {
  if (typeof value === 'string') return value
  throw new TypeError(`${name} must be a string`)
}
const ACCOUNT: OptionTable<ImportedAccount> = { userId: string, nick: string, faceUrl: string }

/** How many users a call takes at most, one after the other. */
const MAX_USERS = 10_000
const LOGIN = 'im_open_login_svc'
const REPEATABLE: CallOptions = { isRepeatable: true }

export function createAccounts(call: Call, store: Store | undefined): Accounts {
  return {
    async importAccount(account) {
      const { userId, nick, faceUrl } = readOptions<ImportedAccount>(account, ACCOUNT, 'importAccount')
      checkUserId(userId, 'chat')
      const body = {
        UserID: userId,
        ...(nick !== undefined && { Nick: nick }),
        ...(faceUrl !== undefined && { FaceUrl: faceUrl }),
      }
      await call(`${LOGIN}/account_import`, body, REPEATABLE)
    },
    async checkAccounts(userIds) {
      const command = `${LOGIN}/account_check`
      return await inParts(userIds, 100, async (part) => {
        const answer = await call(command, { CheckItem: part.map((UserID) => ({ UserID })) }, REPEATABLE)
        return rows(command, answer, 'ResultItem').map((row) => ({
          ...resultOf(row),
          isImported: row['AccountStatus'] === 'Imported',
        }))
      })
    },
    async deleteAccounts(userIds) {
      const command = `${LOGIN}/account_delete`
      return await inParts(userIds, 100, async (part) => {
        const answer = await call(command, { DeleteItem: part.map((UserID) => ({ UserID })) })
        return rows(command, answer, 'ResultItem').map(resultOf)
      })
    },
    async onlineStates(userIds) {
      const command = 'openim/query_online_status'
      return await inParts(userIds, 500, async (part) => {
        const answer = await call(command, { IsNeedDetail: 1, To_Account: part }, REPEATABLE)
        return [
          ...rows(command, answer, 'QueryResult').map(stateOf),
          ...(answer['ErrorList'] === undefined ? [] : rows(command, answer, 'ErrorList')).map(unknownOf),
        ]
      })
    },
    async kick(userId) {
      checkUserId(userId, 'chat')
      // At once for our own guards; and once more after Tencent, whose cut is later by the way there: a ticket that was
      // issued in between would pass here and not there.
      const first = await settle(store?.kick(userId))
      await call(`${LOGIN}/kick`, { UserID: userId }, REPEATABLE)
      await store?.kick(userId)
      if (first) throw first.error
    },
  }
}

/** The call goes on, so that one half of a kick is done where the other fails. */
async function settle(promise: Promise<void> | undefined): Promise<{ error: unknown } | undefined> {
  try {
    await promise
    return undefined
  } catch (error) {
    return { error }
  }
}

async function inParts<T>(
  userIds: readonly string[],
  size: number,
  ask: (part: readonly string[]) => Promise<T[]>,
): Promise<T[]> {
  if (!Array.isArray(userIds)) throw new TypeError('userIds must be an array of UserIDs')
  if (userIds.length > MAX_USERS) throw new TypeError(`userIds are ${userIds.length}, but may be ${MAX_USERS} at most`)
  const all = [...userIds]
  for (const userId of all) checkUserId(userId, 'chat')
  const results: T[] = []
  // One after the other: the rate of each call is limited.
  for (let at = 0; at < all.length; at += size) results.push(...(await ask(all.slice(at, at + size))))
  return results
}

type Row = Readonly<Record<string, unknown>>

function rows(command: string, answer: Answer, name: string): Row[] {
  const list = answer[name]
  if (!Array.isArray(list)) throw new RestError(command, 'malformed', { info: `there is no ${name}` })
  return list.map((row) => Object(row) as Row)
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
const numberOf = (value: unknown): number => (typeof value === 'number' ? value : 0)

const resultOf = (row: Row): AccountResult => ({
  userId: textOf(row['UserID']),
  code: numberOf(row['ResultCode']),
  info: textOf(row['ResultInfo']),
})

const STATES: readonly unknown[] = ['Online', 'PushOnline', 'Offline']

function stateOf(row: Row): UserState {
  // The documents have both names.
  const state = row['Status'] ?? row['State']
  const devices = Array.isArray(row['Detail']) ? row['Detail'].map((each) => Object(each) as Row) : []
  return {
    userId: textOf(row['To_Account']),
    state: STATES.includes(state) ? (state as OnlineState) : undefined,
    code: 0,
    devices: devices.map(({ Platform, Status }) => ({ platform: textOf(Platform), state: textOf(Status) })),
  }
}

const unknownOf = (row: Row): UserState => ({
  userId: textOf(row['To_Account']),
  state: undefined,
  code: numberOf(row['ErrorCode']),
  devices: [],
})
