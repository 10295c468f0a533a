import { type Found, found } from './findings.ts'
import type { TextKind } from './kinds.ts'
import type { CauseCode } from './words/causes.ts'
import type { FindingCode } from './words/findings.ts'

type Sign = readonly [pattern: RegExp, cause: CauseCode]

/** What a text shows by itself, whatever code stands beside it. */
const SIGNS: readonly Sign[] = [
  [/sdk_?app_?id["'\])]{0,2}\s{0,3}(?::\s?\w{1,12}\s{0,3})?[:=]\s{0,3}["']?0["']?(?![\w.])/i, 'app_id_missing'],
  [/user_?sig["']?\s{0,3}[:=]\s{0,3}(?:""|''|undefined|null|nil|None)(?!\w)/i, 'ticket_missing'],
  [/[?&]usersig=(?=[&\s"']|$)/i, 'ticket_missing'],
  [/\(reading '(?:user_?sig|private_?map_?key)'\)/i, 'ticket_missing'],
  [/\blogin\(\s{0,3}["'][^"'\n]{1,64}["']\s{0,3},\s{0,3}(?:""|'')\s{0,3}[,)]/i, 'ticket_missing'],
  [
    /user_?sig["']?\s{0,3}[:=]\s{0,3}["'<[]?(?:object (?:Promise|Object)|Instance of '_?Future|Promise\b|coroutine|System\.Threading|java\.util\.concurrent|CompletableFuture|kotlinx\.coroutines)/i,
    'not_the_ticket',
  ],
  [/TLSSigAPI\w{0,4}(?:\.Api)?\(\s{0,3}["'`][0-9a-f]{64}["'`]\s{0,3},\s{0,3}["']?\d{5,11}/i, 'arguments_swapped'],
  [/\bgen_?user_?sig\w{0,12}\(\s{0,3}\w{0,20}key\s{0,3},\s{0,3}\w{0,10}app_?id\b/i, 'arguments_swapped'],
  [/sdk_?app_?id["']?\s{0,3}[:=]\s{0,3}["']?[0-9a-f]{64}(?!\w)/i, 'arguments_swapped'],
  [/\.create\(\s{0,3}\{\s{0,9}SDKAppID\s{0,3}:\s{0,3}["'`]\d{5,11}["'`]/i, 'login_parameter_wrong'],
  [/"key" argument must be of type string[^\n]{0,300}received type number/i, 'arguments_swapped'],
  [
    /(?:回调|webhook|callback)[^\n]{0,30}(?:验签|签名|\bsign)|^(?=[\s\S]*"(?:EventGroupId|CallbackCommand)")(?=[\s\S]*(?:验签|\bsign\b))/i,
    'webhook_signature',
  ],
  [/set remote sdp failed/i, 'browser_unsupported'],
  [/<!doctype html|<html[\s>]/i, 'web_page'],
]

/** The causes that a text shows by itself. */
export const findSigns = (text: string): CauseCode[] => [
  ...new Set(SIGNS.filter(([pattern]) => pattern.test(text)).map(([, cause]) => cause)),
]

/** A token of another kind, and what it is. */
export interface Foreign {
  readonly kind: TextKind
  readonly finding: Found
}

/** A JWT is the app's own login in most logs: it counts where it stands in the place of a ticket. */
const FOREIGN: readonly (readonly [kind: TextKind, code: FindingCode, pattern: RegExp])[] = [
  [
    'jwt',
    'jwt',
    /(?:user_?sig|private_?map_?key)["']?\s{0,3}[:=]\s{0,3}["'`]?eyJ[\w-]{10,2000}\.[\w-]{2,4000}\.[\w-]*/i,
  ],
  ['other_token', 'agora_token', /(?<![\w+/])00[67](?:eJ|[0-9a-f]{32})[\w+/=-]{20}/],
  ['other_token', 'zego_token', /(?<![\w+/])04AAAAA[\w+/=-]{20}/],
]

/** What was passed in place of a ticket, among other words. */
export function findForeign(text: string): Foreign | undefined {
  const rule = FOREIGN.find(([, , pattern]) => pattern.test(text))
  return rule && { kind: rule[0], finding: found(rule[1]) }
}
