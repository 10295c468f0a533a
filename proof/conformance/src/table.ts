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
  signUserBuf: 'user buffer',
  signRoom: 'numeric room',
  signStringRoom: 'string room',
  verifyFresh: 'tickets of now',
  verifyOfficial: 'official tickets',
  verifyToolkit: "this toolkit's tickets",
} as const

const HEAD = `# Conformance

The official programs of Tencent Cloud and this toolkit, scored by \`usersig conform --lines\` with the same [test vectors](../packages/vectors). A cell shows how many statements hold, and of how many. A dash means that the program has no such function or that it cannot be tested: the PHP verifier reads its own clock, and the others have no verifier.

\`node src/main.ts FOLDER\` in [\`proof/conformance\`](../proof/conformance) writes this page. Results for hostile input are not included: their maintainers get them first.
`

/** The page, from a run. */
export function drawPage(rows: readonly Row[]): string {
  const head = ['program', ...Object.values(SHOWN)]
  const cells = rows.map(({ name, scores }) => [name, ...Object.keys(SHOWN).map((group) => drawCell(scores, group))])
  const versions = rows.map(({ name, source, language }) => [name, source, language])
  const faults = rows.flatMap(drawFaults)
  const list = faults.length > 0 ? `\nThe first failed statement of each group:\n\n${faults.join('\n')}\n` : ''
  return `${HEAD}\n${drawTable([head, ...cells])}\n${list}\n## Versions\n\n${drawTable([['program', 'source', 'language'], ...versions])}\n`
}

function drawCell(scores: readonly Score[], group: string): string {
  const score = scores.find((each) => each.group === group)
  const tried = score ? score.passed + score.failed : 0
  return score && tried > 0 ? `${score.passed} of ${tried}` : '—'
}

function drawFaults({ name, scores }: Row): string[] {
  const isShown = ({ group }: Score) => group in SHOWN
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
