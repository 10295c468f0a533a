import { decodeUserSig, type Moment, type UserSigClaims } from '@usersig/core'
import {
  checkSdkAppId,
  kindOf,
  type OptionTable,
  readOptions,
  systemClock,
  toUnixSeconds,
} from '@usersig/core/internal'
import { type Cause, findCauses } from './causes.ts'
import { findAppFault } from './claims.ts'
import { bySeverity, type Finding, type Found, found, toFinding } from './findings.ts'
import { type AppKey, findKeyDoubts } from './keys.ts'
import { recogniseForeign, type TextKind } from './kinds.ts'
import { type Language, readLanguage } from './language.ts'
import { createLogReader } from './log.ts'
import { findParts, type Parts } from './parts.ts'
import { type FoundRepair, repair } from './repair.ts'
import type { SignedBy } from './signer.ts'
import { judgeTicket, type TicketContext, type TicketDiagnosis } from './ticket.ts'
import { recognisePacking } from './unpack.ts'

/** What is known of the login that fails; each of these makes the diagnosis more exact. */
export interface DiagnoseContext {
  /** Keys that may have signed, of one application or of many. @defaultValue none: the signature is not checked */
  readonly keys?: readonly AppKey[]
  /** UserID that logs in. */
  readonly userId?: string
  /** SDKAppID that the client is started with, as a number or its digits. */
  readonly sdkAppId?: number | string
  /** Numeric room that is entered; 0 means none, as SDKs write it. */
  readonly roomId?: number
  /** String room that is entered; an empty text means none. */
  readonly strRoomId?: string
  /** What the ticket is meant to be. @defaultValue a PrivateMapKey where a room is given, otherwise either */
  readonly expect?: 'user_sig' | 'private_map_key'
  /** The moment of the check, as a `Date` or Unix seconds. @defaultValue the clock of the system */
  readonly now?: Moment
  /** By how many seconds clocks may differ, 0 or more. @defaultValue 5 */
  readonly clockTolerance?: number
  /** Language of messages. @defaultValue `en` */
  readonly language?: Language
}

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

const asItIs = (value: unknown) => value

const OPTIONS: OptionTable<DiagnoseContext> = {
  keys: asItIs,
  userId: asItIs,
  sdkAppId: asItIs,
  roomId: asItIs,
  strRoomId: asItIs,
  expect: asItIs,
  now: asItIs,
  clockTolerance: asItIs,
  language: asItIs,
}

/** Longest text that is taken at once, and the longest that is read without leaving anything out. */
const MAX_TEXT_LENGTH = 524_288
const MAX_READ_LENGTH = 65_536

/**
 * Finds out why a login fails, from whatever there is: a ticket in any state, a code, a message, a log, a `curl` line, a HAR, an
 * `.env`, code. It finds the parts, relates them, and orders the causes.
 *
 * It never throws because of the text.
 *
 * @param text - What there is, up to 524 288 characters; `createLogReader` takes more.
 * @param options - What is known of the login: keys, user, application, room.
 * @throws UserSigError `invalid_sdk_app_id` for the SDKAppID of a key, `invalid_time` for `now`
 * @throws TypeError for an unknown option, or one of the wrong type
 * @example
 * ```ts
 * const { verdict, causes } = diagnose('code: 70009, ticket: eJw…', { keys: [{ sdkAppId, secretKey }], userId: 'alice' })
 * for (const { message, action } of causes) console.log(message, action)
 * ```
 */
export function diagnose(text: string, options: DiagnoseContext = {}): Diagnosis {
  const context = readOptions<DiagnoseContext>(options, OPTIONS, 'diagnose')
  if (typeof text !== 'string') throw new TypeError(`the text is ${kindOf(text)}, but must be a string`)
  const language = readLanguage(context.language)
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
      language,
    })
  }
  const read = shorten(text)
  const parts = findParts(read)
  const keys = [...given.keys, ...parts.keys]
  const known = withExpectations({ ...given, keys }, parts)
  const { ticket, findings, kind } = judgeText(read, parts, known)
  const doubts = keys.flatMap((key) => (isRelevant(key, ticket) ? findKeyDoubts(key) : []))
  const all = mergeFindings([...faults, ...findings], [...doubts, ...findLooseMismatches(ticket, given, parts)])
  return conclude({ text: read, parts, findings: all, ticket, kind, given, language })
}

