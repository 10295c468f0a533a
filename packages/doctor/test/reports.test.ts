import { expect, it } from 'vitest'
import { diagnose } from '../src/index.ts'
import { type Report, reports } from './reports/reports.ts'

/** Reports whose ticket is right: no cause is the right one. */
const firstCause = ({ pasted, context = {} }: Report): string => diagnose(pasted, context).causes[0]?.code ?? 'nothing'

it.each(reports)('$source', (report) => {
  const { causes } = diagnose(report.pasted, { ...report.context, language: 'zh' })
  for (const { message, action, evidence } of causes) {
    expect(message).toMatch(/\p{Script=Han}/u)
    expect(action).toMatch(/\p{Script=Han}/u)
    for (const sentence of evidence) expect(sentence).toMatch(/\p{Script=Han}/u)
  }
  expect(report.right).not.toEqual([])
})

it('nine of ten are answered with the right cause first', () => {
  const wrong = reports.filter((report) => !report.right.includes(firstCause(report)))
  const share = 1 - wrong.length / reports.length
  console.log(`${reports.length - wrong.length} of ${reports.length} reports: the right cause comes first`)
  for (const report of wrong) console.log(`  ${report.source}: ${firstCause(report)}, not ${report.right.join(' or ')}`)
  expect(reports.length).toBeGreaterThanOrEqual(65)
  expect(share).toBeGreaterThanOrEqual(0.9)
})
