import { findNumberFault } from '../state/number.ts'
import type { Texts } from '../texts/en.ts'

/** What is wrong with a number that was typed, in words. */
export function describeNumberFault(text: string, t: Texts, fraction = false): string | undefined {
  const fault = findNumberFault(text, fraction)
  return fault && t.number[fault.reason](fault.meant)
}
