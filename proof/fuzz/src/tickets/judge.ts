import {
  createUserSigner,
  decodeUserSig,
  type PrivateMapKeyClaims,
  type UserSigClaims,
  UserSigError,
  type UserSigner,
} from '@usersig/core'
import { must } from '../finding.ts'
import { LeakWatch } from './leak.ts'
import type { App, Mutated, Sample, Signed } from './sample.ts'

/** What came of a ticket: `accepted`, or the code of the error. */
export interface Verdict {
  readonly decode: string
  readonly userSig: string
  readonly privateMapKey: string
}

const ACCEPTED = 'accepted'

/** Gives tickets to the library, and throws a Finding for what must not be. */
export class Judge {
  readonly #signers = new Map<App, UserSigner>()
  readonly #leaks = new LeakWatch()

  judge(sample: Sample, { text, signed }: Mutated): Verdict {
    const { app, now } = sample
    const signer = this.#signerOf(app)
    const login = this.#attempt(() => signer.verifyUserSig(text, { now }), text, app)
    const any = this.#attempt(() => signer.verifyUserSig(text, { now, userBuf: 'any' }), text, app)
    const key = this.#attempt(() => signer.verifyPrivateMapKey(text, { now }), text, app)
    const decoded = this.#attempt(() => decodeUserSig(text), text, app)
    if (any.value) {
      expectSigned(any.value, signed, app)
      must(decoded.value !== undefined, () => 'a ticket is accepted that cannot be decoded')
    }
    if (login.value) {
      must(login.value.userBuf === undefined, () => 'a ticket with a buffer is accepted as a login')
      expectSigned(login.value, signed, app)
    }
    if (key.value) {
      expectSigned(key.value, signed, app)
      expectRoom(key.value)
    }
    if (decoded.value) expectAsWritten(decoded.value.claims, decoded.value.document)
    return { decode: decoded.code, userSig: any.code, privateMapKey: key.code }
  }

  #signerOf(app: App): UserSigner {
    const signer = this.#signers.get(app) ?? createUserSigner({ ...app })
    this.#signers.set(app, signer)
    return signer
  }

  #attempt<T>(call: () => T, text: string, { secretKey }: App): { value?: T; code: string } {
    try {
      return { value: call(), code: ACCEPTED }
    } catch (error) {
      must(error instanceof UserSigError, () => `not a UserSigError: ${error instanceof Error ? error.stack : error}`)
      this.#leaks.check(error, secretKey, [text])
      return { code: error.code }
    }
  }
}

function expectSigned(claims: UserSigClaims, signed: readonly Signed[], app: App): void {
  must(claims.sdkAppId === app.sdkAppId, () => `accepted for SDKAppID ${claims.sdkAppId}`)
  must(
    signed.some((its) => says(claims, its)),
    () => `accepted, although nobody signed ${JSON.stringify(claims)}, but ${JSON.stringify(signed.slice(0, 3))}`,
  )
}

function says(claims: UserSigClaims, signed: Signed): boolean {
  const userBuf = claims.userBuf && Buffer.from(claims.userBuf).toString('base64')
  return (
    claims.userId === signed.userId &&
    Object.is(claims.sdkAppId, signed.sdkAppId) &&
    Object.is(claims.issuedAt, signed.issuedAt) &&
    Object.is(claims.expire, signed.expire) &&
    claims.expiresAt === claims.issuedAt + claims.expire &&
    userBuf === signed.userBuf
  )
}

/** Reads the signed record once more, in its own way. */
function expectRoom({ userBuf, room, sdkAppId, userId }: PrivateMapKeyClaims): void {
  const record = Buffer.from(userBuf)
  const end = 3 + record.readUInt16BE(1)
  const account = record.subarray(3, end)
  const [appId, roomId, expiresAt, privilegeMap, accountType] = [0, 4, 8, 12, 16].map((at) =>
    record.readUInt32BE(end + at),
  )
  const name = record[0] === 1 ? record.subarray(end + 22) : undefined
  must(
    appId === sdkAppId &&
      // Some official programs write the low bytes of a UserID, or cut it off.
      (account.equals(Buffer.from(userId).subarray(0, account.length)) ||
        account.equals(Buffer.from(userId, 'latin1'))) &&
      expiresAt === room.expiresAt &&
      privilegeMap === room.privilegeMap &&
      accountType === room.accountType &&
      (name
        ? room.strRoomId === name.toString() || room.strRoomId === name.toString('latin1')
        : room.roomId === roomId),
    () => `the record ${record.toString('hex')} is read as ${JSON.stringify(room)}`,
  )
}

function expectAsWritten(claims: UserSigClaims, document: string): void {
  const json = JSON.parse(document)
  must(
    claims.userId === json['TLS.identifier'] &&
      claims.sdkAppId === json['TLS.sdkappid'] &&
      claims.issuedAt === json['TLS.time'] &&
      claims.expire === json['TLS.expire'],
    () => `${document} is read as ${JSON.stringify(claims)}`,
  )
}
