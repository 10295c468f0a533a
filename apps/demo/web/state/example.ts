import { createUserSigner } from '@usersig/core'
import { dissect, packDocument } from '@usersig/doctor'

/** An application that only this page knows, and only until it is closed: for examples whose signature can be checked. */
export const EXAMPLE_APP = { sdkAppId: 20000001, secretKey: createKey() }

function createKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

const signer = createUserSigner(EXAMPLE_APP)

export function signExample({ issuedAt, expire = 86_400 }: { issuedAt?: number; expire?: number } = {}): string {
  return signer.genUserSig('alice', { expire, ...(issuedAt !== undefined && { now: issuedAt }) })
}

/** The same ticket compressed, as most official programs write it. */
export function signCompressed(): string {
  return packDocument(dissect(signExample()).document)
}

export function signRoomExample(): string {
  return signer.genPrivateMapKey('alice', { strRoomId: 'lobby', privileges: 'audience', expire: 86_400 })
}
