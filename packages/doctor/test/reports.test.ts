import { expect, it } from 'vitest'
import { diagnose } from '../src/index.ts'
import { fifthRound } from './reports/fifth-round.ts'
import { fourthRound } from './reports/fourth-round.ts'
import { heldOut } from './reports/held-out.ts'
import { newReports } from './reports/new-reports.ts'
import { ownLog } from './reports/own-log.ts'
import { type Report, reports } from './reports/reports.ts'
import { sixthRound } from './reports/sixth-round.ts'
import { strangers } from './reports/strangers.ts'
import { thirdRound } from './reports/third-round.ts'

/** The cause that comes first; `nothing` where none is given, which is right for a good ticket. */
function firstCause({ pasted, context = {}, says }: Report): string {
  const [first] = diagnose(pasted, context).causes
  if (!first) return 'nothing'
  return says && !says.test(first.message) ? `${first.code}: ${first.message}` : first.code
}

it.each([
  ...reports,
  ...newReports,
  ...strangers,
  ...heldOut,
  ...thirdRound,
  ...fourthRound,
  ...fifthRound,
  ...sixthRound,
  ...ownLog,
])('$source', (report) => {
  const { causes } = diagnose(report.pasted, { ...report.context, language: 'zh' })
  for (const { message, action, evidence } of causes) {
    expect(message).toMatch(/\p{Script=Han}/u)
    expect(action).toMatch(/\p{Script=Han}/u)
    for (const sentence of evidence) expect(sentence).toMatch(/\p{Script=Han}/u)
  }
  expect(report.right).not.toEqual([])
})

it.each([
  ['that were known when the rules were made', reports, 65],
  ['that were looked for later', newReports, 20],
  ['of the kinds that strangers paste', strangers, 36],
  ['that were held against these rules', heldOut, 22],
  ['of a third round', thirdRound, 20],
  ['of a fourth round', fourthRound, 55],
  ['of a fifth round', fifthRound, 40],
  ['of a sixth round', sixthRound, 10],
])('of the reports %s nine of ten are answered with the right cause first', (_name, table, least) => {
  const wrong = table.filter((report) => !report.right.includes(firstCause(report)))
  console.log(`${table.length - wrong.length} of ${table.length} reports: the right cause comes first`)
  for (const report of wrong) console.log(`  ${report.source}: ${firstCause(report)}, not ${report.right.join(' or ')}`)
  expect(table.length).toBeGreaterThanOrEqual(least)
  expect(1 - wrong.length / table.length).toBeGreaterThanOrEqual(0.9)
})

it.each(ownLog)('$source is the first cause, and no code of an SDK', (report) => {
  expect(report.right).toContain(firstCause(report))
  const { tencentCode, causes } = diagnose(report.pasted)
  expect(tencentCode).toBe(undefined)
  expect(causes.map(({ code }) => code)).not.toContain('not_logged_in')
})
