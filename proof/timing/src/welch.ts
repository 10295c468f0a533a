/**
 * Welch's t of two samples, as it grows with each value: how far their means are apart, in units of their own noise.
 * Source of the method: Reparaz, Balasch, Verbauwhede, "Dude, is my code constant time?", 2017; it takes |t| > 4.5 for
 * a difference.
 */
export class Welch {
  readonly #samples = [new Moments(), new Moments()] as const

  add(which: 0 | 1, value: number): void {
    this.#samples[which].add(value)
  }

  t(): number {
    const [a, b] = this.#samples
    return (a.mean - b.mean) / Math.sqrt(a.variance / a.count + b.variance / b.count)
  }
}

/** Mean and variance without keeping the values. Source: Knuth, TAOCP, volume 2, section 4.2.2. */
class Moments {
  count = 0
  mean = 0
  #sum = 0

  add(value: number): void {
    this.count++
    const delta = value - this.mean
    this.mean += delta / this.count
    this.#sum += delta * (value - this.mean)
  }

  get variance(): number {
    return this.#sum / (this.count - 1)
  }
}
