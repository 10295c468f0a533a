import { toBytes, type WireChange } from '../attempt.ts'

/** A request in many small writes, or with a body that stops in the middle. */
export const slow: WireChange = (attempt, { random }) => {
  const bytes = toBytes(attempt)
  const end = random.once(2) ? bytes.length : bytes.length - random.between(1, attempt.body?.length ?? 1)
  const count = random.between(2, 12)
  const size = Math.ceil(end / count)
  return { parts: Array.from({ length: count }, (_, i) => bytes.subarray(i * size, Math.min(end, (i + 1) * size))) }
}

/** Leaves before the answer, or before the end of what it says. */
export const hangUp: WireChange = (attempt, { random }) => {
  const bytes = toBytes(attempt)
  return { parts: [bytes.subarray(0, random.pick([0, bytes.length, random.below(bytes.length)]))], hangUp: true }
}
