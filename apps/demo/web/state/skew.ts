import { signal } from '@preact/signals'

/** By how many seconds this device is ahead of the server, as the last ticket of the server told; 0 before that. */
export const skew = signal(0)

/** The moment of issue is a whole second, and has been on its way: within this, clocks count as equal, in seconds. */
const UNCERTAINTY = 2

/** @param issuedAt - When the server signed what has just arrived. */
export function learnSkew(issuedAt: number): void {
  const ahead = Date.now() / 1000 - issuedAt
  skew.value = Math.abs(ahead) <= UNCERTAINTY ? 0 : ahead
}
