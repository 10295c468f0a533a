import type { Fault } from './faults.ts'

const HEADINGS = ['fault', 'first `get()`', 'renewal', '`loginChat`']

/** A row; the error, which all moments share, stands in its first cell alone. */
function toRow({ name, first, renewal, chat }: Fault): string[] {
  const [outcome = '', later] = first.split(', later ')
  const error = later ? outcome : ''
  return [
    name,
    error ? `\`${error}\`` : outcome,
    renewal.replace(`${error}, `, '').replace('throughout, renewed', '→').replace('ended, renewed', 'ended →'),
    chat.replace('renewing → ', '').replace(` (${error})`, ''),
  ]
}

/** Writes FAULTS.md from the table that the tests run. */
export function renderFaults(faults: readonly Fault[]): string {
  const rows = faults.map(toRow)
  const widths = HEADINGS.map((heading, column) =>
    Math.max(...[heading, ...rows.map((row) => row[column] ?? '')].map(({ length }) => length)),
  )
  const line = (cells: readonly string[]) => `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`
  return `# What an app sees when something fails

Each cell is a test: a real Chromium, a real endpoint, the Chat SDK with a login that lets everybody in, and clocks that
the test moves. Tickets last 600 s and are renewed 300 s before their end.

- **first \`get()\`**: what the first call returns during the fault: tickets, or an error with this code, which is also
  that of the other moments. After the fault, each returns tickets.
- **renewal**: the fault begins a second before a subscription renews; "valid" and "ended" are the tickets at hand when it
  is over. After the arrow, they are renewed: "by itself" means within 31 s from then (240 s after an absurd
  \`Retry-After\`); "on wake" means on \`online\`, \`visibilitychange\`, \`pageshow\` or \`wake()\`.
- **\`loginChat\`**: the device slept until the ticket had ended, Chat logged the user out, and the fault is there. The
  states are those after \`renewing\`.

${[line(HEADINGS), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n')}

Ten tabs of one Chromium, with and without Web Locks and BroadcastChannel:

| what                               | with Web Locks       | without                   |
| ---------------------------------- | -------------------- | ------------------------- |
| ten tabs ask for the first tickets | one request          | one request a tab at most |
| one tab renews                     | all have the tickets | all have the tickets      |
| one tab signs out                  | all get \`signed_out\` | all get \`signed_out\`      |
| an answer comes after the logout   | not kept             | not kept                  |

Another user gets nothing of the user before, neither from the storage nor from a request that was on its way.
`
}
