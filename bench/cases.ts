import { createUserSigner } from '@usersig/core'
import { Api } from 'tls-sig-api-v2'
import { signPlain, verifyPlain } from './plain-node.ts'

/** One thing to do, done by ours and by its peers. `ours` is compared with `peer`. */
export interface Case {
  readonly name: string
  readonly ours: () => unknown
  readonly peers: Readonly<Record<string, () => unknown>>
  /** The peer that the target speaks of, and how many times faster than it ours has to be. */
  readonly against: string
  readonly target: number
}

const SDK_APP_ID = 1400000000
const SECRET_KEY = '5bd2850fff3ecb11d7c805251c51ee463a25727bddc2385f3fa8bfee1bb93b5e'
const EXPIRE = 604_800
const ROOM = 10_000

const signer = createUserSigner({ sdkAppId: SDK_APP_ID, secretKey: SECRET_KEY, expire: EXPIRE })
const deflating = createUserSigner({
  sdkAppId: SDK_APP_ID,
  secretKey: SECRET_KEY,
  expire: EXPIRE,
  compression: 'deflate',
})
const official = new Api(SDK_APP_ID, SECRET_KEY)

const users = Array.from({ length: 1024 }, (_, i) => `user-${String(i).padStart(4, '0')}`)

/** Goes round through many values, so that no engine can keep a result. */
function next<T>(values: readonly T[]): () => T {
  let at = 0
  return () => values[at++ % values.length] as T
}

const user = next(users)
const officialTicket = next(users.map((each) => official.genUserSig(each, EXPIRE)))
const ownTicket = next(users.map((each) => signer.genUserSig(each)))
const officialKey = next(users.map((each) => official.genPrivateMapKey(each, EXPIRE, ROOM, 255)))

export const cases: readonly Case[] = [
  {
    name: 'genUserSig',
    ours: () => signer.genUserSig(user()),
    peers: {
      'tls-sig-api-v2': () => official.genUserSig(user(), EXPIRE),
      'node:crypto + node:zlib': () => signPlain(SDK_APP_ID, SECRET_KEY, user(), EXPIRE),
    },
    against: 'tls-sig-api-v2',
    target: 6,
  },
  {
    name: 'genPrivateMapKey',
    ours: () => signer.genPrivateMapKey(user(), { roomId: ROOM }),
    peers: { 'tls-sig-api-v2': () => official.genPrivateMapKey(user(), EXPIRE, ROOM, 255) },
    against: 'tls-sig-api-v2',
    target: 6,
  },
  {
    name: 'genUserSig, compression: deflate',
    ours: () => deflating.genUserSig(user()),
    peers: { 'tls-sig-api-v2': () => official.genUserSig(user(), EXPIRE) },
    against: 'tls-sig-api-v2',
    target: 0,
  },
  {
    name: 'verifyUserSig of an official ticket',
    ours: () => signer.verifyUserSig(officialTicket()),
    peers: { 'node:crypto + node:zlib': () => verifyPlain(SDK_APP_ID, SECRET_KEY, officialTicket()) },
    against: 'node:crypto + node:zlib',
    target: 1.3,
  },
  {
    name: 'verifyUserSig of our ticket',
    ours: () => signer.verifyUserSig(ownTicket()),
    peers: { 'node:crypto + node:zlib': () => verifyPlain(SDK_APP_ID, SECRET_KEY, ownTicket()) },
    against: 'node:crypto + node:zlib',
    target: 1.3,
  },
  {
    name: 'verifyPrivateMapKey of an official ticket',
    ours: () => signer.verifyPrivateMapKey(officialKey(), { roomId: ROOM }),
    peers: {},
    against: '',
    target: 0,
  },
]
