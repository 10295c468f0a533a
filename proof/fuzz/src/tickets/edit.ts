/*
 * What most changes are made of.
 */

/** A text with `piece` in the place of `removed` characters. */
export function splice(text: string, at: number, removed: number, piece: string): string {
  return text.slice(0, at) + piece + text.slice(at + removed)
}

/** Bytes with `piece` in the place of `removed` bytes. */
export function spliceBytes(bytes: Uint8Array, at: number, removed: number, piece: Uint8Array): Buffer {
  return Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(at + removed)])
}

/** Does something so many times. */
export function times(count: number, change: () => void): void {
  for (let n = count; n > 0; n--) change()
}

/** The words of a text, so that long lists of short pieces stay readable. */
export function words(text: string): string[] {
  return text.trim().split(/\s+/)
}
