import { decodeUserSig } from '@usersig/core'
import { MAX_TICKET_LENGTH } from '@usersig/core/internal'
import { decodeBase64, TENCENT } from './base64.ts'
import { beginsAsZlib } from './dissect.ts'
import { isTicketDocument, parseDocument } from './document.ts'
import { type Found, found, toFinding } from './findings.ts'
import { inflatePartly, inflateWhole } from './inflate.ts'
import { findMembers } from './members.ts'
import type { FindingCode } from './words/findings.ts'
import type { Words } from './words/words.ts'

/** What happened to a ticket on its way: `from_…` is what came around it, the others spoiled it. */
export type RepairCode = Extract<
  FindingCode,
  | 'from_json'
  | 'from_url'
  | 'from_header'
  | 'from_text'
  | 'quotes'
  | 'white_space'
  | 'escapes'
  | 'url_encoded'
  | 'lost_plus'
  | 'standard_base64'
  | 'url_base64'
  | 'padding'
  | 'html_encoded'
  | 'pasted_twice'
>

/** One thing that was put right. */
export interface Repair {
  /** What was put right, for programs. */
  readonly code: RepairCode
  /** What was found, and where it comes from. */
  readonly message: string
  /** What to do about it. */
  readonly action: string
}

/** A ticket freed from what came around it. */
export interface RepairedTicket {
  /** The ticket alone, or what is left of the text. */
  readonly ticket: string
  /** What was put right, in its order; empty where nothing had to be. */
  readonly repairs: readonly Repair[]
}

/** A repair before it is put into words. */
export interface FoundRepair {
  readonly ticket: string
  readonly repairs: readonly (Found & { readonly code: RepairCode })[]
}

/** Longest text in which a ticket is looked for by taking off layers: a JSON answer around it. */
const MAX_TEXT_LENGTH = 65_536

/** Nobody wraps a ticket in more than a few layers. */
const MAX_LAYERS = 12

/** Of `repairTicket`, in one language. */
export function repairTicketIn(text: string, words: Words): RepairedTicket {
  const { ticket, repairs } = repair(text)
  return {
    ticket,
    repairs: repairs.map((each) => {
      const { message, action } = toFinding(each, words)
      return { code: each.code, message, action }
    }),
  }
}

/** Takes something off a text; `undefined` where it is not there. */
type Step = readonly [code: RepairCode, apply: (text: string) => string | undefined]

const changed = (text: string, result: string): string | undefined => (result === text ? undefined : result)

// Zero-width characters come along from chats and web pages.
const WHITE_SPACE = /[\s\u200b-\u200d\u2060\ufeff]+/g

/** What a mail puts before the lines that it answers. */
const QUOTE_MARKS = /^[ \t]*>+[ \t]?/gm

