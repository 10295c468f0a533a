import { malformed } from '../../errors.ts'

/**
 * Bits of a DEFLATE stream, least significant first.
 *
 * It reads ahead, two bytes at a time, and does not look at the end of the stream while doing so: what comes after is
 * decoded like anything else until `checkEnd`, which has to be called before a result counts.
 */
export class BitReader {
  /** The next bits, of which `available` (up to 30) are valid. */
  bits = 0
  available = 0
  /** The next byte that has not gone into `bits`. */
  position = 0
  input: Uint8Array = new Uint8Array(0)
  #end = 0

  open(input: Uint8Array, start: number, end: number): void {
    this.input = input
    this.position = start
    this.#end = end
    this.bits = 0
    this.available = 0
  }

  /** Takes the next bits, up to 15. */
  take(count: number): number {
    this.fill()
    const value = this.bits & ((1 << count) - 1)
    this.drop(count)
    return value
  }

  /** Afterwards there are at least 15 bits to look at. */
  fill(): void {
    if (this.available >= 15) return
    const { input, position } = this
    this.bits |= (input[position]! | (input[position + 1]! << 8)) << this.available
    this.available += 16
    this.position += 2
  }

  drop(count: number): void {
    this.bits >>>= count
    this.available -= count
  }

  /** @throws UserSigError `malformed` when more bits were taken than there are */
  checkEnd(): void {
    if (this.position * 8 - this.available > this.#end * 8) throw malformed('the compressed data ends in the middle')
  }

  /** Goes on at the next whole byte; returns its position. */
  toByte(): number {
    this.checkEnd()
    if (this.take(this.available & 7) !== 0) throw malformed('the compressed data has padding bits set')
    this.position -= this.available >> 3
    this.bits = 0
    this.available = 0
    return this.position
  }

  /** Copies whole bytes; only right after toByte(). */
  copy(count: number, out: Uint8Array, at: number): void {
    const end = this.position + count
    if (end > this.#end) throw malformed('the compressed data ends in the middle')
    out.set(this.input.subarray(this.position, end), at)
    this.position = end
  }
}
