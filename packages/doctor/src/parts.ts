import type { Sentence } from './codes/sentence.ts'
import { withoutForeignLines } from './foreign-lines.ts'
import type { AppKey } from './keys.ts'
import { findCodes, findConstants, findSentences, type NamedCode, rowsOf, toNumber } from './named-codes.ts'
import { type FoundRepair, isWhole, takeLayersOff } from './repair.ts'
import { type Foreign, findForeign } from './signs.ts'

/** What a text holds beside a ticket. */
export interface Parts {
  /** Whole tickets, in their order. */
  readonly tickets: readonly FoundRepair[]
  readonly codes: readonly NamedCode[]
  readonly sentences: readonly Sentence[]
  readonly sdkAppIds: readonly string[]
  readonly userIds: readonly string[]
  /** Keys that the text holds, under the SDKAppID that stands beside them. */
  readonly keys: readonly AppKey[]
  /** Keys without an SDKAppID beside them. */
  readonly looseKeys: readonly string[]
  /** For whom the one ticket of the text is, by an answer of an endpoint or a call of a login around it. */
  readonly login: Login | undefined
  /** Whether it is a call of the REST API. */
  readonly isRest: boolean
  /** Whether a ticket in it was shortened by what printed it. */
  readonly isMasked: boolean
  /** A token of another kind that stands in the place of a ticket. */
  readonly foreign: Foreign | undefined
}

/** For whom a ticket is. */
export interface Login {
  readonly sdkAppId: number | undefined
  readonly userId: string | undefined
}

/** So many tickets are looked for, and so many values of each kind. */
const MAX_TICKETS = 40
const MAX_VALUES = 8

const USER_ID =
  /(?:user_?id|identifier)["'\]】]?\s{0,3}[:=：]\s{0,3}(?:["'`]([^"'`\s]{1,64})["'`]|([\w@.-]{1,64})(?=[&\s,;}]|$))/gi

