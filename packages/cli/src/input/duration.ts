import { InvalidArgumentError } from 'commander'
import { MAX_LIFETIME } from '../limits.ts'
import { words } from '../words/index.ts'

const SECONDS: Record<string, number> = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 }

/** Half an hour in milliseconds: nobody means a multiple of it, 20 days and 20 hours, in seconds. */
const MILLISECONDS = 1_800_000

/** Seconds of `90`, `90s`, `15m`, `12h`, `7d` or `2w`; `NaN` for anything else. */
export function toSeconds(text: string): number {
  const [, digits, unit] = /^(\d{1,10})([smhdw]?)$/.exec(text) ?? []
  return Number(digits) * (SECONDS[unit || 's'] ?? Number.NaN)
}

/** What is wrong with a lifetime as it was written; `undefined` where nothing is. */
export function durationFault(text: string): string | undefined {
  const seconds = toSeconds(text)
  if (Number.isNaN(seconds)) return words.duration.wrong
  const isBare = /^\d+$/.test(text)
  if (isBare && seconds > 0 && seconds % MILLISECONDS === 0 && seconds !== MAX_LIFETIME) {
    return words.duration.milliseconds(text, seconds / 1000)
  }
  return seconds > MAX_LIFETIME ? words.duration.tooLong : undefined
}

export function parseDuration(text: string): number {
  const fault = durationFault(text)
  if (fault !== undefined) throw new InvalidArgumentError(fault)
  return toSeconds(text)
}
