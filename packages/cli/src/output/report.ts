import { type Cause, type CodeExplanation, type Diagnosis, explainCode, type Finding } from '@usersig/doctor'
import { language, words } from '../words/index.ts'
import { roomRows } from './anatomy.ts'
import { escapeControls, out, quoted, table } from './terminal.ts'

function markOf({ severity, action }: Finding): string {
  if (severity === 'error') return out.red('✗')
  // What asks for something is not good news.
  return severity === 'warning' || action !== '' ? out.yellow('!') : out.green('✓')
}

const VERDICT_COLORS = { valid: out.green, invalid: out.red, unverified: out.yellow, none: out.yellow } as const

/**
 * A diagnosis as lines of a terminal.
 *
 * @param withVerdict - Whether there may be a ticket to judge.
 */
export function drawDiagnosis(diagnosis: Diagnosis, withVerdict = true): string {
  const { findings, claims, tencentCode, kind } = diagnosis
  const codes = tencentCode === undefined ? [] : explainCode(tencentCode, { language })
  const isCode = kind === 'code' && codes.length > 0
  const blocks = isCode
    ? [codes.flatMap(drawCode)]
    : [withVerdict ? [drawVerdict(diagnosis)] : [], findings.flatMap(drawFinding)]
  if (claims?.room) blocks.push([table(roomRows(claims))])
  blocks.push(...drawCausesAndCodes(diagnosis, isCode))
  return blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')
}

/** What the ticket itself shows comes first, and what the text names beside it is told apart from that. */
function drawCausesAndCodes({ verdict, findings, causes, tencentCode }: Diagnosis, isCode: boolean): string[][] {
  const w = words.doctor
  const seen = findings.map(({ code }) => code as string)
  const likely = causes.filter(({ code }) => !seen.includes(code) && !code.startsWith('tencent_'))
  const expected = findings.find(({ code }) => code === 'code_differs')?.values['expected']
  const [named] = tencentCode === undefined ? [] : explainCode(tencentCode, { language })
  const blocks: string[][] = []
  // A code that says why comes before what else may be the case.
  const [first] = causes
  const isFirst = !isCode && named !== undefined && first?.code === `tencent_${named.code}`
  if (isFirst)
    blocks.push([`  ${w.says(out.bold(String(tencentCode)), named.meaning)}`, `    ${out.dim(named.action)}`])
  if (likely.length > 0) {
    const others = expected === undefined ? w.causes : w.otherCauses(String(tencentCode))
    const head = isFirst ? w.lessLikely : others
    blocks.push([`  ${head}`, ...likely.map(isCode ? withoutEvidence : itself).flatMap(drawCause)])
  }
  const [likeliest] = expected === undefined ? [] : explainCode(Number(expected), { language })
  if (likeliest) return [[`  ${w.wouldAnswer(out.bold(String(expected)), likeliest.meaning)}`], ...blocks]
  if (isCode || isFirst || !named) return blocks
  // What the ticket itself shows, Tencent would answer by its documents; everything else stands in the text.
  const isShown = findings.some((each) => each.severity === 'error' && each.tencentCode === tencentCode)
  const say = isShown ? w.wouldAnswer : w.says
  const advice = likely.length === 0 && verdict === 'none' ? [`    ${out.dim(named.action)}`] : []
  return [...blocks, [`  ${say(out.bold(String(tencentCode)), named.meaning)}`, ...advice]]
}

function drawVerdict({ verdict, kind, claims, findings }: Diagnosis): string {
  const { verdicts, itIs, kinds, whose } = words.doctor
  const isElsewhere = verdict === 'valid' && findings.some(({ code }) => /^(app|user)_mismatch/.test(code))
  const said = isElsewhere ? out.yellow(verdicts.elsewhere) : VERDICT_COLORS[verdict](verdicts[verdict])
  // Of what nobody recognises the findings say all there is.
  if (kind === 'unknown') return said
  const who = claims ? whose(out.bold(quoted(claims.userId)), claims.sdkAppId) : ''
  return `${said}${itIs(kinds[kind], who)}`
}

function drawFinding(finding: Finding): string[] {
  const line = `  ${markOf(finding)} ${escapeControls(finding.message)}`
  return finding.action === '' ? [line] : [line, `    ${out.dim(finding.action)}`]
}

/** The lines that explain a code. */
export function drawCode({ code, names, answeredBy, meaning, action, document }: CodeExplanation): string[] {
  return [
    `${out.bold(String(code))}  ${meaning}${out.dim(words.doctor.by(answeredBy))}`,
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
