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
  [/\.create\(\s{0,3}\{\s{0,9}SDKAppID\s{0,3}:\s{0,3}["'`]\d{5,11}["'`]/i, 'app_id_text'],
  [/"key" argument must be of type string[^\n]{0,300}received type number/i, 'arguments_swapped'],
  [
    /(?:回调|webhook|callback)[^\n]{0,30}(?:验签|签名|\bsign)|^(?=[\s\S]*"(?:EventGroupId|CallbackCommand)")(?=[\s\S]*(?:验签|\bsign\b))/i,
    'webhook_signature',
  ],
  [
    /TLSSigAPI\w{0,4}(?:\.\w{1,10})?\(\s{0,3}[\w.$]{0,30}key\w{0,10}\s{0,3},\s{0,3}["']?(?:\d{5,11}|[\w.$]{0,20}app_?id)/i,
    'arguments_swapped',
  ],
  [/\blogin\(\s{0,3}\$?user_?sig\s{0,3},\s{0,3}\$?user_?(?:id|name)\b/i, 'arguments_swapped'],
  [
    /\bgen_?(?:user_?)?sig\w{0,12}\([^()\n]{0,80}(?:\([^()\n]{0,40}\)[^()\n]{0,60})?,\s{0,3}0\s{0,3}\)/i,
    'lifetime_wrong',
  ],
  [
    /^(?=[\s\S]*\b(?:TLS\.|user_?sig))[\s\S]*(?:hashlib\.(?:sha1|md5|sha512)|Hmac(?:SHA1|SHA512|MD5)\b|createHmac\(["'](?!sha256)\w|hash_hmac\(\s?["'](?!sha256)\w)/i,
    'wrong_hash',
  ],
  [
    /^(?=[\s\S]*\b(?:TLS\.|user_?sig))[\s\S]*\b(?:new DeflateStream|deflateRaw\w{0,4}|gzdeflate|gzencode|GZIPOutputStream|gzipSync|gzip\.compress)\(/i,
    'wrong_packing',
  ],
  [
    /^(?=[\s\S]*currentTimeMillis\(\)(?!\s{0,3}\/))(?=[\s\S]*TLS\.time)|TLS\.time["'\]]{0,2}\s{0,3}[:=,]\s{0,3}Date\.now\(\)/,
    'time_unit',
  ],
  [/secret_?key["']?\s{0,3}[:=][\s|>"'`]{0,10}-{3,}BEGIN/i, 'old_key_pair'],
  [/'?user_?sig'? is (?:a )?required/i, 'ticket_missing'],
  [/\basync (?:function )?(\w{1,40})\b[\s\S]{0,800}\buser_?sig["']?\s{0,3}:\s{0,3}\1\(/i, 'not_the_ticket'],
  [/\btls_sigature\b/i, 'old_key_pair'],
  [/enterRoom\(\s{0,3}\{[^{}]{0,300}\broomId\s{0,3}:\s{0,3}["'`]/, 'room_kind'],
  [
    /\bgen\w{0,8}sig\(\s{0,3}["']([\w@.-]{1,64})["'][\s\S]{0,600}\buser_?id["']?\s{0,3}:\s{0,3}["'](?!\1["'])[\w@.-]{1,64}["']/i,
    'other_user',
  ],
  [/^(?=[\s\S]*user_?sig)[\s\S]*\[object (?:Promise|Object)\]/i, 'not_the_ticket'],
  [/^(?=[\s\S]*(?:TLSSig|sdk_?app_?id|user_?sig))[\s\S]*-{4,}BEGIN (?:EC |RSA )?PRIVATE KEY/i, 'old_key_pair'],
  [/^Mixed Content:/im, 'https_needed'],
  [/mediaDevices is (?:undefined|null)|mediaDevices' of undefined|reading 'getUserMedia'/i, 'insecure_context'],
  [/\/\w{0,20}user_?sig[^\s"']{0,80}["']?\s{1,3}40[13]\b/i, 'endpoint_refuses'],
  [/\/\w{0,20}user_?sig[^\s"']{0,80}["']?\s{1,3}40[45]\b/i, 'endpoint_missing'],
  [/\/\w{0,20}user_?sig[^\s"']{0,80}["']?\s{1,3}5\d\d\b/i, 'endpoint_fails'],
  [
    /\/\w{0,20}user_?sig[^\s"']{0,80}["']?\s{1,3}(?:net::)?ERR_(?:CONNECTION|NAME|ADDRESS|TIMED)/i,
    'endpoint_unreachable',
  ],
  [/WebSocket connection to 'wss:\/\/[\w.-]{0,60}(?:qcloud|tencent|tim\.qq)[^\n]{0,200}failed/i, 'network'],
  [/Unexpected token '?</, 'web_page'],
  [/^\$? ?curl [^'"\n]{0,200}https?:\/\/[^'"\s]{0,600}&[^\n]{0,13000}\n\[\d\]\s\d+/m, 'url_not_quoted'],
  [/set remote sdp failed/i, 'browser_unsupported'],
  [/<!doctype html|<html[\s>]/i, 'web_page'],
  [/usersig: a login was refused: (?![^\n]{0,600}\[ERR_J|the Authorization header)/, 'login_refused'],
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