/** Finds tickets, codes, messages, SDKAppIDs, UserIDs and keys in a text. */
export function findParts(text: string): Parts {
  const sdkAppIds = valuesOf(
    text,
    /sdk_?app_?id["'\]】]?\s{0,3}(?::\s?[A-Za-z]{1,8}\s?)?[:=：]?\s{0,3}["']?(\d[\d_]{4,14})(?!\w)/gi,
  ).map((each) => each.replaceAll('_', ''))
  const constructed = constructedWith(text)
  const keys = findKeys(text, sdkAppIds, constructed)
  const tickets = findTickets(text)
  const ours = withoutForeignLines(text)
  return {
    tickets,
    login: tickets.length === 1 ? findLogin(text) : undefined,
    codes: findAllCodes(text, ours),
    sentences: findSentences(ours),
    sdkAppIds: [...new Set([...sdkAppIds, ...constructed.map(({ sdkAppId }) => String(sdkAppId))])],
    userIds: valuesOf(text, USER_ID),
    keys,
    looseKeys: keys.length > 0 ? [] : valuesOf(text, NAMED_KEY),
    isRest: /\/v4\/\w+\/\w+/.test(text),
    isMasked: /\be[AFJN][\w-]{1,40}(?:\*{3,}|\.{3,}|…|<\w+>|\[\w+\])/.test(text),
    foreign: findForeign(text),
  }
}

const ANSWER = /\{[^{}]{0,200}"?userSig"?\s{0,3}:\s{0,3}["'`]e[AFJN][\w*+/=%-]{60,12288}["'`][^{}]{0,200}\}/i

/** The object that holds a ticket: of this toolkit's endpoints, which name both, or the argument of a login. */
function findLogin(text: string): Login | undefined {
  const match = ANSWER.exec(text)
  if (!match) return undefined
  const { 0: object, index } = match
  const userId = valuesOf(object, USER_ID)[0]
  const id = /"sdkAppId"\s{0,3}:\s{0,3}(\d{5,10})(?!\d)/.exec(object)?.[1]
  if (id !== undefined && userId !== undefined) return { sdkAppId: Number(id), userId }
  return /\blogin\(\s{0,9}$/.test(text.slice(Math.max(0, index - 20), index))
    ? { sdkAppId: undefined, userId }
    : undefined
}

/** Numbers and constants; a text that is a number is one, whatever it stands for elsewhere. */
function findAllCodes(text: string, ours: string): NamedCode[] {
  const alone = toNumber(text)
  if (alone !== undefined) return [{ code: alone, rows: rowsOf(alone) }]
  const codes = findCodes(ours)
  const constants = findConstants(text).filter(({ code }) => !codes.some((each) => each.code === code))
  return [...codes, ...constants.map((row) => ({ code: row.code, rows: [row] }))]
}

function valuesOf(text: string, pattern: RegExp): string[] {
  const values = new Set<string>()
  for (const [, ...groups] of text.matchAll(pattern)) {
    const value = groups.find((group) => typeof group === 'string')
    if (value !== undefined) values.add(value)
    if (values.size >= MAX_VALUES) break
  }
  return [...values]
}

/** What stands before a ticket says what it stood in. */
const CONTAINERS = [
  ['from_header', /bearer\s{1,3}$/i],
  ['from_url', /[?&](?:user_?sig|private_?map_?key|sig)=["']?$/i],
  ['from_json', /"(\w{1,40})"\s{0,3}:\s{0,3}\\?"$/],
] as const

function findTickets(text: string): FoundRepair[] {
  const found = new Map<string, FoundRepair>()
  let tries = 0
  for (const { 0: match, index } of text.matchAll(/(?<![\w*+/])e[AFJN][\w*+/=%-]{60,12288}/g)) {
    if (++tries > MAX_TICKETS) break
    const before = text.slice(Math.max(0, index - 60), index)
    // A parameter of a URL ends at "&", and is encoded once.
    const [container, shape] = CONTAINERS.find(([, pattern]) => pattern.test(before)) ?? ['from_text']
    const isUrl = container === 'from_url' || text[index + match.length] === '&'
    const { ticket, repairs } = takeLayersOff(match)
    if (!isWhole(ticket)) continue
    const name = shape?.exec(before)?.[1] ?? ''
    const code = isUrl ? 'from_url' : container
    const way = {
      code,
      values: code === 'from_json' ? { name } : {},
      severity: 'info',
      tencentCode: undefined,
    } as const
    const others = isUrl ? repairs.filter((repair, i) => i > 0 || repair.code !== 'url_encoded') : repairs
    if (!found.has(ticket)) found.set(ticket, { ticket, repairs: [way, ...others] })
  }
  return [...found.values()]
}

function findKeys(text: string, sdkAppIds: readonly string[], constructed: readonly Construction[]): AppKey[] {
  const keys = findKeyTexts(text)
  const ids = sdkAppIds.map(Number).filter((id) => id >= 1 && id <= 4_294_967_295)
  const all = [
    ...constructed.flatMap(({ sdkAppId, secretKey }) => (secretKey === undefined ? [] : [{ sdkAppId, secretKey }])),
    ...ids.flatMap((sdkAppId) => keys.map((secretKey) => ({ sdkAppId, secretKey }))),
  ]
  return all.filter((key, i) => all.findIndex((each) => isSame(each, key)) === i)
}

/** A key in a program or a file: what the quotes hold, or an open quote and what follows it, as the program gets it. */
const NAMED_KEY =
  /(?:sdk_?)?secret_?key(?!_?file|id)["'\]】]?\s{0,3}(?:String\s?)?[:=：][^\S\n]{0,3}@?(?:"([^"\n]{16,128})"|'([^'\n]{16,128})'|`([^`\n]{16,128})`|(["'`]?[^\s"'`,;}]{16,128}))/gi

/** Keys under their name, and 64 digits that stand alone. */
function findKeyTexts(text: string): string[] {
  const named = valuesOf(text, NAMED_KEY)
  const bare = valuesOf(text, /(?<![\w+/=*-])([0-9a-f]{64})(?![\w+/=*-])/g)
  return [...named, ...bare.filter((key) => !named.some((each) => each.includes(key)))]
}

const isSame = (a: AppKey, b: AppKey): boolean => a.sdkAppId === b.sdkAppId && a.secretKey === b.secretKey

/** What an official generator is constructed with. */
interface Construction {
  readonly sdkAppId: number
  /** `undefined` where a variable stands in its place. */
  readonly secretKey: string | undefined
}

/** Calls of the official generators, in the languages that they exist in. */
function constructedWith(text: string): Construction[] {
  const calls = text.matchAll(
    /TLSSigAPI\w{0,4}(?:\.\w{1,10})?\(\s{0,3}(\d{5,10})L?\s{0,3},\s{0,3}(?:["'`]([^"'`\s]{16,128})["'`])?/g,
  )
  return [...calls]
    .slice(0, MAX_VALUES)
    .map(([, id, secretKey]) => ({ sdkAppId: Number(id), secretKey }))
    .filter(({ sdkAppId }) => sdkAppId >= 1 && sdkAppId <= 4_294_967_295)
}
