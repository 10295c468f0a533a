import type { CodeRow } from './codes/row.ts'
import type { Sentence } from './codes/sentence.ts'
import { meaningOf } from './explain.ts'
import { type Finding, type Found, toFinding } from './findings.ts'
import { type NamedCode, rowsOf } from './named-codes.ts'
import type { Parts } from './parts.ts'
import { quote } from './say.ts'
import { showDuration } from './show-time.ts'
import { findSigns } from './signs.ts'
import type { TicketDiagnosis } from './ticket.ts'
import type { ToolkitCode } from './toolkit-codes.ts'
import type { CauseCode } from './words/causes.ts'
import type { EvidenceCode } from './words/evidence.ts'
import type { FindingCode } from './words/findings.ts'
import type { Words } from './words/words.ts'

/** A reason why the login may fail. */
export interface Cause {
  /**
   * What it is, for programs: the code of a finding, the name of a cause, `tencent_` and a number, or `usersig_` and a code
   * of this toolkit.
   */
  readonly code: FindingCode | CauseCode | `tencent_${number}` | `usersig_${string}`
  /** What is the case. */
  readonly message: string
  /** What to do about it. */
  readonly action: string
  /** Why it is believed: sentences. */
  readonly evidence: readonly string[]
}

/** What causes are made from. */
interface Case {
  readonly text: string
  /** Codes of this toolkit that the text names. */
  readonly own: readonly ToolkitCode[]
  readonly parts: Parts
  /** Of the ticket, the keys and the rest. */
  readonly findings: readonly Found[]
  /** `undefined` where there is no ticket. */
  readonly ticket: TicketDiagnosis | undefined
  readonly isGood: boolean
  readonly isVerified: boolean
  readonly now: number
  readonly words: Words
}

const SIGNATURE = [70_005, 70_006, 70_007, 70_008, 70_009, 70_010, 100_018, 101_001, 102_003, 70_346, 10_008]
const EXPIRED = [70_001, 6206, 3004, 70_347, 100_018, 101_002, 102_004, 70_052, 10_003, 70_346]
const FORM = [70_002, 70_003, 70_004, 70_005, 70_006, 3320, 3315, 100_018, 70_346]

/** Which codes go with a fault: the servers answer them, or an SDK does in their place. */
export function fits(code: number, { tencentCode }: Found): boolean {
  const size = Math.abs(code)
  if (tencentCode === undefined) return false
  if (size === Math.abs(tencentCode)) return true
  if (tencentCode === 70_009) return SIGNATURE.includes(size)
  if (tencentCode === 70_001) return EXPIRED.includes(size)
  if (tencentCode === 70_003) return FORM.includes(size)
  return tencentCode === 70_013 || tencentCode === 70_014 ? size === 100_018 || size === 70_346 : false
}

/** Why the login may fail, the most likely first. */
export function findCauses(one: Case): Cause[] {
  const errors = one.findings.filter(({ severity }) => severity === 'error')
  const warnings = one.findings.filter(({ severity, code }) => severity === 'warning' && code !== 'key_unknown')
  const { codes } = one.parts
  const fitting = errors.filter((error) => codes.some(({ code }) => fits(code, error)))
  const others = errors.filter((error) => !fitting.includes(error))
  // A key that cannot be one explains a refused signature better than any guess.
  const explainsKey = codes.length === 0 || codes.some(({ code }) => SIGNATURE.includes(Math.abs(code)))
  const first = warnings.filter(({ code }) => explainsKey && code.startsWith('key_') && code !== 'key_not_hex')
  // What the ticket shows itself is not a guess any more; that its key is another one may have each of these reasons.
  const explained = fitting.filter(({ code }) => code !== 'bad_signature' && code !== 'key_unknown')
  const open = codes.filter(({ code }) => !explained.some((error) => fits(code, error)))
  const asUser = isGoodCallOfUser(one) ? [toCause('admin_missing', [tellTicket('ticket', one)], one)] : []
  const causes = [
    ...[...fitting, ...others, ...first].map((finding) => fromFinding(finding, one)),
    ...promote(fromTexts({ ...one, parts: { ...one.parts, codes: open } }), one),
    ...asUser,
    ...warnings.map((warning) => fromFinding(warning, one)),
  ]
  const seen = new Set<string>()
  return causes.filter(({ code }) => !seen.has(code) && seen.add(code)).slice(0, MAX_CAUSES)
}

const MAX_CAUSES = 12

/** The REST API takes administrators alone; their names are free, but most say so. */
function isGoodCallOfUser({ isGood, ticket, parts }: Case): boolean {
  return isGood && parts.isRest && ticket?.claims !== undefined && !/admin|root|sys|service/i.test(ticket.claims.userId)
}