/** The characters of tickets and of what stands around them. */
const HTML_ENTITY = /&(?:#(4[2357]|61|95)|#x(2[abdf]|3d|5f)|(ast|plus|sol|equals|lowbar));/gi
const ENTITIES: Readonly<Record<string, string>> = { ast: '*', plus: '+', sol: '/', equals: '=', lowbar: '_' }

function fromEntity(_: string, decimal?: string, hex?: string, name = ''): string {
  const code = decimal ?? (hex && Number.parseInt(hex, 16))
  return code === undefined ? (ENTITIES[name.toLowerCase()] ?? '') : String.fromCharCode(Number(code))
}

const NAMES = /^(user_?sig|sig|private_?map_?key|token|ticket)$/i

const STEPS: readonly Step[] = [
  ['from_json', (text) => fromJson(text)?.value],
  ['from_url', fromUrl],
  ['from_text', (text) => findNamed(text)?.value],
  ['from_header', (text) => changed(text, text.replace(/^\s*(authorization\s*:\s*)?bearer\s+/i, ''))],
  ['quotes', fromQuotes],
  [
    'escapes',
    (text) =>
      changed(
        text,
        text.replace(/\\([nrt]|["'/\\])/g, (_, one: string) => (/[nrt]/.test(one) ? '' : one)),
      ),
  ],
  ['url_encoded', (text) => (/%[0-9a-f]{2}/i.test(text) ? decodePercent(text) : undefined)],
  ['html_encoded', (text) => changed(text, text.replace(HTML_ENTITY, fromEntity))],
  ['white_space', (text) => changed(text, text.replace(QUOTE_MARKS, '').replace(WHITE_SPACE, ''))],
  ['pasted_twice', (text) => /^(e[AFJN][\w*+/=-]{60,})\1$/.exec(text)?.[1]],
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

function fromJson(text: string): { name: string; value: string } | undefined {
  if (!/^\s*[{[]/.test(text)) return undefined
  try {
    let first: { name: string; value: string } | undefined
    JSON.parse(text, (name, value) => {
      if (typeof value === 'string' && NAMES.test(name)) first ??= { name, value }
      return value
    })
    return first
  } catch {
    return undefined
  }
}

function fromUrl(text: string): string | undefined {
  // A ticket with the tail of a URL after it: its name was not copied.
  const tail = /^\s*(e[AFJN][\w*+/=%-]{60,})&[\w-]+=/.exec(text)?.[1]
  if (tail !== undefined) return tail
  const named = findNamed(text)
  return named?.isUrl ? named.value : undefined
}

/** `usersig=…`: a parameter of a URL where there is a sign of one, or else a line of a log or a file. */
function findNamed(text: string): { value: string; isUrl: boolean } | undefined {
  // Quotes and commas may follow it: around all of the text they stand for themselves.
  const match =
    /(^|[?&;\s'"])(?:user_?sig|private_?map_?key)=["'`“‘«]?((?:[^&#\s"'`”’»,\\]|\\(?!\\{0,99}"))+)(&?)/i.exec(text)
  if (!match) return undefined
  const [, before = '', value = '', behind] = match
  return { value, isUrl: /[?&]/.test(before) || behind === '&' || /%[0-9a-f]{2}/i.test(value) }
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

/** @see repairTicket */
export function repair(text: string): FoundRepair {
  return takeLayersOff(text.slice(0, MAX_TEXT_LENGTH), findInText)
}

type Search = (text: string, ticket: string) => FoundRepair | undefined

/** @param search - Where else to look; what was found so is not searched again. */
export function takeLayersOff(text: string, search?: Search): FoundRepair {
  const repairs: (Found & { readonly code: RepairCode })[] = []
  let ticket = text
  let spaced: string | undefined
  let last: RepairCode | undefined
  // After each the first is tried again: what was inside may be wrapped in its own way.
  for (let count = 0; count < MAX_LAYERS; count++) {
    const next = applyFirst(ticket)
    if (next === undefined) break
    const { code, result } = next
    if (code === 'white_space') spaced = ticket
    if (!isNatural(code, last, result, ticket)) repairs.push(toRepair(code, ticket))
    last = code
    ticket = result
  }
  return search?.(text, ticket) ?? respell(ticket, repairs, spaced)
}

/** White space at the ends comes along with everything that is copied, and parameters of a URL are encoded once. */
function isNatural(code: RepairCode, last: RepairCode | undefined, result: string, before: string): boolean {
  if (code === 'white_space') return result === before.trim()
  return code === 'url_encoded' && last === 'from_url'
}

function toRepair(code: RepairCode, text: string): Found & { readonly code: RepairCode } {
  const values = code === 'from_json' ? { name: fromJson(text)?.name ?? '' } : {}
  return { ...found(code, values), code }
}

function applyFirst(ticket: string): { code: RepairCode; result: string } | undefined {
  for (const [code, apply] of STEPS) {
    const result = apply(ticket)
    if (result !== undefined) return { code, result }
  }
  return undefined
}

/** In so many places of a longer text a ticket is looked for, and so many of those that are not whole are looked into. */
const MAX_PLACES = 20
const MAX_TRIES = 6
/** It may be URL-encoded, three characters for one. */
const MAX_PLACE_LENGTH = 3 * MAX_TICKET_LENGTH

/** A ticket in the midst of a log line, of code, or of JSON that breaks off. */
function findInText(text: string, ticket: string): FoundRepair | undefined {
  if (/^e[AFJN]/.test(ticket)) return undefined
  const places = [...new Set([text, ticket])].flatMap((each) =>
    [...each.matchAll(/\be[AFJN]/g)]
      .slice(0, MAX_PLACES)
      .map(({ index }) => each.slice(index, index + MAX_PLACE_LENGTH)),
  )
  const tickets = places
    // Where white space ends it, or where it is broken into lines.
    .flatMap((place) => [place, place.replace(QUOTE_MARKS, '').replace(WHITE_SPACE, '')])
    .flatMap((place) => /^e[AFJN][\w*+/=%-]{60,}/.exec(place) ?? [])
  const candidates = [...new Set(tickets)].map((each) => takeLayersOff(each))
  const best =
    candidates.find((each) => isWhole(each.ticket)) ??
    candidates.slice(0, MAX_TRIES).find((each) => holdsMembers(each.ticket))
  return best && { ticket: best.ticket, repairs: [{ ...found('from_text'), code: 'from_text' }, ...best.repairs] }
}

const pad = (text: string) => text + '_'.repeat(-text.length & 3)

const fromStandard = (text: string) => cutTail(text, /[=\s]/).replace(/\+/g, '*').replace(/\//g, '-')

const toTencent = (character: string) => (character === '-' ? '*' : '-')

/** Spellings of the same bytes, the likeliest first. */
const SPELLINGS: readonly Step[] = [
  ['padding', (text) => changed(text, pad(text))],
  ['standard_base64', (text) => (/[+/=]/.test(text) ? pad(fromStandard(text)) : undefined)],
  ['url_base64', (text) => (/^[\w-]+=*$/.test(text) ? pad(cutTail(text, /=/).replace(/[-_]/g, toTencent)) : undefined)],
]

interface Spelling {
  readonly code: RepairCode
  readonly result: string | undefined
}

function respell(ticket: string, repairs: FoundRepair['repairs'], spaced: string | undefined): FoundRepair {
  if (isWhole(ticket) || ticket.length > MAX_PLACE_LENGTH) return { ticket, repairs }
  const spellings: Spelling[] = SPELLINGS.map(([code, apply]) => ({ code, result: apply(ticket) }))
  for (const text of spaced === undefined ? [] : [spaced, spaced.trim()]) {
    spellings.push({ code: 'lost_plus', result: pad(fromStandard(text.replace(/ /g, '+'))) })
  }
  const fitting =
    spellings.find(({ result }) => result !== undefined && isWhole(result)) ??
    (isUnpackable(ticket) ? undefined : findTelling(spellings, ticket))
  if (fitting?.result === undefined) return { ticket, repairs }
  const { code, result } = fitting
  const others = code === 'lost_plus' ? repairs.filter((repair) => repair.code !== 'white_space') : repairs
  return { ticket: result, repairs: [...others, { ...found(code), code }] }
}

/** The spelling of a ticket that is not valid anyway, but can be told apart. */
function findTelling(spellings: readonly Spelling[], ticket: string): Spelling | undefined {
  return (
    spellings.find(
      // Where bytes are missing as well, it was cut off.
      ({ result }) => result !== undefined && isUnpackable(result) && hasChecksum(result),
    ) ?? spellings.find(({ code }) => code === 'standard_base64' && /^e[AFJN].*[+/]/.test(ticket))
  )
}

export function isWhole(ticket: string): boolean {
  if (ticket.length > MAX_TICKET_LENGTH || !/^e[AFJN]/.test(ticket)) return false
  try {
    decodeUserSig(ticket)
    return true
  } catch {
    return false
  }
}

/** Whether at least the beginning of a document comes out. */
function holdsMembers(ticket: string): boolean {
  const packed = decodeBase64(ticket.slice(0, MAX_TICKET_LENGTH), TENCENT)
  if (!beginsAsZlib(packed)) return false
  const { bytes } = inflatePartly(packed.subarray(2), MAX_TICKET_LENGTH)
  return findMembers(new TextDecoder().decode(bytes)).length > 0
}

function hasChecksum(ticket: string): boolean {
  return inflatePartly(decodeBase64(ticket, TENCENT).subarray(2), MAX_TICKET_LENGTH).hasChecksum
}

/** Whether the document of a ticket comes out, also one that is not valid today. */
function isUnpackable(ticket: string): boolean {
  if (ticket.length > MAX_TICKET_LENGTH || ticket.length % 4 !== 0) return false
  const packed = decodeBase64(ticket, TENCENT)
  const document = beginsAsZlib(packed) ? inflateWhole(packed.subarray(2), MAX_TICKET_LENGTH) : undefined
  return document !== undefined && isTicketDocument(parseDocument(new TextDecoder().decode(document)))
}
