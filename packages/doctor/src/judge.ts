import { decodeUserSig } from '@usersig/core'
import { type Found, found } from './findings.ts'
import { findDoubts, findKeyDoubts } from './keys.ts'
import { recogniseForeign, type TextKind } from './kinds.ts'
import { toNumber } from './named-codes.ts'
import type { Parts } from './parts.ts'
import { type FoundRepair, repair } from './repair.ts'
import { judgeTicket, type TicketContext, type TicketDiagnosis } from './ticket.ts'
import { recognisePacking } from './unpack.ts'

/** What a text is, and what was found in it. */
export interface Judged {
  readonly ticket: TicketDiagnosis | undefined
  readonly findings: readonly Found[]
  readonly kind: TextKind
}

/** Finds the ticket in a text, or what there is in its place. */
export function judgeText(text: string, parts: Parts, context: TicketContext): Judged {
  const isShort = text.length <= MAX_BARE_LENGTH
  const bare = isShort ? text.replace(/[\s\u200b\ufeff]+/g, '').replace(/^["'`]+|["'`]+$/g, '') : 'x'
  const foreign = recogniseForeign(bare, text.trim().replace(/^["'`]+|["'`]+$/g, ''))
  if (foreign) return { ticket: undefined, findings: [foreign.finding], kind: foreign.kind }
  if (parts.tickets.length > 0 && !isOneWord(text)) return judgeTickets(withoutUrls(parts), context)
  if (parts.foreign) return { ticket: undefined, findings: [parts.foreign.finding], kind: parts.foreign.kind }
  if (parts.isMasked) return { ticket: undefined, findings: [found('masked')], kind: 'unknown' }
  const attempt = parts.keys.length + parts.looseKeys.length > 0 || SETTING.test(text) ? undefined : findAttempt(text)
  if (attempt) return judgeAttempt(attempt, context)
  return judgeWords(text, parts)
}

/** A line of an `.env`. */
const SETTING = /^[ \t]*(?:export )?\w{0,20}(?:sdk_?app_?id|secret_?key)[ \t]*=/im

/** A call of the REST API has its ticket in the URL: that is its place. */
function withoutUrls({ tickets, isRest }: Parts): readonly FoundRepair[] {
  if (!isRest) return tickets
  return tickets.map(({ ticket, repairs }) => ({ ticket, repairs: repairs.filter(({ code }) => code !== 'from_url') }))
}

/** What is taken for the ticket as the client has it, quotes and all. */
function isOneWord(text: string): boolean {
  return /^[^\s{}<>:&?]+$/.test(text.trim())
}

function judgeWords(text: string, parts: Parts): Judged {
  if (parts.codes.length > 0) {
    const unknown = parts.codes
      // The smallest are HTTP statuses, times and counts.
      .filter(({ code, rows }) => rows.length === 0 && (Math.abs(code) >= 1000 || toNumber(text) !== undefined))
      .map(({ code }) => found('code_unknown', { code }))
    const kind = /^\s*-?(?:0x)?[0-9a-f]+\s*$/i.test(text) ? 'code' : 'message'
    return { ticket: undefined, findings: unknown, kind }
  }
  if (parts.sentences.length > 0) return { ticket: undefined, findings: [], kind: 'message' }
  const fine = parts.keys.filter((key) => findKeyDoubts(key).length === 0)
  const findings = fine.map(({ sdkAppId }) => found('key_fine', { sdkAppId }))
  if (parts.keys.length > 0) return { ticket: undefined, findings, kind: 'secret_key' }
  if (parts.looseKeys.length > 0)
    return { ticket: undefined, findings: judgeLooseKeys(parts.looseKeys), kind: 'secret_key' }
  return { ticket: undefined, findings: [found('nothing_found')], kind: 'unknown' }
}

function judgeLooseKeys(keys: readonly string[]): Found[] {
  return keys.flatMap((key) => {
    const doubts = findDoubts(key)
    return doubts.length > 0 ? doubts : [found('key_form_fine')]
  })
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
