import type { Outcome } from './run.ts'

/** Server by class: how many attacks were held, or that one got through. */
export function table(outcomes: readonly Outcome[]): string {
  const servers = [...new Set(outcomes.map(({ server }) => server))]
  const classes = [...new Set(outcomes.map(({ attackClass }) => attackClass))]
  const cell = (server: string, attackClass: string) => {
    const here = outcomes.filter((each) => each.server === server && each.attackClass === attackClass)
    const count = (result: Outcome['result']) => here.filter((each) => each.result === result).length
    if (count('FAILED') > 0) return `FAILED ${count('FAILED')}`
    return count('held') > 0 ? `held ${count('held')}` : 'n/a'
  }
  const rows = [['', ...classes], ...servers.map((server) => [server, ...classes.map((each) => cell(server, each))])]
  const widths = rows[0]?.map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0))) ?? []
  return rows
    .map((row) =>
      row
        .map((text, i) => text.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/** Why attacks make no sense, each reason once with the servers that it is true of. */
export function reasons(outcomes: readonly Outcome[]): string {
  const found = new Map<string, Set<string>>()
  for (const { result, reason = '', server } of outcomes) {
    if (result === 'n/a') found.set(reason, (found.get(reason) ?? new Set()).add(server))
  }
  return [...found].map(([reason, servers]) => `  ${reason}: ${[...servers].join(', ')}`).join('\n')
}

/** What was counted, attack by attack. */
export function figures(outcomes: readonly Outcome[]): string {
  const counted = outcomes.filter((each) => each.figures !== undefined)
  const attacks = [...new Set(counted.map(({ attack }) => attack))]
  return attacks
    .map((attack) => {
      const lines = counted.filter((each) => each.attack === attack)
      return `\n\n${attack}:\n${lines.map((each) => `  ${each.server}: ${each.figures}`).join('\n')}`
    })
    .join('')
}

/** What got through. */
export function failures(outcomes: readonly Outcome[]): string {
  return outcomes
    .filter(({ result }) => result === 'FAILED')
    .map(({ server, attackClass, attack, promise, reason }) =>
      [`FAILED ${attackClass}: ${attack}, on ${server}`, `  promised: ${promise}`, `  ${reason}`].join('\n'),
    )
    .join('\n\n')
}
