import { damaged, type HostileVector, inputs, type Outcome, type QuirkVector, quirks } from '@usersig/vectors'
import type { UserSigErrorCode } from '../../src/index.ts'
import type { Case, Lib } from './case.ts'
import { refuses } from './check.ts'
import { hostile, injection } from './vectors.ts'

const TICKET_FAULTS: readonly UserSigErrorCode[] = [
  'malformed',
  'too_large',
  'unsupported_version',
  'bad_signature',
  'app_mismatch',
  'user_mismatch',
  'not_yet_valid',
  'expired',
  'unexpected_user_buf',
  'user_buf_mismatch',
  'not_a_private_map_key',
  'room_mismatch',
]

/** Runs a check that has to pass, to be refused as a fault of the ticket, or may do either. */
function expectOutcome(lib: Lib, expected: Outcome, check: () => unknown): void {
  if (expected === 'accept') check()
  else if (expected === 'reject') refuses(lib, TICKET_FAULTS, check)
  else {
    try {
      check()
    } catch (error) {
      if (!(error instanceof lib.UserSigError)) throw error
    }
  }
}

export const quirkCases: readonly Case[] = quirks.map((vector) => ({
  name: `quirk: ${JSON.stringify(vector.case)} of ${vector.implementation} (${vector.expect})`,
  run: (lib) => expectOutcome(lib, vector.expect, () => verifyQuirk(lib, vector)),
}))

function verifyQuirk(lib: Lib, { sdkAppId, secretKey, userSig, userId, kind, json }: QuirkVector) {
  // Where the SDKAppID of the vector is none, the ticket has to fail for any signer.
  const signer = lib.createUserSigner({ sdkAppId: Math.min(Math.max(sdkAppId, 1), 0xffffffff), secretKey })
  const now = Number(/"TLS.time" ?: ?"?(\d+)/.exec(json)?.[1])
  const options = { now, clockTolerance: 0, ...(userId === null ? {} : { userId }) }
  if (kind.startsWith('privateMapKey')) return signer.verifyPrivateMapKey(userSig, options)
  const userBuf = kind === 'userSigWithUserBuf' ? { userBuf: new Uint8Array(0) } : {}
  return signer.verifyUserSig(userSig, { ...options, ...userBuf })
}

const toHostileCase =
  (kind: string) =>
  (vector: HostileVector): Case => ({
    name: `${kind}: ${vector.case} (${vector.expect})`,
    run(lib) {
      const { sdkAppId, secretKey, userSig, userId, now } = vector
      // Whether a user buffer is allowed must not make a difference.
      for (const userBuf of [{}, { userBuf: 'any' as const }]) {
        expectOutcome(lib, vector.expect, () =>
          lib.createUserSigner({ sdkAppId, secretKey }).verifyUserSig(userSig, { userId, now, ...userBuf }),
        )
      }
    },
  })

export const hostileCases: readonly Case[] = hostile.map(toHostileCase('hostile'))
export const damagedCases: readonly Case[] = damaged.map(toHostileCase('damaged'))

export const inputCases: readonly Case[] = inputs.map(({ sdkAppId, secretKey, userId, expire, code, ...vector }) => ({
  name: `refused: ${vector.case}`,
  run(lib) {
    refuses(lib, code as UserSigErrorCode, () =>
      lib.createUserSigner({ sdkAppId, secretKey }).genUserSig(userId, { expire }),
    )
  },
}))

export const injectionCases: readonly Case[] = injection.map((vector, index) => ({
  name: `injection ${index}: ${vector.variant}`,
  run(lib) {
    const { sdkAppId, secretKey } = vector
    const signer = lib.createUserSigner({ sdkAppId, secretKey })
    refuses(lib, vector.signerMustRefuse === 'userId' ? 'invalid_user_id' : 'invalid_expire', () =>
      signer.genUserSig(vector.requestedUserId, { expire: vector.requestedExpire as number, now: vector.issuedTime }),
    )
    for (const name of vector.verifierMustRefuse) {
      for (const now of [vector.issuedTime, 4_000_000_000]) {
        refuses(lib, TICKET_FAULTS, () => signer.verifyUserSig(vector[name], { now, userBuf: 'any' }))
      }
    }
  },
}))
