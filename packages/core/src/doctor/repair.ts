import { MAX_TICKET_LENGTH } from '../limits.ts'
import { dissect } from './dissect.ts'

/** What happened to a ticket on its way. */
export type RepairCode =
  | 'json'
  | 'url'
  | 'bearer'
  | 'quotes'
  | 'white_space'
  | 'escapes'
  | 'url_encoded'
  | 'lost_plus'
  | 'standard_base64'
  | 'url_base64'
  | 'padding'

/** One thing that was put right. */
export interface Repair {
  /** What was put right, for programs. */
  readonly code: RepairCode
  /** What was found, and where it comes from. */
  readonly message: string
}

/** A ticket freed from what came around it. */
export interface RepairedTicket {
  /** The ticket alone, or what is left of the text. */
  readonly ticket: string
  /** What was put right, in its order; empty where nothing had to be. */
  readonly repairs: readonly Repair[]
}

/** Longest text that is looked at: a log line or a JSON answer around a ticket. */
export const MAX_TEXT_LENGTH = 65_536

/** Nobody wraps a ticket in more than a few layers. */
const MAX_LAYERS = 12

/** Takes something off a text, or gives `undefined` where it is not there. */
type Step = readonly [code: RepairCode, message: string, apply: (text: string) => string | undefined]

const changed = (text: string, result: string): string | undefined => (result === text ? undefined : result)

// Zero-width characters come along from chats and web pages.
const WHITE_SPACE = /[\s\u200b-\u200d\u2060\ufeff]+/g

const NAMES = /^(user_?sig|sig|private_?map_?key|token|ticket)$/i

