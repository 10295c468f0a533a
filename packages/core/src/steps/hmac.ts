import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'

export const MAC_BYTES = 32

/** Computes the HMAC-SHA256 of a text into `out`; holds the key where nothing can read it. */
export type Mac = (content: Uint8Array, out: Uint8Array) => void

/**
 * HMAC-SHA256 under one key.
 *
 * The state behind the key's two blocks is computed once and copied into a reused instance for each text, which halves
 * the work of a short text.
 */
export function createMac(key: Uint8Array): Mac {
  const keyed = hmac.create(sha256, key)
  const work = keyed.clone()
  return (content, out) => {
    keyed._cloneInto(work)
    work.update(content)
    work.digestInto(out)
  }
}

/** Compares in a time that does not depend on where the first difference is. */
export function equalMacs(a: Uint8Array, b: Uint8Array): boolean {
  let difference = 0
  for (let i = 0; i < MAC_BYTES; i++) difference |= a[i]! ^ b[i]!
  return difference === 0
}
