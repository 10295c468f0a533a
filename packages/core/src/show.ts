/** Longest piece of a caller's value that an error message repeats. */
const MAX_SHOWN = 40

// What JSON leaves as it is, although terminals and log readers obey it: DEL, C1, the Unicode line separators.
const UNESCAPED_CONTROL = /[\u007f-\u009f\u2028\u2029]/g

// A piece of an SDKSecretKey, in whatever text, or of a ticket. What has as many hex digits and is none, such as a UUID
// without its dashes, is not shown either; a number, such as the id of a Google account, is.
const SECRET = /(?!\d{16,31}(?![0-9a-f]))[0-9a-f]{16}|e[AFJN][\w*-]{30}/i

/** How much of a text is searched: what is shown of it, and a key that begins there. */
const MAX_SEARCHED = MAX_SHOWN + 64

/** Whether a text may hold a key or a ticket, which stands in the place of something else by mistake. */
export function looksSecret(text: string): boolean {
  return SECRET.test(text)
}

/** A value as an error message shows it: short, on one line, quoted where it is text. */
export function show(value: unknown): string {
  if (typeof value === 'string') return showText(value)
  if (typeof value === 'bigint') return showBigInt(value)
  if (typeof value === 'symbol') return 'a symbol'
  if (value === null || (typeof value !== 'object' && typeof value !== 'function')) return String(value)
  if (Array.isArray(value)) return 'an array'
  return typeof value === 'function' ? 'a function' : 'an object'
}

function showText(text: string): string {
  if (looksSecret(text.slice(0, MAX_SEARCHED))) return '(hidden: it looks like a key or a ticket)'
  const shown = text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text
  return JSON.stringify(shown).replace(
    UNESCAPED_CONTROL,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** The digits of a large one would take seconds. */
function showBigInt(value: bigint): string {
  const isShort = value < 2n ** 64n && value > -(2n ** 64n)
  return isShort ? `the BigInt ${value}` : 'a large BigInt'
}

/** What a value is, without what it holds: for keys and tickets. */
export function kindOf(value: unknown): string {
  if (value === null || value === undefined) return String(value)
  return Array.isArray(value) ? 'an array' : `a value of type ${typeof value}`
}