/** What of a long text can matter. */
function shorten(text: string): string {
  if (text.length <= MAX_READ_LENGTH) return text
  const log = createLogReader()
  log.write(text)
  // An empty text would say that nothing was given.
  return log.end() || '-'
}

function readContext(context: DiagnoseContext): { ticket: TicketContext; findings: readonly Found[] } {
  const { keys = [], userId, sdkAppId, roomId, strRoomId, expect, now, clockTolerance = 5 } = context
  if (!Array.isArray(keys)) throw new TypeError('keys must be an array')
  for (const key of keys as readonly AppKey[]) checkKey(key)
  if (userId !== undefined && typeof userId !== 'string') throw new TypeError('userId must be a string')
  if (!Number.isFinite(clockTolerance) || clockTolerance < 0)
    throw new TypeError('clockTolerance must be 0 or more seconds')
  if (expect !== undefined && expect !== 'user_sig' && expect !== 'private_map_key') {
    throw new TypeError('expect must be "user_sig" or "private_map_key"')
  }
  const fault = sdkAppId === undefined ? undefined : findAppFault(sdkAppId)
  const ticket = {
    keys,
    userId,
    sdkAppId: sdkAppId === undefined || fault ? undefined : Number(sdkAppId),
    roomId: roomId === 0 ? undefined : roomId,
    strRoomId: strRoomId === '' ? undefined : strRoomId,
    expect,
    clock: { now: now === undefined ? systemClock() : toUnixSeconds(now, 'now'), tolerance: clockTolerance },
  }
  return { ticket, findings: fault ? [fault] : [] }
}

function checkKey({ sdkAppId, secretKey }: AppKey): void {
  checkSdkAppId(sdkAppId)
  const keys: readonly unknown[] = Array.isArray(secretKey) ? secretKey : [secretKey]
  if (keys.some((key) => typeof key !== 'string'))
    throw new TypeError('secretKey must be a string, or an array of strings')
}

/** A call of the REST API says itself for whom its ticket must be. */
function withExpectations(context: TicketContext, { isRest, sdkAppIds, userIds }: Parts): TicketContext {
  if (!isRest) return context
  const sdkAppId = context.sdkAppId ?? (sdkAppIds.length === 1 ? Number(sdkAppIds[0]) : undefined)
  return { ...context, sdkAppId, userId: context.userId ?? userIds[0] }
}

interface Judged {
  readonly ticket: TicketDiagnosis | undefined
  readonly findings: readonly Found[]
  readonly kind: TextKind
}

