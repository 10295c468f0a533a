import { createUserSigner } from '@usersig/core'
import { Api } from 'tls-sig-api-v2'
import { signPlain, verifyPlain, verifyRoomPlain } from './plain-node.ts'

/** One thing to do, done by ours and by its peers. */
export interface Case {
  readonly name: string
  readonly ours: () => unknown
  readonly peers: Readonly<Record<string, () => unknown>>
  /** How many times as long the peer is to take as ours. */
  readonly goal: { readonly against: string; readonly ratio: number }
  /** How many bytes ours may allocate, where that is a goal. */
  readonly maxBytes?: number
}

export const SDK_APP_ID = 1400000000
export const SECRET_KEY = '5bd2850fff3ecb11d7c805251c51ee463a25727bddc2385f3fa8bfee1bb93b5e'
export const EXPIRE = 604_800
export const ROOM = 10_000
export const OFFICIAL = 'tls-sig-api-v2'
const PLAIN = 'node:crypto + node:zlib'

export const signer = createUserSigner({ sdkAppId: SDK_APP_ID, secretKey: SECRET_KEY, expire: EXPIRE })
export const official = new Api(SDK_APP_ID, SECRET_KEY)
export const users = Array.from({ length: 1024 }, (_, i) => `user-${String(i).padStart(4, '0')}`)

/** Goes round through many values, so that no engine can keep a result. */
function next<T>(values: readonly T[]): () => T {
  let at = 0
  return () => values[at++ % values.length] as T
}

const user = next(users)
const officialTicket = next(users.map((each) => official.genUserSig(each, EXPIRE)))
const ownTicket = next(users.map((each) => signer.genUserSig(each)))
const officialKey = next(users.map((each) => official.genPrivateMapKey(each, EXPIRE, ROOM, 255)))
const ownKey = next(users.map((each) => signer.genPrivateMapKey(each, { roomId: ROOM })))
let second = 1_700_000_000

const verifyOfficial = () => verifyPlain(SDK_APP_ID, SECRET_KEY, officialTicket())
const verifyOwn = () => verifyPlain(SDK_APP_ID, SECRET_KEY, ownTicket())

export const cases: readonly Case[] = [
  {
    name: 'sign a UserSig',
    ours: () => signer.genUserSig(user()),
    peers: {
      [OFFICIAL]: () => official.genUserSig(user(), EXPIRE),
      [PLAIN]: () => signPlain(SDK_APP_ID, SECRET_KEY, user(), EXPIRE),
    },
    goal: { against: OFFICIAL, ratio: 12 },
    maxBytes: 600,
  },
  {
    name: 'sign a UserSig, each in another second',
    ours: () => signer.genUserSig(user(), { now: second++ }),
    peers: { [OFFICIAL]: () => official.genUserSig(user(), EXPIRE) },
    goal: { against: OFFICIAL, ratio: 5 },
  },
  {
    name: 'sign a PrivateMapKey',
    ours: () => signer.genPrivateMapKey(user(), { roomId: ROOM }),
    peers: { [OFFICIAL]: () => official.genPrivateMapKey(user(), EXPIRE, ROOM, 255) },
    goal: { against: OFFICIAL, ratio: 10 },
  },
  {
    name: 'verify an official UserSig',
    ours: () => signer.verifyUserSig(officialTicket()),
    peers: { [PLAIN]: verifyOfficial },
    goal: { against: PLAIN, ratio: 2.2 },
    maxBytes: 600,
  },
  {
    name: 'verify our UserSig',
    ours: () => signer.verifyUserSig(ownTicket()),
    peers: { [PLAIN]: verifyOwn },
    goal: { against: PLAIN, ratio: 3 },
    maxBytes: 600,
  },
  {
    name: 'verify an official PrivateMapKey',
    ours: () => signer.verifyPrivateMapKey(officialKey(), { roomId: ROOM }),
    peers: { [PLAIN]: () => verifyRoomPlain(SDK_APP_ID, SECRET_KEY, officialKey(), ROOM) },
    goal: { against: PLAIN, ratio: 2.2 },
  },
  {
    name: 'verify our PrivateMapKey',
    ours: () => signer.verifyPrivateMapKey(ownKey(), { roomId: ROOM }),
    peers: { [PLAIN]: () => verifyRoomPlain(SDK_APP_ID, SECRET_KEY, ownKey(), ROOM) },
    goal: { against: PLAIN, ratio: 2.2 },
  },
]
