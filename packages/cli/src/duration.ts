import { InvalidArgumentError } from 'commander'

const SECONDS: Record<string, number> = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 }

/** Seconds of `90`, `90s`, `15m`, `12h`, `7d` or `2w`. */
export function parseDuration(text: string): number {
  const [, digits, unit = 's'] = /^(\d{1,10})([smhdw]?)$/.exec(text) ?? []
  const seconds = Number(digits) * (SECONDS[unit || 's'] ?? Number.NaN)
  if (!Number.isSafeInteger(seconds)) throw new InvalidArgumentError('Give seconds, or 15m, 12h, 7d, 2w.')
  return seconds
}

/** An integer in digits. */
export function parseInteger(text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new InvalidArgumentError('Give a number.')
  return Number(text)
}