/** Finds the ticket in a text, or what there is in its place. */
function judgeText(text: string, parts: Parts, context: TicketContext): Judged {
  const isShort = text.length <= MAX_BARE_LENGTH
  const bare = isShort ? text.replace(/[\s\u200b\ufeff]+/g, '').replace(/^["'`]+|["'`]+$/g, '') : 'x'
  const foreign = recogniseForeign(bare)
  if (foreign) return { ticket: undefined, findings: [foreign.finding], kind: foreign.kind }
  if (parts.tickets.length > 0 && !isOneWord(text)) return judgeTickets(parts.tickets, context)
  if (parts.isMasked) return { ticket: undefined, findings: [found('masked')], kind: 'unknown' }
  const attempt = parts.keys.length > 0 ? undefined : findAttempt(text)
  if (attempt) return judgeAttempt(attempt, context)
  return judgeWords(text, parts)
}

/** What is taken for the ticket as the client has it, quotes and all. */
function isOneWord(text: string): boolean {
  return /^[^\s{}<>:&?]+$/.test(text.trim())
}

function judgeWords(text: string, parts: Parts): Judged {
  if (parts.codes.length > 0) {
    const unknown = parts.codes
      .filter(({ rows }) => rows.length === 0)
      .map(({ code }) => found('code_unknown', { code }))
    const kind = /^\s*-?(?:0x)?[0-9a-f]+\s*$/i.test(text) ? 'code' : 'message'
    return { ticket: undefined, findings: unknown, kind }
  }
  if (parts.sentences.length > 0) return { ticket: undefined, findings: [], kind: 'message' }
  const fine = parts.keys.filter((key) => findKeyDoubts(key).length === 0)
  const findings = fine.map(({ sdkAppId }) => found('key_fine', { sdkAppId }))
  if (parts.keys.length > 0) return { ticket: undefined, findings, kind: 'secret_key' }
  return { ticket: undefined, findings: [found('nothing_found')], kind: 'unknown' }
}

/** No ticket, key or token is longer, however it is wrapped. */
const MAX_BARE_LENGTH = 16_384

function judgeAttempt({ ticket, repairs }: FoundRepair, context: TicketContext): Judged {
  const diagnosis = judgeTicket(ticket, context)
  const findings = [...repairs, ...diagnosis.findings]
  return { ticket: { ...diagnosis, findings }, findings, kind: diagnosis.kind }
}

/** Judges the last ticket of each kind: the ones before it are from earlier tries. */
function judgeTickets(tickets: readonly FoundRepair[], context: TicketContext): Judged {
  const last = new Map(tickets.map((each) => [decodeUserSig(each.ticket).claims.room !== undefined, each]))
  const judged = [...last.values()].map((each) => judgeAttempt(each, context))
  const worst = judged.find(({ findings }) => findings.some(({ severity }) => severity === 'error')) ?? judged[0]
  const several = tickets.length > 1 ? [found('several_tickets', { count: tickets.length })] : []
  return { ticket: worst?.ticket, findings: [...(worst?.findings ?? []), ...several], kind: worst?.kind ?? 'unknown' }
}

/** What somebody takes for a ticket: one long word, or what begins like one. */
function findAttempt(text: string): FoundRepair | undefined {
  if (text.trim() === '') return undefined
  const document = recognisePacking(text.trim())
  if (document) return { ticket: text.trim(), repairs: [] }
  const repaired = repair(text)
  const { ticket } = repaired
  if (repaired.repairs.some(({ code }) => code.startsWith('from_')) && /^[\w*+/=%-]{24,}$/.test(ticket)) return repaired
  const words = /\S[^\S\n]+\S/.test(text.trim())
  const isSpelled = repaired.repairs.some(({ code }) => code === 'lost_plus' || code === 'from_header')
  if (words && !isSpelled && !(/^e[AFJN]/.test(ticket) && ticket.length >= 60)) return undefined
  const minimum = /^e[AFJN]/.test(ticket) ? 4 : 24
  return ticket.length >= minimum && /^[\w*+/=%-]+$/.test(ticket) && !isName(ticket) ? repaired : undefined
}

/** A constant of Tencent's, or a word of a language. */
function isName(text: string): boolean {
  return /^[A-Za-z]+(?:_[A-Za-z0-9]+)+$/.test(text) || /^(?!e[AFJN])[A-Za-z]{1,40}$/.test(text)
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
  readonly language: Language
}

function conclude({ text, parts, findings, ticket, kind, given, language }: Conclusion): Diagnosis {
  const isBad = ticket?.findings.some(({ severity }) => severity === 'error') ?? false
  const isVerified = ticket?.findings.some(({ code }) => code === 'verified') ?? false
  const sorted = bySeverity(findings)
  const isGood = ticket !== undefined && !isBad
  const { now } = given.clock
  const causes = findCauses({ text, parts, findings: sorted, ticket, isGood, isVerified, now, language })
  return {
    verdict: ticket === undefined ? 'none' : isBad ? 'invalid' : isVerified ? 'valid' : 'unverified',
    tencentCode: findCode(parts, sorted),
    causes,
    findings: sorted.map((each) => toFinding(each, language)),
    kind,
    claims: ticket?.claims,
    signedBy: ticket?.signedBy,
  }
}

/** What the text names counts more than what the servers would say. */
function findCode({ codes, sentences }: Parts, findings: readonly Found[]): number | undefined {
  return (
    codes.find(({ rows }) => rows.length > 0)?.rows[0]?.code ??
    sentences.find(({ code }) => code !== undefined)?.code ??
    findings.find(({ tencentCode }) => tencentCode !== undefined)?.tencentCode ??
    codes[0]?.code
  )
}
