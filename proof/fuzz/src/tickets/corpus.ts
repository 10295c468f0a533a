import { damaged, hostile, official, quirks } from '@usersig/vectors'
import hostileJson from '../../../../packages/core/test/vectors/hostile.json' with { type: 'json' }
import injectionJson from '../../../../packages/core/test/vectors/injection.json' with { type: 'json' }
import { createUserSigner } from './core.ts'
import { fromTicket, unpack } from './pack.ts'
import type { App, Sample, Signed } from './sample.ts'
import { readSigned, signature } from './sign.ts'

const NOW = 1_795_426_952
const OWN_APP: App = {
  sdkAppId: 1_400_000_000,
  secretKey: '5bd2850fff3ecb11d7c805251c51ee463a25727bddc2385f3fa8bfee1bb93b5e',
}

/** The tickets of the official programs, those made to deceive, and some signed by the library. */
export function createCorpus(): readonly Sample[] {
  const samples = [...signedHere(), ...vectors()]
  if (samples.length < 300) throw new Error(`the corpus holds only ${samples.length} tickets`)
  return withSignatures(samples)
}

/**
 * Many hostile documents stand around an honest signature: what it was made for, another change may rightly bring back.
 */
function withSignatures(samples: readonly Sample[]): readonly Sample[] {
  const key = ({ app, document }: Sample) => `${app.secretKey} ${/"TLS\.sig":"([^"]*)"/.exec(document)?.[1]}`
  const bySignature = new Map(samples.flatMap((sample) => (sample.signed ? [[key(sample), sample.signed]] : [])))
  return samples.map((sample) => ({ ...sample, signed: sample.signed ?? bySignature.get(key(sample)) }))
}

function signedHere(): Sample[] {
  const app = OWN_APP
  const samples: Sample[] = []
  const signer = createUserSigner({ ...app, userIdRule: () => true, now: () => NOW })
  const add = (name: string, ticket: string) => samples.push(toSample(name, app, ticket, true))
  for (const userId of ['alice', 'x', 'user-0001_test', '用户一号', 'a"\\b', '😀'.repeat(8)]) {
    add('UserSig', signer.genUserSig(userId))
    add('UserSig with a buffer', signer.genUserSig(userId, { userBuf: Buffer.from(`for ${userId}`) }))
    add('PrivateMapKey for a number', signer.genPrivateMapKey(userId, { roomId: 10000, privileges: 42 }))
    add('PrivateMapKey for a name', signer.genPrivateMapKey(userId, { strRoomId: 'room-1', privileges: 'all' }))
  }
  add('UserSig with the largest buffer', signer.genUserSig('alice', { userBuf: new Uint8Array(1024).fill(0xa5) }))
  add('UserSig for fifty years', signer.genUserSig('alice', { expire: 1_576_800_000 }))
  return samples
}

interface Vector {
  readonly case?: string
  readonly implementation?: string
  readonly kind?: string
  readonly variant?: string
  readonly sdkAppId: number
  readonly secretKey: string
  readonly expect?: string
  readonly userSig?: string
  readonly issuedUserSig?: string
  readonly refitUserSig?: string
}

const FILES: Readonly<Record<string, readonly Vector[]>> = {
  official,
  quirks,
  hostile: [...hostile, ...hostileJson],
  damaged,
  injection: injectionJson,
}

function vectors(): Sample[] {
  const samples: Sample[] = []
  for (const [file, list] of Object.entries(FILES)) {
    for (const vector of list) {
      const { sdkAppId, secretKey, userSig, issuedUserSig, refitUserSig } = vector
      const name = `${file} ${vector.implementation ?? ''} ${vector.case ?? vector.variant ?? vector.kind ?? ''}`
      const honest = file === 'official' || (file === 'quirks' && vector.expect === 'accept')
      // Some official programs sign for applications and with keys that cannot be: those are not honest tickets.
      const app = tryTo(() => createUserSigner({ sdkAppId, secretKey }) && { sdkAppId, secretKey })
      for (const ticket of [userSig, issuedUserSig, refitUserSig]) {
        if (ticket) samples.push(toSample(name, app ?? OWN_APP, ticket, honest && app !== undefined))
      }
    }
  }
  return samples
}

/** @param honest whether it has to be signed as it should be */
export function toSample(name: string, app: App, ticket: string, honest: boolean): Sample {
  const bytes = fromTicket(ticket)
  const document = tryTo(() => unpack(bytes).toString()) ?? ''
  const read = tryTo(() => readSigned(document))
  // The official Go program signs an empty buffer, but leaves it out of the document.
  const candidates = read ? [read, { ...read, userBuf: '' }] : []
  const signed = candidates.find((its) => saysOneThing(its) && its.signature === signature(its, app.secretKey))
  if (honest && !signed) throw new Error(`the ticket "${name}" is not signed as it should be`)
  const now = Number(read?.issuedAt)
  return {
    name,
    app,
    ticket,
    bytes,
    document,
    signed,
    now: Number.isSafeInteger(now) && now > 0 ? Math.min(now, 4_000_000_000) : NOW,
  }
}

/** Whether the signed text can be read in one way only: the signatures of some hostile tickets fit too. */
function saysOneThing({ userId, userBuf, ...numbers }: Signed): boolean {
  return (
    typeof userId === 'string' &&
    !/[\r\n]/.test(userId) &&
    [numbers.sdkAppId, numbers.issuedAt, numbers.expire].every(Number.isSafeInteger) &&
    (userBuf === undefined || (typeof userBuf === 'string' && /^[\w+/]*={0,2}$/.test(userBuf)))
  )
}

function tryTo<T>(attempt: () => T): T | undefined {
  try {
    return attempt()
  } catch {
    return undefined
  }
}
