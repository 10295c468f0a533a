import { must } from '../finding.ts'
import { CORE, type PrivateMapKeyClaims, type UserSigClaims } from './core.ts'
import { LeakWatch } from './leak.ts'
import { Reader, type Readings } from './reader.ts'
import type { App, Mutated, Sample, Signed } from './sample.ts'

/** Gives tickets to the library, and throws a Finding for what must not be. */
export class Judge {
  readonly #reader = new Reader(CORE)
  readonly #leaks = new LeakWatch()

  judge(sample: Sample, { text, signed }: Mutated): Readings {
    const { app } = sample
    const readings = this.#reader.read(sample, text)
    for (const { error } of Object.values(readings)) if (error) this.#leaks.check(error, app.secretKey, [text])
    const { login, userSig, privateMapKey, decoded } = readings
    if (userSig.value) {
      expectSigned(userSig.value, signed, app)
      must(decoded.value !== undefined, () => 'a ticket is accepted that cannot be decoded')
    }
    if (login.value) {
      must(login.value.userBuf === undefined, () => 'a ticket with a buffer is accepted as a login')
      expectSigned(login.value, signed, app)
    }
    if (privateMapKey.value) {
      expectSigned(privateMapKey.value, signed, app)
      expectRoom(privateMapKey.value)
    }
    if (decoded.value) expectAsWritten(decoded.value.claims, decoded.value.document)
    return readings
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
