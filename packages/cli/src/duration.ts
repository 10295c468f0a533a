import { showDuration } from '@usersig/doctor'
import { InvalidArgumentError, Option } from 'commander'

const SECONDS: Record<string, number> = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 }

/** Seconds of `90`, `90s`, `15m`, `12h`, `7d` or `2w`; `NaN` for anything else. */
export function toSeconds(text: string): number {
  const [, digits, unit = 's'] = /^(\d{1,10})([smhdw]?)$/.exec(text) ?? []
  return Number(digits) * (SECONDS[unit || 's'] ?? Number.NaN)
}

/** The option that says how long tickets are valid. */
export function durationOption(description: string, standard: number): Option {
  return new Option('-e, --expire <duration>', `${description}: seconds, or 15m, 12h, 7d, 2w`)
    .default(standard, showDuration(standard))
    .argParser((text) => {
      const seconds = toSeconds(text)
      if (Number.isNaN(seconds)) throw new InvalidArgumentError('Give seconds, or 15m, 12h, 7d, 2w.')
      return seconds
    })
}

/** An integer in digits. */
export function parseInteger(text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new InvalidArgumentError('Give a number.')
  return Number(text)
}
