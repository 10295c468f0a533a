import { createPreparation } from './prepare.ts'
import { badSignature, readTicket } from './read.ts'
import { kindOf } from './show.ts'
import { assembleTicket, contentToSign, signedBytes, type TicketFields } from './sign.ts'
import type { RemoteUserSigner } from './signer.ts'
import type { RemoteMac, RemoteSignerOptions } from './signer-options.ts'
import type { TicketDocument } from './steps/document.ts'
import { equalMacs, MAC_BYTES } from './steps/hmac.ts'
import {
  checkPrivateMapKey,
  checkUserSig,
  checkVerifyPrivateMapKeyOptions,
  checkVerifyUserSigOptions,
} from './verify.ts'

/** The signer whose key is somewhere else. While it waits, others use the buffers of signing: what it keeps is copied. */
export function createRemoteSigner(options: RemoteSignerOptions): RemoteUserSigner {
  const prepare = createPreparation(options)
  const [mac, ...previousMacs] = readMacs(options.mac)

  async function sign(prepared: TicketFields): Promise<string> {
    const fields = { ...prepared, userBuf: prepared.userBuf?.slice() }
    const computed = await compute(mac, contentToSign(fields).slice())
    return assembleTicket(fields, computed, prepare.compression)
  }

  async function readSigned(ticket: string): Promise<TicketDocument> {
    const { fields } = readTicket(ticket)
    const content = signedBytes(fields).slice()
    for (const each of [mac, ...previousMacs]) {
      if (equalMacs(await compute(each, content), fields.signature)) return fields
    }
    throw badSignature()
  }

  return Object.freeze<RemoteUserSigner>({
    sdkAppId: prepare.sdkAppId,
    genUserSig: async (userId, options) => sign(prepare.userSig(userId, options)),
    genPrivateMapKey: async (userId, options) => sign(prepare.privateMapKey(userId, options)),
    async issue(userId, options) {
      const { userSig, privateMapKey, complete } = prepare.issue(userId, options)
      const [signedUserSig, signedKey] = await Promise.all([sign(userSig), privateMapKey && sign(privateMapKey)])
      return complete(signedUserSig, signedKey)
    },
    async verifyUserSig(userSig, options = {}) {
      checkVerifyUserSigOptions(options)
      const asked = copyOf(options)
      return checkUserSig(await readSigned(userSig), prepare.expected(asked), asked)
    },
    async verifyPrivateMapKey(privateMapKey, options = {}) {
      checkVerifyPrivateMapKeyOptions(options)
      const asked = copyOf(options)
      return checkPrivateMapKey(await readSigned(privateMapKey), prepare.expected(asked), asked)
    },
  })
}

/** What was asked for counts, whatever becomes of the caller's object while the MAC is computed. */
function copyOf<T extends object>(options: T): T {
  return Object.assign(Object.create(Object.getPrototypeOf(options)), options)
}

function readMacs(given: RemoteMac | readonly RemoteMac[]): [RemoteMac, ...RemoteMac[]] {
  const macs: readonly RemoteMac[] = typeof given === 'function' ? [given] : given
  if (!Array.isArray(macs) || macs.length === 0 || macs.some((each) => typeof each !== 'function')) {
    throw new TypeError('mac must be a function that computes HMAC-SHA256, or a list of them')
  }
  return macs as [RemoteMac, ...RemoteMac[]]
}

/** @throws TypeError when the answer is no HMAC-SHA256; what `mac` itself rejects with is passed on */
async function compute(mac: RemoteMac, content: Uint8Array): Promise<Uint8Array> {
  const computed = await mac(content)
  if (!(computed instanceof Uint8Array) || computed.length !== MAC_BYTES) {
    const found = computed instanceof Uint8Array ? `${computed.length} bytes` : kindOf(computed)
    throw new TypeError(`mac resolved to ${found}, but HMAC-SHA256 has ${MAC_BYTES} bytes as a Uint8Array`)
  }
  return computed
}
