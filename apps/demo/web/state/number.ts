/** Digits as a number; `NaN`, which the library refuses, for all else. */
export function toInteger(text: string): number {
  return /^\d+$/.test(text.trim()) ? Number(text) : Number.NaN
}

/** Why a text is not the number that it was meant to be. */
export interface NumberFault {
  readonly reason: 'fullWidth' | 'separators' | 'noNumber'
  /** What was probably meant. */
  readonly meant: string
}

/**
 * Why a text is no number; `undefined` for one, and for what is not typed yet.
 *
 * @param fraction - Whether a decimal point may be in it.
 */
export function findNumberFault(text: string, fraction = false): NumberFault | undefined {
  const typed = text.trim()
  const isNumber = fraction ? /^\d+(\.\d+)?$/ : /^\d+$/
  if (typed === '' || isNumber.test(typed)) return undefined
  const narrow = typed.normalize('NFKC')
  if (isNumber.test(narrow)) return { reason: 'fullWidth', meant: narrow }
  const bare = narrow.replace(/(?<=\d)[\s,_.'’](?=\d)/g, '')
  if (/^\d+$/.test(bare)) return { reason: 'separators', meant: bare }
  return { reason: 'noNumber', meant: '' }
}
