import { BOUNDS, type Costliest } from './tickets/cost.ts'
import type { TicketResult } from './tickets/run.ts'
import type { TallyResult } from './tickets/tally.ts'

const BAR = 40

/** Counts as bars, largest first. The lengths grow with the logarithm: most tickets are simply malformed. */
export function bars(counts: Readonly<Record<string, number>>): string {
  const entries = Object.entries(counts).sort(([, a], [, b]) => b - a)
  const total = entries.reduce((sum, [, count]) => sum + count, 0)
  const largest = Math.log2((entries[0]?.[1] ?? 1) + 1)
  return entries
    .map(([name, count]) => {
      const bar = '█'.repeat(Math.max(1, Math.round((BAR * Math.log2(count + 1)) / largest)))
      const share = `${((100 * count) / total).toFixed(2)} %`
      return `  ${name.padEnd(22)} ${bar.padEnd(BAR)} ${count.toLocaleString('en').padStart(11)} ${share.padStart(8)}`
    })
    .join('\n')
}

/** Where a run has got to. */
export function progressLine({ outcomes, ...its }: TallyResult): string {
  const counts = Object.entries(outcomes).map(([outcome, count]) => `${outcome} ${count}`)
  return `${extent(its)}: ${counts.join(', ')}`
}

function extent({ cases, seconds }: Pick<TallyResult, 'cases' | 'seconds'>): string {
  const rate = Math.round(cases / Math.max(seconds, 0.001))
  return `${cases.toLocaleString('en')} tickets in ${seconds.toFixed(0)} s, ${rate.toLocaleString('en')} a second`
}

export function comparisonReport(result: TallyResult, seed: number): string {
  return [`${extent(result)}, with seed ${seed}: 0 differences`, bars(result.outcomes)].join('\n')
}

export function ticketReport(result: TicketResult, seed: number): string {
  const { outcomes, acceptedChanged, slowest, largest } = result
  return [
    `${extent(result)}, with seed ${seed}`,
    `${acceptedChanged.toLocaleString('en')} of them changed and still accepted, for what was signed`,
    bars(outcomes),
    '',
    'before the signature check, the worst of each kind:',
    ...slowest.slice(0, 5).map((worst) => line(worst, `${worst.value.toFixed(0)} µs`)),
    ...largest.slice(0, 5).map((worst) => line(worst, `${(worst.value / 1024).toFixed(1)} KiB`)),
    `  bounds: ${BOUNDS.microseconds} µs, ${BOUNDS.bytes / 1024} KiB`,
  ].join('\n')
}

function line({ mutator, caseNumber, text }: Costliest, value: string): string {
  return `  ${value.padStart(9)}  ${mutator}, ${text.length} characters, --case ${caseNumber}`
}

/** What costs more than it may. */
export function beyondBounds({ slowest, largest }: TicketResult): string[] {
  return [
    ...slowest.filter(({ value }) => value > BOUNDS.microseconds).map((it) => line(it, `${it.value.toFixed(0)} µs`)),
    ...largest.filter(({ value }) => value > BOUNDS.bytes).map((it) => line(it, `${it.value.toFixed(0)} bytes`)),
  ]
}
