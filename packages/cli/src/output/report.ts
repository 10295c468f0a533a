import { type Cause, type CodeExplanation, type Diagnosis, explainCode, type Finding } from '@usersig/doctor'
import { language, words } from '../words/index.ts'
import { roomRows } from './anatomy.ts'
import { escapeControls, out, quoted, table } from './terminal.ts'

function markOf({ severity, action }: Finding): string {
  if (severity === 'error') return out.red('✗')
  // What asks for something is no good news.
  return severity === 'warning' || action !== '' ? out.yellow('!') : out.green('✓')
}

const VERDICT_COLORS = { valid: out.green, invalid: out.red, unverified: out.yellow, none: out.yellow } as const

/** A diagnosis as lines of a terminal. */
export function drawDiagnosis(diagnosis: Diagnosis): string {
  const { verdict, findings, causes, claims, tencentCode, kind } = diagnosis
  const codes = tencentCode === undefined ? [] : explainCode(tencentCode, { language })
  const isCode = kind === 'code' && codes.length > 0
  const lines = isCode ? codes.flatMap(drawCode) : [drawVerdict(diagnosis), ...findings.flatMap(drawFinding)]
  if (claims?.room) lines.push('', table(roomRows(claims)))
  const seen = findings.map(({ code }) => code as string)
  const likely = causes.filter(({ code }) => !seen.includes(code) && !code.startsWith('tencent_'))
  if (likely.length > 0)
    lines.push('', `  ${words.doctor.causes}`, ...likely.map(isCode ? withoutEvidence : itself).flatMap(drawCause))
  if (tencentCode !== undefined && codes[0] && !isCode) {
    // Nobody but Tencent knows; the documents say so much.
    const say = verdict === 'none' ? words.doctor.says : words.doctor.wouldAnswer
    lines.push('', `  ${say(out.bold(String(tencentCode)), codes[0].meaning)}`)
    if (likely.length === 0 && verdict === 'none') lines.push(`    ${out.dim(codes[0].action)}`)
  }
  return lines.join('\n')
}

function drawVerdict({ verdict, kind, claims }: Diagnosis): string {
  const { verdicts, itIs, kinds, whose } = words.doctor
  const who = claims ? whose(out.bold(quoted(claims.userId)), claims.sdkAppId) : ''
  return `${VERDICT_COLORS[verdict](verdicts[verdict])} ${itIs(kinds[kind], who)}\n`
}

function drawFinding(finding: Finding): string[] {
  const line = `  ${markOf(finding)} ${escapeControls(finding.message)}`
  return finding.action === '' ? [line] : [line, `    ${out.dim(finding.action)}`]
}

function drawCode({ code, names, answeredBy, meaning, action, document }: CodeExplanation): string[] {
  return [
    `${out.bold(String(code))}  ${meaning} ${out.dim(`(${answeredBy})`)}`,
    ...names.map((name) => out.dim(`  ${name}`)),
    `  ${action}`,
    out.dim(`  ${document}`),
  ]
}

/** Where a code is all there is, it is the evidence of everything. */
const withoutEvidence = (cause: Cause): Cause => ({ ...cause, evidence: [] })
const itself = (cause: Cause): Cause => cause

function drawCause({ message, action, evidence }: Cause, index: number, all: readonly Cause[]): string[] {
  const told = all.slice(0, index).flatMap((cause) => cause.evidence)
  const fresh = evidence.filter((each) => !told.includes(each))
  return [
    `  ${index + 1}. ${escapeControls(message)}`,
    ...(action === '' ? [] : [`     ${out.dim(action)}`]),
    ...fresh.map((each) => `     ${out.dim(`· ${escapeControls(each)}`)}`),
  ]
}
