import { kindOf } from '../show.ts'
import { checkPrivateMapKey, checkUserSig } from '../verifying/check-claims.ts'
import { readPrivateMapKeyExpectations, readUserSigExpectations } from '../verifying/expectations.ts'
import { badSignature, readTicket } from '../verifying/read-ticket.ts'
import { equalMacs, MAC_BYTES } from '../wire/mac.ts'
import { type SignedFields, signedText } from '../wire/signed-text.ts'
import { TicketWriter } from '../wire/ticket.ts'
import { toIssued } from './issued.ts'
import { orderIssue, orderPrivateMapKey, orderUserSig } from './orders.ts'
import { type SignerOptions, toSettings } from './settings.ts'
import type { RemoteMac, RemoteUserSigner } from './types.ts'

/**
 * The signer whose key is somewhere else. Whatever runs while it waits, or within a `mac` that does not make it wait,
 * finds nothing to change: an order is complete before the first signature is asked for, and each `mac` gets and returns
 * bytes of its own.
 */
export function createRemoteSigner(options: SignerOptions, macs: readonly RemoteMac[]): RemoteUserSigner {
  const settings = toSettings(options)
  const { sdkAppId, clock } = settings
  const mac = macs[0] as RemoteMac
  const writer = new TicketWriter(sdkAppId)

  async function sign(fields: SignedFields): Promise<string> {
    return writer.write(fields, await compute(mac, signedText(fields)))
  }

  async function verifySignature(ticket: string): Promise<SignedFields> {
    const { fields } = readTicket(ticket)
    for (const each of macs) {
      if (equalMacs(await compute(each, signedText(fields)), fields.signature)) return fields
    }
    throw badSignature()
  }

  return Object.freeze<RemoteUserSigner>({
    sdkAppId,
    genUserSig: async (userId, options) => await sign(orderUserSig(settings, userId, options)),
    genPrivateMapKey: async (userId, options) => await sign(orderPrivateMapKey(settings, userId, options)),
    async issue(userId, options) {
      const order = orderIssue(settings, userId, options)
      const userSig = await sign(order.userSig)
      return toIssued(order, userSig, order.privateMapKey && (await sign(order.privateMapKey)))
    },
    async verifyUserSig(userSig, options) {
      const expected = readUserSigExpectations(options)
      return checkUserSig(await verifySignature(userSig), expected, sdkAppId, clock)
    },
    async verifyPrivateMapKey(privateMapKey, options) {
      const expected = readPrivateMapKeyExpectations(options)
      return checkPrivateMapKey(await verifySignature(privateMapKey), expected, sdkAppId, clock)
    },
  })
}

/** @throws TypeError when the answer is not an HMAC-SHA256; what `mac` itself rejects with is passed on */
async function compute(mac: RemoteMac, content: Uint8Array): Promise<Uint8Array> {
  const answer = mac(content)
  // What is there at once is copied at once: the next answer may come in the same bytes.
  return copyOf(answer instanceof Uint8Array ? answer : await answer)
}

function copyOf(answer: Uint8Array): Uint8Array {
  if (!(answer instanceof Uint8Array) || answer.length !== MAC_BYTES) {
    const found = answer instanceof Uint8Array ? `${answer.length} bytes` : kindOf(answer)
    throw new TypeError(`mac resolved to ${found}, but HMAC-SHA256 has ${MAC_BYTES} bytes as a Uint8Array`)
  }
  return new Uint8Array(answer)
}
