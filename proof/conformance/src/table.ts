import type { Score } from './score.ts'

/** What came of one program. */
export interface Row {
  readonly name: string
  /** Repository and commit. */
  readonly source: string
  readonly language: string
  readonly scores: readonly Score[]
}

/** The groups that the page shows. What the others show about a program goes to its maintainers first. */
export const SHOWN = {
  signUserSig: 'UserSig',
  signUserBuf: 'buffer',
  signRoom: 'room',
  signStringRoom: 'string room',
  verifyFresh: 'now',
  verifyOfficial: 'official',
  verifyToolkit: 'toolkit',
} as const

/** The groups whose first fault is shown. */
const EXPLAINED: readonly string[] = ['signRoom', 'signStringRoom'] satisfies readonly (keyof typeof SHOWN)[]

const HEAD = `# Conformance

The official programs of Tencent Cloud and this toolkit, scored by \`usersig conform --lines\` with the same [test vectors](../packages/vectors). A cell shows how many statements hold, and of how many.

The first four columns are tickets that a program signs: a UserSig, one with a user buffer, a PrivateMapKey of a numeric room and of a string room. The last three are tickets that it verifies: tickets of now, official ones, and this toolkit's. A dash means that the program has no such function or that it cannot be tested: the PHP verifier reads its own clock, and the others have no verifier.

\`node src/main.ts FOLDER\` in [\`proof/conformance\`](../proof/conformance) writes this page. Results for hostile input are not included: their maintainers get them first.
`

const SOURCES = `The programs are the repositories \`tls-sig-api-v2-*\` of [github.com/tencentyun](https://github.com/tencentyun), and for RTC of [github.com/Tencent-RTC](https://github.com/Tencent-RTC).
`

/** The page, from a run. */
export function drawPage(rows: readonly Row[]): string {
  const head = ['program', ...Object.values(SHOWN)]
  const cells = rows.map(({ name, scores }) => [name, ...Object.keys(SHOWN).map((group) => drawCell(scores, group))])
  const versions = rows.map(({ name, source, language }) => [name, source, language])
  const faults = rows.flatMap(drawFaults)
  const list = faults.length > 0 ? `\nThe first statement about rooms that failed:\n\n${faults.join('\n')}\n` : ''
  return `${HEAD}\n${drawTable([head, ...cells])}\n${list}\n## Versions\n\n${SOURCES}\n${drawTable([['program', 'version', 'runs on'], ...versions])}\n`
}

function drawCell(scores: readonly Score[], group: string): string {
  const score = scores.find((each) => each.group === group)
  const tried = score ? score.passed + score.failed : 0
  return score && tried > 0 ? `${score.passed}/${tried}` : '—'
}

function drawFaults({ name, scores }: Row): string[] {
  const isShown = ({ group }: Score) => EXPLAINED.includes(group)
  return scores.filter(isShown).flatMap(({ group, first }) => {
    const shown = SHOWN[group as keyof typeof SHOWN]
    return first ? [`- ${name}, ${shown}: ${first.name.replaceAll('|', '\\|')}: ${first.message}`] : []
  })
}

function drawTable(lines: readonly (readonly string[])[]): string {
  const widths = (lines[0] ?? []).map((_, i) => Math.max(...lines.map((line) => line[i]?.length ?? 0)))
  const draw = (line: readonly string[]) => `| ${line.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`
  const [head = [], ...rest] = lines
  return [draw(head), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...rest.map(draw)].join('\n')
}