function fromFinding(finding: Found, one: Case): Cause {
  const { code, message, action }: Finding = toFinding(finding, one.words)
  const { codes } = one.parts
  const fit = codes.find((each) => fits(each.code, finding))
  const evidence: string[] = []
  if (fit) evidence.push(tell('code_fits', { code: fit.code }, one))
  else if (codes[0] && finding.severity === 'error') evidence.push(tell('code_differs', { code: codes[0].code }, one))
  if (one.ticket?.claims) evidence.push(tellTicket('ticket', one))
  return { code, message, action, evidence }
}

const NOT_LOGGED_IN = 6014

/** Causes of what the text names: what is exact first. */
function fromTexts(one: Case): Cause[] {
  const { sentences, codes } = one.parts
  const named = codes.flatMap((code) => fromCode(code, one))
  const said = sentences.filter(({ isWeak }) => !isWeak).flatMap((sentence) => fromSentence(sentence, one))
  // The title of a 401 of this toolkit is "Not logged in".
  const isOfSdk = ({ code }: Sentence) => code !== NOT_LOGGED_IN || one.own.length === 0
  const weak = sentences.filter((each) => each.isWeak && isOfSdk(each)).flatMap((each) => fromSentence(each, one))
  const own = one.own.map((code) => fromOwnCode(code, one))
  // A code of the endpoint says more than its status.
  const signs = findSigns(one.text).filter((cause) => own.length === 0 || !cause.startsWith('endpoint_'))
  const shown = signs.map((cause) => toCause(cause, [tell('shown', {}, one)], one))
  const all = isTelling(codes[0]) ? [...named, ...said, ...own, ...weak] : [...said, ...named, ...own, ...weak]
  return saysWhy(codes[0], shown) ? [...all, ...shown] : [...shown, ...all]
}

/** What no login can succeed with, whatever the servers said. */
const CERTAIN: readonly string[] = ['app_id_missing', 'arguments_swapped', 'not_the_ticket', 'url_not_quoted']

/** Whether the servers say why, and that is something else than what the text shows. */
function saysWhy(code: NamedCode | undefined, shown: readonly Cause[]): boolean {
  const row = code?.rows[0]
  const isShown = ({ code: cause }: Cause) => CERTAIN.includes(cause) || row?.causes.includes(cause as CauseCode)
  return row?.source === 'server' && !shown.some(isShown)
}

function fromOwnCode({ code, meaning, action }: ToolkitCode, one: Case): Cause {
  return { code: `usersig_${code}`, message: meaning, action, evidence: [tell('own', { code }, one)] }
}

/** Whether a code says why, and not only that something failed. */
function isTelling(code: NamedCode | undefined): boolean {
  const row = code?.rows[0]
  return row !== undefined && !['message_code', 'extra_code', 'message', 'named_parameter'].includes(row.advice)
}

function fromSentence({ text, code, source, causes }: Sentence, one: Case): Cause[] {
  const evidence = [tell('said', { text }, one)]
  if (causes) return causes.map((cause) => toCause(cause, evidence, one))
  if (code === undefined || one.parts.codes.some((each) => each.code === code)) return []
  const rows = rowsOf(code).filter((row) => source === undefined || row.source === source)
  return rows.slice(0, 1).flatMap((row) => fromRow(row, evidence, one))
}

function fromCode({ rows }: NamedCode, one: Case): Cause[] {
  return byPlatform(rows, one.text).flatMap((row) => fromRow(row, [], one))
}

function fromRow(row: CodeRow, evidence: readonly string[], one: Case): Cause[] {
  const { code, advice, causes } = row
  const meaning = meaningOf(row, one.words)
  const [name = ''] = row.name.split(', ')
  const named = tell(name === '' ? 'named' : 'named_constant', { code, name, meaning }, one)
  const all = [...evidence, named, ...goodTicket(one)]
  const good = one.isGood ? causesOfGood(code) : undefined
  const list = good ?? causes
  if (list.length > 0) return list.map((cause) => toCause(cause, all, one))
  const action = one.words.advice[advice]
  return [{ code: `tencent_${code}`, message: meaning, action, evidence: all }]
}

/** Where the ticket is right, the cause lies elsewhere. */
function causesOfGood(code: number): readonly CauseCode[] | undefined {
  const size = Math.abs(code)
  if (size === 70_013) return ['other_user', 'user_spelled', 'old_ticket']
  if (size === 70_014) return ['hard_coded_app', 'other_app', 'another_ticket_sent']
  if (size === 70_001 || size === 70_052) return ['another_ticket_sent', 'kicked', 'sdk_state', 'clock_wrong']
  // The SDK itself says so.
  if (size === 6206 || size === 3004) return ['kicked', 'another_ticket_sent', 'sdk_state', 'clock_wrong']
  if ([70_002, 70_003, 70_004].includes(size)) return ['ticket_spoiled', 'not_the_ticket', 'another_ticket_sent']
  return SIGNATURE.includes(size)
    ? ['another_ticket_sent', 'other_key', 'hard_coded_app', 'other_file', 'release_build']
    : undefined
}

