import { _SHA256 } from '@noble/hashes/sha2.js'
import { MAX_SIGNED_BYTES } from '../limits.ts'

export const MAC_BYTES = 32

const BLOCK_BYTES = 64
/** SHA-256 ends each text with a byte 0x80, zeros, and its length in bits as 8 bytes. */
const PADDING_BYTES = 9

/**
 * Where a text is written that a MAC is computed over. It is all zeros between calls: what `compute` has read, it wipes,
 * so that the padding needs no other zeros.
 */
export const macInput: Uint8Array = /* @__PURE__ */ new Uint8Array(
  Math.ceil((MAX_SIGNED_BYTES + PADDING_BYTES) / BLOCK_BYTES) * BLOCK_BYTES,
)
const inputView = /* @__PURE__ */ new DataView(macInput.buffer)

/** The MAC that was computed last. Whoever has read it wipes it. */
export const macOutput: Uint8Array = /* @__PURE__ */ new Uint8Array(MAC_BYTES)
const outputView = /* @__PURE__ */ new DataView(macOutput.buffer)

/** The only block of the outer hash: the inner digest, which is wiped after each use, and the padding, which stays. */
const outerView = /* @__PURE__ */ new DataView(new ArrayBuffer(BLOCK_BYTES))

/**
 * The compression function of noble's SHA-256, without what noble does around it for texts that come in pieces: copies
 * of the state, of each block, of the digest. That is half of the time of a short text.
 */
class Compression extends _SHA256 {
  load(state: Int32Array): void {
    this.set(state[0]!, state[1]!, state[2]!, state[3]!, state[4]!, state[5]!, state[6]!, state[7]!)
  }

  /** Takes in the blocks of `view` from the beginning up to `end`. */
  blocks(view: DataView, end: number): void {
    for (let at = 0; at < end; at += BLOCK_BYTES) this.process(view, at)
  }

  store(view: DataView): void {
    view.setInt32(0, this.A)
    view.setInt32(4, this.B)
    view.setInt32(8, this.C)
    view.setInt32(12, this.D)
    view.setInt32(16, this.E)
    view.setInt32(20, this.F)
    view.setInt32(24, this.G)
    view.setInt32(28, this.H)
  }

  state(): Int32Array {
    return Int32Array.from(this.get())
  }

  /** Leaves nothing of what was hashed: neither here nor in the message schedule that all hashes of noble share. */
  forget(): void {
    this.set(0, 0, 0, 0, 0, 0, 0, 0)
    this.roundClean()
  }
}

let shared: Compression | undefined
let initialState: Int32Array

/** @throws Error when noble does not hash as it did when this was written */
function compression(): Compression {
  if (shared) return shared
  const hash = new Compression()
  initialState = hash.state()
  // The empty text, as one padded block (FIPS 180-4, section 5.1.1).
  const empty = new DataView(new ArrayBuffer(BLOCK_BYTES))
  empty.setUint8(0, 0x80)
  hash.blocks(empty, BLOCK_BYTES)
  hash.store(outputView)
  // The first and the last word of its digest: whatever goes another way changes both.
  const isKnown = outputView.getUint32(0) === 0xe3b0c442 && outputView.getUint32(MAC_BYTES - 4) === 0x7852b855
  hash.forget()
  macOutput.fill(0)
  outerView.setUint32(MAC_BYTES, 0x80000000)
  outerView.setUint32(BLOCK_BYTES - 4, (BLOCK_BYTES + MAC_BYTES) * 8)
  if (!isKnown) {
    throw new Error('this version of @noble/hashes cannot be used: install the one that the package asks for')
  }
  shared = hash
  return hash
}

/** HMAC-SHA256 (RFC 2104) under one key, of which it keeps the states after its two padded blocks and nothing else. */
export class Mac {
  readonly #inner: Int32Array
  readonly #outer: Int32Array
  readonly #hash: Compression

  constructor(key: Uint8Array) {
    this.#hash = compression()
    // As noble's `sha256` does it, which brings along what makes other hashes.
    const short = key.length > BLOCK_BYTES ? new _SHA256().update(key).digest() : key
    this.#inner = this.#stateAfter(short, 0x36)
    this.#outer = this.#stateAfter(short, 0x5c)
  }

  #stateAfter(key: Uint8Array, mask: number): Int32Array {
    const block = new Uint8Array(BLOCK_BYTES)
    block.set(key)
    for (let i = 0; i < BLOCK_BYTES; i++) block[i]! ^= mask
    const hash = this.#hash
    hash.load(initialState)
    hash.blocks(new DataView(block.buffer), BLOCK_BYTES)
    const state = hash.state()
    hash.forget()
    block.fill(0)
    return state
  }

  /** Computes the MAC of the first `length` bytes of `macInput` into `macOutput`, and wipes `macInput`. */
  compute(length: number): void {
    const hash = this.#hash
    const end = Math.ceil((length + PADDING_BYTES) / BLOCK_BYTES) * BLOCK_BYTES
    macInput[length] = 0x80
    inputView.setUint32(end - 4, (BLOCK_BYTES + length) * 8)
    hash.load(this.#inner)
    hash.blocks(inputView, end)
    macInput.fill(0, 0, end)
    hash.store(outerView)
    hash.load(this.#outer)
    hash.blocks(outerView, BLOCK_BYTES)
    hash.store(outputView)
    hash.forget()
    // Zeros, where the inner digest was.
    hash.store(outerView)
  }
}

/** Compares in a time that does not depend on where the first difference is. */
export function equalMacs(a: Uint8Array, b: Uint8Array): boolean {
  let difference = 0
  for (let i = 0; i < MAC_BYTES; i++) difference |= a[i]! ^ b[i]!
  return difference === 0
}

/**
 * HMAC-SHA256 of any text of up to {@link MAX_SIGNED_BYTES} bytes.
 *
 * @returns what computes it into `out`
 */
export function createMac(key: Uint8Array): (content: Uint8Array, out: Uint8Array) => void {
  const mac = new Mac(key)
  return (content, out) => {
    macInput.set(content)
    mac.compute(content.length)
    out.set(macOutput)
    macOutput.fill(0)
  }
}
