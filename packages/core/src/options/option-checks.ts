import { kindOf, show } from '../show.ts'
import type { OptionCheck } from './read-options.ts'

/** A day: what somebody waits for longer is a slip of the pen, mostly milliseconds. */
const MAX_WAIT = 86_400

/** A function of the app. */
export const callback: OptionCheck = (value, name) => {
  if (typeof value === 'function') return value
  throw new TypeError(`${name} is ${show(value)}, but must be a function`)
}

/** `true` or `false`. */
export const flag: OptionCheck = (value, name) => {
  if (typeof value === 'boolean') return value
  throw new TypeError(`${name} is ${show(value)}, but must be true or false`)
}

/** A text that is not empty. Its value may be secret, so that no message repeats it. */
export const text: OptionCheck = (value, name) => {
  if (typeof value === 'string' && value !== '') return value
  throw new TypeError(`${name} is ${value === '' ? 'empty' : kindOf(value)}, but must be a text`)
}

/** How long something may take, in seconds: above 0, at most `max`. */
export function duration(max: number = MAX_WAIT): OptionCheck {
  return (value, name) => {
    if (typeof value === 'number' && value > 0 && value <= max) return value
    const guess = typeof value === 'number' && value > max && Number.isFinite(value) ? ', not milliseconds' : ''
    throw new TypeError(`${name} is ${show(value)}, but must be a number of seconds above 0 and up to ${max}${guess}`)
  }
}

/** A whole number. */
export function wholeNumber(min: number, max: number, unit: string): OptionCheck {
  return (value, name) => {
    if (Number.isSafeInteger(value) && (value as number) >= min && (value as number) <= max) return value
    throw new TypeError(`${name} is ${show(value)}, but must be a whole number of ${unit} from ${min} to ${max}`)
  }
}

/** One of several words. */
export function oneOf(words: readonly string[]): OptionCheck {
  return (value, name) => {
    if (typeof value === 'string' && words.includes(value)) return value
    throw new TypeError(`${name} is ${show(value)}, but must be one of ${words.map((word) => show(word)).join(', ')}`)
  }
}
