import type { UserSigClaims } from '@usersig/core'
import { kindOf } from '@usersig/core/internal'
import { type Cause, findCauses, fits } from './causes.ts'
import { findAppFault, findLongLifetime } from './claims.ts'
import { type DiagnoseContext, readContext, readDiagnoseOptions, withExpectations } from './context.ts'
import { bySeverity, type Finding, type Found, found, toFinding } from './findings.ts'
import { readHar } from './har.ts'
import { judgeText } from './judge.ts'
import { type AppKey, findKeyDoubts } from './keys.ts'
import type { TextKind } from './kinds.ts'
import { createLogReader } from './log.ts'
import { findOwnCodes } from './own-codes.ts'
import { findParts, type Parts } from './parts.ts'
import type { PickWords } from './pick-words.ts'
import type { SignedBy } from './signer.ts'
import type { TicketContext, TicketDiagnosis } from './ticket.ts'
import type { Words } from './words/words.ts'

/** Why a login fails, or why not. It holds neither a ticket nor a key. */
export interface Diagnosis {
  /**
   * Of the ticket. `valid`: a key that is known signed it, and all fits; `unverified`: all fits, but no key was at hand;
   * `none`: the text holds no ticket.
   */
  readonly verdict: 'valid' | 'invalid' | 'unverified' | 'none'
  /** The code that the text names, or else the one that Tencent's servers are likely to answer. */
  readonly tencentCode: number | undefined
  /** Why the login may fail, the most likely first; empty where nothing is wrong. */
  readonly causes: readonly Cause[]
  /** All that was seen, the gravest first, good news included. */
  readonly findings: readonly Finding[]
  /** What the text is. */
  readonly kind: TextKind
  /** What the ticket claims; `undefined` where it cannot be read. */
  readonly claims: UserSigClaims | undefined
  /** Which of the keys signed it; `undefined` where none did. */
  readonly signedBy: SignedBy | undefined
}

/** Longest text that is taken at once, and the longest that is read without leaving anything out. */
const MAX_TEXT_LENGTH = 524_288
const MAX_READ_LENGTH = 65_536

/** Of `diagnose`, in the language that is picked. */
export function diagnoseIn(text: string, options: DiagnoseContext, pick: PickWords): Diagnosis {
  const context = readDiagnoseOptions(options)
  if (typeof text !== 'string') throw new TypeError(`the text is ${kindOf(text)}, but must be a string`)
  const words = pick(context.language)
  const { ticket: given, findings: faults } = readContext(context)
  if (text.length > MAX_TEXT_LENGTH) {
    const tooLarge = found('text_too_large', { length: text.length, limit: MAX_TEXT_LENGTH })
    return conclude({
      text: '',
      parts: findParts(''),
      findings: [tooLarge],
      ticket: undefined,
      kind: 'unknown',
      given,
      words,
    })
  }
  const read = shorten(readHar(text) ?? text)
  const parts = findParts(read)
  const keys = [...given.keys, ...parts.keys]
  const nearby = { sdkAppIds: parts.sdkAppIds.map(Number), userIds: parts.userIds }
  const known = withExpectations({ ...given, keys, nearby }, parts)
  const { ticket, findings, kind } = judgeText(read, parts, known)
  const doubts = keys.flatMap((key) => (isRelevant(key, ticket) ? findKeyDoubts(key) : []))
  const shown = holdsKey(parts) ? [found('key_shown')] : []
  const more = [...doubts, ...findLooseMismatches(ticket, known, parts), ...findLongLifetime(read), ...shown]
  const all = mergeFindings([...faults, ...findings], more)
  return conclude({ text: read, parts, findings: all, ticket, kind, given, words })
}

/** Whether the text holds a key, and not only what stands in its place. */
function holdsKey({ keys, looseKeys }: Parts): boolean {
  const texts = [...keys.flatMap(({ secretKey }) => secretKey), ...looseKeys]
  return texts.some((key) => /(?<![0-9a-f])[0-9a-f]{60,68}(?![0-9a-f])/i.test(key))
}

/** What of a long text can matter. */
function shorten(text: string): string {
  if (text.length <= MAX_READ_LENGTH) return text
  const log = createLogReader()
  log.write(text)
  // An empty text would say that nothing was given.
  return log.end() || '-'
}

