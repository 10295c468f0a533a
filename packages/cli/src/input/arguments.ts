const DIAGNOSES = ['doctor', 'explain']

/**
 * Makes texts of what looks like options: a negative code is one even with words after it, and a `curl` line has options of
 * its own. A space in front keeps the parser from taking them.
 */
export function textsOf(args: readonly string[]): string[] {
  const at = args.findIndex((arg) => DIAGNOSES.includes(arg))
  if (at < 0) return [...args]
  const curl = args.findIndex((arg, i) => i > at && arg === 'curl' && /^(?:-|https?:)/.test(args[i + 1] ?? ''))
  const end = curl < 0 ? args.length : curl
  const before = args.slice(0, end).map((arg, i) => (i > at && /^-\s?(?:0x)?\d/i.test(arg) ? ` ${arg}` : arg))
  return curl < 0 || before.includes('--') ? [...before, ...args.slice(end)] : [...before, '--', ...args.slice(end)]
}
