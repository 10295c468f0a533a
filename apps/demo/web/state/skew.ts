import { signal } from '@preact/signals'

/** By how many seconds this device is ahead of the server, as the server's last answer told; 0 before that. */
export const skew = signal(0)

/** The moment of issue is a whole second, and has been on its way: within this, clocks count as equal, in seconds. */
const UNCERTAINTY = 2

/** @param serverTime - When the server signed or sent what has just arrived, in Unix seconds. */
export function learnSkew(serverTime: number): void {
  const ahead = Date.now() / 1000 - serverTime
  skew.value = Math.abs(ahead) <= UNCERTAINTY ? 0 : ahead
}