function isRelevant({ sdkAppId }: AppKey, ticket: TicketDiagnosis | undefined): boolean {
  return ticket?.claims === undefined || ticket.claims.sdkAppId === sdkAppId
}

/** Where the text beside a ticket uses one other application or user: that may be another login. */
function findLooseMismatches(ticket: TicketDiagnosis | undefined, given: TicketContext, parts: Parts): Found[] {
  const { claims } = ticket ?? {}
  const appFaults = parts.sdkAppIds.flatMap((id) => findAppFault(id) ?? [])
  const findings = appFaults.slice(0, 1)
  if (!claims || parts.isRest) return findings
  const [app] = parts.sdkAppIds
  if (
    given.sdkAppId === undefined &&
    parts.sdkAppIds.length === 1 &&
    Number(app) !== claims.sdkAppId &&
    findings.length === 0
  ) {
    findings.push(
      found(
        'app_mismatch',
        { found: claims.sdkAppId, expected: Number(app) },
        { severity: 'warning', tencentCode: undefined },
      ),
    )
  }
  const [user] = parts.userIds
  if (given.userId === undefined && user !== undefined && parts.userIds.length === 1 && user !== claims.userId) {
    findings.push(
      found('user_mismatch', { found: claims.userId, expected: user }, { severity: 'warning', tencentCode: undefined }),
    )
  }
  return findings
}

/** The same code once: what was found in the ticket is more exact. */
function mergeFindings(findings: readonly Found[], more: readonly Found[]): Found[] {
  const codes = new Set(findings.map(({ code }) => code))
  return [...findings, ...more.filter(({ code }) => !codes.has(code) && codes.add(code))]
}

interface Conclusion {
  readonly text: string
  readonly parts: Parts
  readonly findings: readonly Found[]
  readonly ticket: TicketDiagnosis | undefined
  readonly kind: TextKind
  readonly given: TicketContext
  readonly words: Words
}

function conclude({ text, parts, findings, ticket, kind, given, words }: Conclusion): Diagnosis {
  const own = findOwnCodes(text, words)
  const isBad = ticket?.findings.some(({ severity }) => severity === 'error') ?? false
  const isVerified = ticket?.findings.some(({ code }) => code === 'verified') ?? false
  const sorted = bySeverity([...findings, ...findOtherFault(parts, findings)])
  const isGood = ticket !== undefined && !isBad
  const { now } = given.clock
  const causes = findCauses({ text, own, parts, findings: sorted, ticket, isGood, isVerified, now, words })
  // What explains something has found something.
  const isExplained =
    causes.some(({ code }) => code !== 'nothing_found') && sorted.some(({ code }) => code === 'nothing_found')
  const told = isExplained ? sorted.filter(({ code }) => code !== 'nothing_found') : sorted
  return {
    verdict: ticket === undefined ? 'none' : isBad ? 'invalid' : isVerified ? 'valid' : 'unverified',
    tencentCode: findCode(parts, sorted, own.length > 0),
    causes,
    findings: told.map((each) => toFinding(each, words)),
    kind: isExplained ? 'message' : kind,
    claims: ticket?.claims,
    signedBy: ticket?.signedBy,
  }
}

/** A code beside a ticket that has another fault: both are true, of two tries. */
function findOtherFault({ codes }: Parts, findings: readonly Found[]): Found[] {
  const errors = findings.filter(({ severity, tencentCode }) => severity === 'error' && tencentCode !== undefined)
  const [named] = codes.filter(({ rows }) => rows.length > 0)
  const [worst] = errors
  if (!named || !worst || errors.some((error) => codes.some(({ code }) => fits(code, error)))) return []
  return [found('code_differs', { named: named.code, expected: worst.tencentCode as number })]
}

/** What the text names counts more than what the servers would say. */
function findCode({ codes, sentences }: Parts, findings: readonly Found[], isOwn: boolean): number | undefined {
  return (
    codes.find(({ rows }) => rows.length > 0)?.rows[0]?.code ??
    // "Not logged in" is what an endpoint of this toolkit says as well.
    sentences.find(({ code, isWeak }) => code !== undefined && !(isOwn && isWeak))?.code ??
    findings.find(({ tencentCode }) => tencentCode !== undefined)?.tencentCode ??
    codes[0]?.code
  )
}
