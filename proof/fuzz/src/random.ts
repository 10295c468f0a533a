/** Small numbers by chance that come out the same for the same seed (sfc32 by Chris Doty-Humphrey, PractRand). */
export class Random {
  #a: number
  #b: number
  #c = 1
  #counter = 1

  /** Each case of a run has its own numbers, so that it can be run again without those before it. */
  constructor(seed: number, caseNumber: number) {
    this.#a = seed | 0
    this.#b = caseNumber | 0
    for (let i = 0; i < 12; i++) this.uint32()
  }

  uint32(): number {
    const sum = (this.#a + this.#b + this.#counter) | 0
    this.#counter = (this.#counter + 1) | 0
    this.#a = this.#b ^ (this.#b >>> 9)
    this.#b = (this.#c + (this.#c << 3)) | 0
    this.#c = ((this.#c << 21) | (this.#c >>> 11)) + sum
    return sum >>> 0
  }

  /** An integer from 0 up to, but without, `end`. */
  below(end: number): number {
    return Math.floor((this.uint32() / 2 ** 32) * end)
  }

  /** An integer from `first` to `last`. */
  between(first: number, last: number): number {
    return first + this.below(last - first + 1)
  }

  /** True once in `times`. */
  once(times: number): boolean {
    return this.below(times) === 0
  }

  pick<T>(list: readonly T[]): T {
    if (list.length === 0) throw new RangeError('there is nothing to pick from')
    return list[this.below(list.length)] as T
  }

  bytes(length: number): Uint8Array<ArrayBuffer> {
    return Uint8Array.from({ length }, () => this.below(256))
  }

  /** Characters of an alphabet. */
  text(length: number, alphabet: string): string {
    let text = ''
    while (text.length < length) text += alphabet.charAt(this.below(alphabet.length))
    return text
  }

  shuffled<T>(list: readonly T[]): T[] {
    // One number holds what is drawn and where it stood: to sort numbers takes far less time than to sort pairs.
    const drawn = new Float64Array(list.length)
    for (let at = 0; at < list.length; at++) drawn[at] = this.uint32() * list.length + at
    drawn.sort()
    return list.map((_, place) => list[(drawn[place] ?? 0) % list.length] as T)
  }
}
