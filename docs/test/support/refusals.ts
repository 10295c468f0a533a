import type { Api } from '@usersig/node/compat'

/** A class with the methods of `tls-sig-api-v2`, called as JavaScript lets it be called. */
export type AnyApi = new (
  sdkappid: unknown,
  key: unknown,
) => Record<Exclude<keyof Api, 'sdkappid'>, (...args: unknown[]) => string>

/** What the guide to migration says is refused: words of its row, the code, and a call that does it. */
export interface Refusal {
  readonly what: string
  readonly code: string
  readonly use: (Class: AnyApi) => string
}

const ID = 1400000000
const KEY = '5bd2850fff3ecb11d7c805251c51ee463a25727bddc2385f3fa8bfee1bb93b5e'
const NOW = 1_795_000_000

const sign = (userId: unknown, expire: unknown) => (Class: AnyApi) => new Class(ID, KEY).genUserSig(userId, expire)
const set = (id: unknown, key: unknown) => (Class: AnyApi) => new Class(id, key).genUserSig('alice', 60)
const enter = (room: unknown, rights: unknown) => (Class: AnyApi) =>
  new Class(ID, KEY).genPrivateMapKey('alice', 60, room, rights)

export const REFUSALS: readonly Refusal[] = [
  { what: 'no UserID', code: 'invalid_user_id', use: sign(undefined, 60) },
  { what: 'a UserID with a line break', code: 'invalid_user_id', use: sign('alice\nTLS.expire:1', 60) },
  { what: 'a UserID of more than 32 bytes', code: 'invalid_user_id', use: sign('x'.repeat(33), 60) },
  { what: 'a point in time as `expire`', code: 'invalid_expire', use: sign('alice', NOW) },
  { what: 'half hours in milliseconds', code: 'invalid_expire', use: sign('alice', 12 * 3_600_000) },
  { what: 'no `expire`', code: 'invalid_expire', use: sign('alice', undefined) },
  { what: '`expire` as a string', code: 'invalid_expire', use: sign('alice', '1e3') },
  { what: 'an SDKAppID that is not a number', code: 'invalid_sdk_app_id', use: set('abc', KEY) },
  { what: 'a key with a trailing line break', code: 'invalid_secret_key', use: set(ID, `${KEY}\n`) },
  { what: 'a PEM key', code: 'invalid_secret_key', use: set(ID, '-----BEGIN PRIVATE KEY-----') },
  { what: 'room 0', code: 'invalid_room', use: enter(0, 255) },
  { what: 'a number above 4294967294', code: 'invalid_room', use: enter(2 ** 32, 255) },
  { what: 'rights above 255', code: 'invalid_privileges', use: enter(10000, 256) },
]
