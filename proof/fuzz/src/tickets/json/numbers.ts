import { pack } from '../pack.ts'
import type { Mutate } from '../sample.ts'

const RESPELLINGS: readonly ((digits: string) => string)[] = [
  (digits) => `-${digits}`,
  (digits) => `${digits}.0`,
  (digits) => `${digits}.5`,
  (digits) => `${digits}e0`,
  (digits) => `${digits}0e-1`,
  (digits) => `${digits}e400`,
  (digits) => `${digits}e-400`,
  (digits) => `0${digits}`,
  (digits) => `${digits}000000000000000`,
  (digits) => `"${digits}"`,
  (digits) => String(BigInt(digits) + 2n ** 32n),
  (digits) => String(BigInt(digits) + 2n ** 53n),
  (digits) => `${digits}.00000000000000000001`,
  (digits) => `${Number(digits) - 1}.9999999999999999999999`,
  () => '-0',
  () => '0e999',
  () => '9'.repeat(400),
]

/** A number in another spelling, beyond 2 ** 53, endless, or -0. */
export const numbers: Mutate = (random, { document }) => {
  const found = [...document.matchAll(/:\s*(\d+)/g)]
  if (found.length === 0) return pack(random, document)
  const [whole, digits] = random.pick(found)
  return pack(random, document.replace(whole, `:${random.pick(RESPELLINGS)(digits ?? '0')}`))
}
