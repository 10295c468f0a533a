import { readSecretKeys } from './options.ts'
import { createPreparation } from './prepare.ts'
import { badSignature, readTicket } from './read.ts'
import { assembleTicket, contentToSign, signedBytes, type TicketFields } from './sign.ts'
import type { UserSigner } from './signer.ts'
import type { UserSignerOptions } from './signer-options.ts'
import type { TicketDocument } from './steps/document.ts'
import { createMac, equalMacs, MAC_BYTES, type Mac } from './steps/hmac.ts'
import {
  checkPrivateMapKey,
  checkUserSig,
  checkVerifyPrivateMapKeyOptions,
  checkVerifyUserSigOptions,
} from './verify.ts'

/** The signer that holds its key itself. */
export function createLocalSigner(options: UserSignerOptions): UserSigner {
  const prepare = createPreparation(options)
  const [mac, ...previousMacs] = readSecretKeys(options.secretKey).map(createMac) as [Mac, ...Mac[]]
  const computed = new Uint8Array(MAC_BYTES)

  function sign(fields: TicketFields): string {
    mac(contentToSign(fields), computed)
    return assembleTicket(fields, computed, prepare.compression)
  }

  /** @throws UserSigError `malformed`, `too_large`, `unsupported_version`, `bad_signature` */
  function readSigned(ticket: string): TicketDocument {
    const { fields } = readTicket(ticket)
    const content = signedBytes(fields)
    mac(content, computed)
    if (equalMacs(computed, fields.signature)) return fields
    for (const previous of previousMacs) {
      previous(content, computed)
      if (equalMacs(computed, fields.signature)) return fields
    }
    throw badSignature()
  }

  return Object.freeze<UserSigner>({
    sdkAppId: prepare.sdkAppId,
    genUserSig: (userId, options) => sign(prepare.userSig(userId, options)),
    genPrivateMapKey: (userId, options) => sign(prepare.privateMapKey(userId, options)),
    issue(userId, options) {
      const { userSig, privateMapKey, complete } = prepare.issue(userId, options)
      return complete(sign(userSig), privateMapKey && sign(privateMapKey))
    },
    verifyUserSig(userSig, options = {}) {
      checkVerifyUserSigOptions(options)
      return checkUserSig(readSigned(userSig), prepare.expected(options), options)
    },
    verifyPrivateMapKey(privateMapKey, options = {}) {
      checkVerifyPrivateMapKeyOptions(options)
      return checkPrivateMapKey(readSigned(privateMapKey), prepare.expected(options), options)
    },
  })
}
