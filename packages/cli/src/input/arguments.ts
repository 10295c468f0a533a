/**
 * A call without a command is free text, which is the doctor's. One bare word that is nearly a command is a slip of the
 * finger, which the parser answers with what was meant.
 *
 * @param commands - Names of all commands.
 */
export function withCommand(args: readonly string[], commands: readonly string[]): readonly string[] {
  const first = args[0] === '--lang' ? 2 : args[0]?.startsWith('--lang=') ? 1 : 0
  const word = args[first]
  if (word === undefined || (word.startsWith('-') && !/^-\d/.test(word) && !isPem(word))) return args
  if (commands.some((command) => command === word || isNear(word, command))) return args
  return [...args.slice(0, first), 'doctor', ...args.slice(first)]
}

/** Whether a text is a key in PEM form, or its beginning: it starts with hyphens, as an option does. */
export const isPem = (text: string): boolean => /^-----BEGIN /.test(text)

const MAX_SLIPS = 2

/** Whether a word has at most two slips, and more that is right than wrong. */
function isNear(word: string, command: string): boolean {
  if (!/^[a-z-]{2,20}$/i.test(word)) return false
  const slips = countSlips(word.toLowerCase(), command)
  return slips <= MAX_SLIPS && slips * 2 < Math.min(word.length, command.length)
}

/** Characters left out, added, changed, or swapped with the next (optimal string alignment). */
function countSlips(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)]
  const at = (i: number, j: number) => rows[i]?.[j] ?? Number.POSITIVE_INFINITY
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    rows.push(row)
    for (let j = 1; j <= b.length; j++) {
      const change = at(i - 1, j - 1) + Number(a[i - 1] !== b[j - 1])
      const isSwap = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      row.push(Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, change, isSwap ? at(i - 2, j - 2) + 1 : change))
    }
  }
  return at(a.length, b.length)
}

const DIAGNOSES = ['doctor', 'explain']

/**
 * Makes texts of what looks like options: a negative code is one even with words after it, and so is a key in PEM form; a
 * `curl` line has options of its own. A space in front keeps the parser from taking them.
 */
export function textsOf(args: readonly string[]): string[] {
  const at = args.findIndex((arg) => DIAGNOSES.includes(arg))
  if (at < 0) return [...args]
  const curl = args.findIndex((arg, i) => i > at && arg === 'curl' && /^(?:-|https?:)/.test(args[i + 1] ?? ''))
  const end = curl < 0 ? args.length : curl
  const before = args
    .slice(0, end)
    .map((arg, i) => (i > at && (/^-\s?(?:0x)?\d/i.test(arg) || isPem(arg)) ? ` ${arg}` : arg))
  return curl < 0 || before.includes('--') ? [...before, ...args.slice(end)] : [...before, '--', ...args.slice(end)]
}