function goodTicket(one: Case): string[] {
  if (!one.isGood) return []
  return [tellTicket(one.isVerified ? 'ticket_good' : 'ticket_unverified', one)]
}

/** Words around a code that make one cause likelier than the others. */
const HINTS: readonly (readonly [pattern: RegExp, cause: CauseCode])[] = [
  [/request time(?:d )?-?out|请求超时/i, 'network'],
  [/\btaro\b|\bmpx\b/i, 'sdk_compiled'],
  [/\brelease\b|\btestflight\b|archive build|xcode 26|正式包|打包(?:之)?后|混淆|debug 包正常/i, 'release_build'],
  [/1400188366|写死|hard.?cod/i, 'hard_coded_app'],
  [/BEGIN (EC |RSA )?P|private_key|public_key|公钥|私钥|公私钥|\bpem\b|ecdsa/i, 'old_key_pair'],
  [/auto_?login|自动登录/i, 'auto_login'],
  [/\bkick|被踢|踢下线|踢出|强制下线|强制退出|forced? (?:off|log)|reg push failed/i, 'kicked'],
  [
    /新加坡|首尔|法兰克福|硅谷|雅加达|国际站|singapore|korea|seoul|frankfurt|silicon valley|jakarta|data cent(?:er|re)|数据中心/i,
    'other_region',
  ],
  [/genPrivateMapKey/i, 'not_the_ticket'],
  [
    /后台验证|验证通过|校验通过|校验成功|工具.{0,12}(?:正确|通过|有效)|验证.{0,12}正确|tool says|verified by the console|console.{0,20}valid/i,
    'sdk_state',
  ],
  [/体验版|预览|真机|合法域名|preview|real device/i, 'domain_list'],
  [/roomid["'】\s:=：]{0,6}(?:0\d|[a-z_])|房间号】?\s{0,4}(?:0\d|[a-z])|字符串房间|string room/i, 'room_kind'],
  [/未开通|没有开通|not activated|appid no in white/i, 'trtc_not_activated'],
  [/dist[\\/]|static[\\/]utils|wrong file/i, 'other_file'],
  [/\bAKID|secretId|云\s?API/i, 'key_spoiled'],
  [/privateMapKey["'\s:=]{0,5}(?:""|''|undefined|null)/i, 'room_key_missing'],
]

/** Puts what the words around it point to first, among the causes that there are. */
function promote(causes: readonly Cause[], { text }: Case): Cause[] {
  const hinted = HINTS.filter(([pattern]) => pattern.test(text)).map(([, cause]) => cause)
  const first = causes.filter(({ code }) => hinted.includes(code as CauseCode))
  return [...first, ...causes.filter((cause) => !first.includes(cause))]
}

const PLATFORMS: readonly (readonly [pattern: RegExp, sources: readonly string[]])[] = [
  [/tuicall|callkit|trtccalling/i, ['call', 'chat-client', 'trtc-native']],
  [/tuiroom|roomengine|roomkit|livekit|tuilive/i, ['room-engine', 'conference']],
  [/小程序|miniprogram|mini program|\bwx\./i, ['mini-program', 'chat-web']],
  [/actionstatus|errorinfo|\/v4\//i, ['rest', 'server', 'group', 'friends', 'push']],
  [/rtcerror|trtc-js-sdk|0x4\d{3}/i, ['trtc-web-v4', 'webrtc']],
  [/errorMsg|webrtcapi/i, ['webrtc']],
  [/enterroom|trtccloud|进房|txlite/i, ['trtc-native', 'trtc-web']],
  [/tls exchange|imsdk|timsdk|\btim\b|v2tim|即时通信/i, ['chat-client', 'chat-web', 'server', 'group']],
]

/** All meanings of a number, those of the program that the text speaks of first. */
function byPlatform(rows: readonly CodeRow[], text: string): readonly CodeRow[] {
  if (rows.length < 2) return rows
  const platform = PLATFORMS.find(
    ([pattern, sources]) => pattern.test(text) && rows.some((row) => sources.includes(row.source)),
  )
  if (!platform) return rows
  return [...rows].sort((a, b) => Number(platform[1].includes(b.source)) - Number(platform[1].includes(a.source)))
}

function toCause(code: CauseCode, evidence: readonly string[], { words }: Case): Cause {
  return { code, ...words.causes[code], evidence }
}

function tellTicket(code: EvidenceCode, one: Case): string {
  const { userId = '', sdkAppId = 0, expiresAt = 0 } = one.ticket?.claims ?? {}
  const left = showDuration(Math.max(0, expiresAt - one.now), one.words.language)
  return tell(code, { userId: quote(userId, one.words), sdkAppId, left }, one)
}

function tell(code: EvidenceCode, values: Readonly<Record<string, string | number>>, { words }: Case): string {
  return words.evidence[code].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
}
