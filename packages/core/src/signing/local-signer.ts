import { readSecretKeys } from '../rules/application.ts'
import { checkPrivateMapKey, checkUserSig } from '../verifying/check-claims.ts'
import { readPrivateMapKeyExpectations, readUserSigExpectations } from '../verifying/expectations.ts'
import { verifySignature } from '../verifying/verify-signature.ts'
import { Mac, macInput, macOutput } from '../wire/mac.ts'
import { type SignedFields, writeSignedText } from '../wire/signed-text.ts'
import { TicketWriter } from '../wire/ticket.ts'
import { toIssued } from './issued.ts'
import { orderIssue, orderPrivateMapKey, orderUserSig } from './orders.ts'
import { type SignerOptions, toSettings } from './settings.ts'
import type { UserSigner } from './types.ts'

/** The signer that holds its key itself. */
export function createLocalSigner(options: SignerOptions): UserSigner {
  const settings = toSettings(options)
  const { sdkAppId, clock } = settings
  const macs = (options.secretKey ?? readSecretKeys(undefined)).map((key) => new Mac(key)) as [Mac, ...Mac[]]
  const [mac] = macs
  const writer = new TicketWriter(sdkAppId)

  function sign(fields: SignedFields): string {
    mac.compute(writeSignedText(fields, macInput))
    const ticket = writer.write(fields, macOutput)
    macOutput.fill(0)
    return ticket
  }

  return Object.freeze<UserSigner>({
    sdkAppId,
    genUserSig: (userId, options) => sign(orderUserSig(settings, userId, options)),
    genPrivateMapKey: (userId, options) => sign(orderPrivateMapKey(settings, userId, options)),
    issue(userId, options) {
      const order = orderIssue(settings, userId, options)
      return toIssued(order, sign(order.userSig), order.privateMapKey && sign(order.privateMapKey))
    },
    verifyUserSig(userSig, options) {
      const expected = readUserSigExpectations(options)
      return checkUserSig(verifySignature(userSig, macs), expected, sdkAppId, clock)
    },
    verifyPrivateMapKey(privateMapKey, options) {
      const expected = readPrivateMapKeyExpectations(options)
      return checkPrivateMapKey(verifySignature(privateMapKey, macs), expected, sdkAppId, clock)
    },
  })
}