const STEPS: readonly Step[] = [
  ['json', 'It stood in a JSON document: pass the value alone.', fromJson],
  ['url', 'It stood in a URL or a form: pass the value of the parameter alone.', fromUrl],
  [
    'bearer',
    'It began with the name of an HTTP scheme or header: pass what comes behind it.',
    (text) => changed(text, text.replace(/^\s*(authorization\s*:\s*)?bearer\s+/i, '')),
  ],
  ['quotes', 'It stood in quotes: pass it without them.', fromQuotes],
  [
    'escapes',
    'It held backslashes, as text inside of JSON does: parse the JSON instead of copying from it.',
    (text) =>
      changed(
        text,
        text.replace(/\\([nrt]|["'/\\])/g, (_, one: string) => (/[nrt]/.test(one) ? '' : one)),
      ),
  ],
  [
    'url_encoded',
    'It was URL-encoded: decode it once on arrival, or do not encode it.',
    (text) => (/%[0-9a-f]{2}/i.test(text) ? decodePercent(text) : undefined),
  ],
  [
    'white_space',
    'It held line breaks or white space, as mails, terminals and wrapped base64 have.',
    (text) => changed(text, text.replace(WHITE_SPACE, '')),
  ],
]

/** Without the characters at the end: a pattern with `$` would look for the end from each of them anew. */
function cutTail(text: string, tail: RegExp): string {
  let end = text.length
  while (end > 0 && tail.test(text.charAt(end - 1))) end--
  return text.slice(0, end)
}

const QUOTE = /["'`“”‘’«»]/

function fromQuotes(text: string): string | undefined {
  const [opening] = /^\s*["'`“”‘’«»]/.exec(text) ?? []
  if (opening === undefined) return undefined
  const inner = cutTail(text.slice(opening.length), /[\s,;]/)
  return QUOTE.test(inner.charAt(inner.length - 1)) ? inner.slice(0, -1) : inner
}

function fromJson(text: string): string | undefined {
  if (!/^\s*\{/.test(text)) return undefined
  try {
    const found: string[] = []
    JSON.parse(text, (name, value) => {
      if (typeof value === 'string' && NAMES.test(name)) found.push(value)
      return value
    })
    return found[0]
  } catch {
    return undefined
  }
}

function fromUrl(text: string): string | undefined {
  // Quotes and commas may come behind it: around all of the text they stand for themselves.
  return /(?:^|[?&;\s])(?:user_?sig|private_?map_?key)=["'`“‘«]?((?:[^&#\s"'`”’»,\\]|\\(?!\\{0,9}"))+)/i.exec(text)?.[1]
}

function decodePercent(text: string): string | undefined {
  try {
    return changed(text, decodeURIComponent(text))
  } catch {
    return changed(
      text,
      text.replace(/%(2[ABDF]|3D|5F)/gi, (hex) => String.fromCharCode(Number.parseInt(hex.slice(1), 16))),
    )
  }
}

const pad = (text: string) => text + '_'.repeat(-text.length & 3)

const fromStandard = (text: string) => cutTail(text, /[=\s]/).replace(/\+/g, '*').replace(/\//g, '-')

/** Spellings of the same bytes, the likeliest first. */
const SPELLINGS: readonly Step[] = [
  ['padding', 'Its padding was missing: some systems strip "_" at the end.', (text) => changed(text, pad(text))],
  [
    'standard_base64',
    'It was written in standard base64: a UserSig has "*", "-" and "_" where base64 has "+", "/" and "=".',
    (text) => (/[+/=]/.test(text) ? pad(fromStandard(text)) : undefined),
  ],
  [
    'url_base64',
    'It was written in base64url: a UserSig has "*" and "-" where base64url has "-" and "_".',
    (text) => (/^[\w-]+=*$/.test(text) ? pad(cutTail(text, /=/).replace(/[-_]/g, toTencent)) : undefined),
  ],
]

const IN_TEXT = 'It stood in a longer text, as in a log: pass the ticket alone.'

const LOST_PLUS = 'Its "+" had become spaces, as in a form: it was written in standard base64, and not URL-encoded.'

const toTencent = (character: string) => (character === '-' ? '*' : '-')

/**
 * Frees a ticket from what came around it: quotes, line breaks, URL encoding, `Bearer`, a JSON document, another base64
 * alphabet. What cannot be put right stays as it is.
 *
 * @param text - A ticket in any state, up to 65 536 characters.
 * @example
 * ```ts
 * const { ticket, repairs } = repairTicket('"eJwtzMEKgk…%2A_"')
 * ```
 */
export function repairTicket(text: string): RepairedTicket {
  return repair(text, findInText)
}

type Search = (text: string, ticket: string) => RepairedTicket | undefined

/** @param search - Where else to look; what was found so is not searched again. */
function repair(text: string, search?: Search): RepairedTicket {
  const repairs: Repair[] = []
  let ticket = text
  let spaced: string | undefined
  // After each the first is tried again: what was inside may be wrapped in its own way.
  for (let count = 0; count < MAX_LAYERS; count++) {
    const next = applyFirst(ticket)
    if (next === undefined) break
    const { code, message, result } = next
    if (code === 'white_space') spaced = ticket
    // White space at the ends comes along with everything that is copied.
    if (code !== 'white_space' || result !== ticket.trim()) {
      const again = repairs.some((repair) => repair.code === code)
      repairs.push({ code, message: again ? `Once more: ${message}` : message })
    }
    ticket = result
  }
  return search?.(text, ticket) ?? respell(ticket, repairs, spaced)
}

/** In so many places of a longer text a ticket is looked for. */
const MAX_PLACES = 20
/** It may be URL-encoded, three characters for one. */
const MAX_PLACE_LENGTH = 3 * MAX_TICKET_LENGTH

/** A ticket in the midst of a log line, of code, or of JSON that breaks off. */
function findInText(text: string, ticket: string): RepairedTicket | undefined {
  if (/^e[AFJN]/.test(ticket)) return undefined
  const places = [text, ticket].flatMap((each) =>
    [...each.matchAll(/\be[AFJN]/g)]
      .slice(0, MAX_PLACES)
      .map(({ index }) => each.slice(index, index + MAX_PLACE_LENGTH)),
  )
  const found = places
    // Where white space ends it, or where it is broken into lines.
    .flatMap((place) => [place, place.replace(WHITE_SPACE, '')])
    .flatMap((place) => /^e[AFJN][\w*+/=%-]{60,}/.exec(place) ?? [])
    .map((each) => repair(each))
  const best =
    found.find((each) => isWhole(each.ticket)) ?? found.find((each) => dissect(each.ticket).fields.length > 0)
  return best && { ticket: best.ticket, repairs: [{ code: 'url', message: IN_TEXT }, ...best.repairs] }
}

function applyFirst(ticket: string): { code: RepairCode; message: string; result: string } | undefined {
  for (const [code, message, apply] of STEPS) {
    const result = apply(ticket)
    if (result !== undefined) return { code, message, result }
  }
  return undefined
}

function respell(ticket: string, repairs: readonly Repair[], spaced: string | undefined): RepairedTicket {
  if (isWhole(ticket)) return { ticket, repairs }
  const spellings: Spelling[] = SPELLINGS.map(([code, message, apply]) => ({ code, message, result: apply(ticket) }))
  for (const text of spaced === undefined ? [] : [spaced, spaced.trim()]) {
    const result = pad(fromStandard(text.replace(/ /g, '+')))
    spellings.push({ code: 'lost_plus', message: LOST_PLUS, result })
  }
  const fitting =
    spellings.find(({ result }) => result !== undefined && isWhole(result)) ??
    (isUnpackable(ticket) ? undefined : findTelling(spellings, ticket))
  if (fitting?.result === undefined) return { ticket, repairs }
  const { code, message, result } = fitting
  const others = code === 'lost_plus' ? repairs.filter((repair) => repair.code !== 'white_space') : repairs
  return { ticket: result, repairs: [...others, { code, message }] }
}

interface Spelling {
  readonly code: RepairCode
  readonly message: string
  readonly result: string | undefined
}

/** The spelling of a ticket that is not valid anyway, but can be told apart. */
function findTelling(spellings: readonly Spelling[], ticket: string): Spelling | undefined {
  return (
    spellings.find(({ result }) => result !== undefined && isUnpackable(result)) ??
    spellings.find(({ code }) => code === 'standard_base64' && /^e[AFJN].*[+/]/.test(ticket))
  )
}

const isWhole = (ticket: string): boolean => dissect(ticket).error === undefined

/** Whether a document comes out, also one that is not a ticket of today. */
function isUnpackable(ticket: string): boolean {
  const { zlib, document } = dissect(ticket)
  return zlib?.checksum !== undefined && document.startsWith('{') && document.trimEnd().endsWith('}')
}
