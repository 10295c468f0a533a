/** Longest piece of a caller's value that an error message repeats. */
const MAX_SHOWN = 40

// What JSON leaves as it is, although terminals and log readers obey it: DEL, C1, the Unicode line separators.
const UNESCAPED_CONTROL = /[\u007f-\u009f\u2028\u2029]/g

// An SDKSecretKey, or a ticket, whatever comes around it. No UserID is as long, and a UUID is shorter.
const SECRET = /[0-9a-f]{40}|e[AFJN][\w*-]{60}/i

/** Whether a text may hold a key or a ticket, which stands in the place of something else by mistake. */
export function looksSecret(text: string): boolean {
  return SECRET.test(text)
}

/** A value as an error message shows it: short, on one line, quoted where it is text. */
export function show(value: unknown): string {
  if (typeof value === 'string') {
    if (looksSecret(value)) return 'a text that looks like a key or a ticket'
    const text = value.length > MAX_SHOWN ? `${value.slice(0, MAX_SHOWN)}…` : value
    return JSON.stringify(text).replace(
      UNESCAPED_CONTROL,
      (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
    )
  }
  if (value === null || (typeof value !== 'object' && typeof value !== 'function')) {
    return typeof value === 'bigint' ? `the BigInt ${value}` : String(value)
  }
  if (Array.isArray(value)) return 'an array'
  return typeof value === 'function' ? 'a function' : 'an object'
}

/** What a value is, without what it holds: for keys and tickets. */
export function kindOf(value: unknown): string {
  if (value === null || value === undefined) return String(value)
  return Array.isArray(value) ? 'an array' : `a value of type ${typeof value}`
}
