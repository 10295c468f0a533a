import type { Fault } from './faults.ts'

const HEADINGS = [
  'fault',
  'first `get()`',
  'renewal, with valid tickets at hand',
  '`loginChat`, whose ticket has ended',
]

/** Writes FAULTS.md from the table that the tests run. */
export function renderFaults(faults: readonly Fault[]): string {
  const rows = faults.map(({ name, first, renewal, chat }) => [name, first, renewal, chat])
  const widths = HEADINGS.map((heading, column) =>
    Math.max(...[heading, ...rows.map((row) => row[column] ?? '')].map(({ length }) => length)),
  )
  const line = (cells: readonly string[]) => `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`
  return `# What an app sees when something fails

Each cell is a test: a real Chromium, a real endpoint, the Chat SDK with a login that lets everybody in, and clocks that
the test moves. Tickets last 600 s and are renewed 300 s before their end.

- **first \`get()\`**: what the first call returns during the fault, and what a later one returns.
- **renewal**: the fault begins a second before a subscription renews. "By itself" means within 31 s after the fault
  (240 s after an absurd \`Retry-After\`); "on wake" means on \`online\`, \`visibilitychange\`, \`pageshow\` or \`wake()\`.
- **\`loginChat\`**: the device slept until the ticket had ended, Chat logged the user out, and the fault is there.

${[line(HEADINGS), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n')}

Tabs and users, each tried with ten tabs of one Chromium:

| what                               | with Web Locks       | without                   |
| ---------------------------------- | -------------------- | ------------------------- |
| ten tabs ask for the first tickets | one request          | one request a tab at most |
| one tab renews                     | all have the tickets | all have the tickets      |
| one tab signs out                  | all get \`signed_out\` | all get \`signed_out\`      |
| an answer comes after the logout   | not kept             | not kept                  |
| another user logs in               | nothing of the first | nothing of the first      |
`
}
