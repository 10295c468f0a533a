import type { UserSigErrorCode } from '@usersig/core'
import type { ProblemCode } from '@usersig/core/endpoint'
import { listUserSigErrors } from '@usersig/core/internal'
import { type Language, readLanguageOption, type Text } from './language.ts'

/** A code of this toolkit. */
export interface ToolkitCode {
  /** The code, as errors and problem documents hold it. */
  readonly code: string
  /** `ticket`: of a `UserSigError`; `endpoint`: of a problem document; `client`: of a `UserSigSourceError`. */
  readonly origin: 'ticket' | 'endpoint' | 'client'
  /** The fault. */
  readonly meaning: string
  /** The next step; empty if the meaning is enough. */
  readonly action: string
  /** The code that Tencent's servers answer for the same fault, where there is one. */
  readonly tencentCode: number | undefined
}

type EndpointCode = Exclude<ProblemCode, UserSigErrorCode> | 'invalid_room'

/** Codes of a `UserSigError`; the English action is the hint of the error. */
const TICKET: Readonly<Record<UserSigErrorCode, { readonly meaning: Text; readonly action: string }>> = {
  invalid_sdk_app_id: {
    meaning: { en: 'sdkAppId is not an integer from 1 to 4294967295', zh: 'sdkAppId 不是 1 至 4294967295 的整数' },
    action: '从腾讯云控制台复制应用的 SDKAppID，并以数字类型传入。',
  },
  invalid_secret_key: {
    meaning: {
      en: 'secretKey is empty, has white space around it, or is a PEM key of the old ECDSA scheme',
      zh: 'secretKey 为空，前后有空白字符，或者是旧 ECDSA 方案的 PEM 密钥',
    },
    action: '从腾讯云控制台复制同一个应用的 SDKSecretKey，原样传入。',
  },
  invalid_user_id: {
    meaning: { en: 'the UserID does not fit the rule', zh: 'UserID 不符合规则' },
    action: '传入有效的 UserID，或者用 toUserId() 转换自己的标识。',
  },
  invalid_expire: {
    meaning: {
      en: 'expire is not an integer from 1 to 1 576 800 000 seconds; milliseconds and points in time are recognised',
      zh: 'expire 不是 1 至 1576800000 秒的整数；误传毫秒或时间点会被识别出来',
    },
    action: '传入以整秒为单位的时长，例如 86400 表示一天。',
  },
  invalid_time: {
    meaning: { en: 'now is neither a Date nor Unix seconds', zh: 'now 既不是 Date，也不是 Unix 秒' },
    action: '传入 Date 或整数 Unix 秒，例如 Math.floor(Date.now() / 1000)。',
  },
  invalid_room: {
    meaning: {
      en: 'no room, both kinds at once, out of range, of the wrong type',
      zh: '没有指定房间，两种房间同时给出，超出范围，或者类型不对',
    },
    action: 'roomId（数字）和 strRoomId（字符串）二选一。',
  },
  invalid_privileges: {
    meaning: {
      en: 'no preset, no privilege, no number from 0 to 255',
      zh: '不是预设，不是权限名称，也不是 0 至 255 的数字',
    },
    action: '传入 "audience" 之类的预设、权限名称的数组，或者 0 至 255 的数字。',
  },
  invalid_user_buf: {
    meaning: { en: 'the user buffer is not 1 to 1024 bytes', zh: 'userBuf 不是 1 至 1024 字节' },
    action: '以 Uint8Array 传入 userBuf，不要超过长度上限。',
  },
  too_large: {
    meaning: {
      en: 'the ticket has more than 4096 characters, or unpacks to more than 2048 bytes',
      zh: '票据超过 4096 个字符，或者解压后超过 2048 字节',
    },
    action: '只传入票据本身，与签发时一致。',
  },
  malformed: {
    meaning: { en: 'the ticket is cut off, was changed, or is none', zh: '票据被截断、被改动，或者根本不是票据' },
    action: '确认票据完整到达：没有截断，没有做 URL 编码，也没有重新编码。',
  },
  unsupported_version: {
    meaning: { en: 'TLS.ver is not "2.0"', zh: 'TLS.ver 不是 "2.0"' },
    action: '用 HMAC-SHA256 方式重新签发，其 TLS.ver 为 "2.0"。',
  },
  bad_signature: {
    meaning: { en: 'it was signed with another key', zh: '签名不对：签发时用了另一个密钥' },
    action: '确认签发方使用的正是这个 SDKAppID 的 SDKSecretKey。',
  },
  app_mismatch: {
    meaning: { en: 'it is for another SDKAppID', zh: '票据属于另一个 SDKAppID' },
    action: '票据为哪个 SDKAppID 签发，就用在哪个 SDKAppID 上。',
  },
  user_mismatch: {
    meaning: { en: 'it is for another UserID', zh: '票据属于另一个 UserID' },
    action: '票据为哪个 UserID 签发，就用哪个 UserID 登录，注意区分大小写。',
  },
  expired: {
    meaning: { en: 'its lifetime is over', zh: '票据已过期' },
    action: '向业务服务端获取新的票据，再用它登录。',
  },
  not_yet_valid: {
    meaning: {
      en: 'it was issued in the future, by more than the tolerance',
      zh: '签发时间在未来，且超出允许的时钟误差',
    },
    action: '校准签发服务器和校验服务器的时钟。',
  },
  unexpected_user_buf: {
    meaning: {
      en: 'a login with a PrivateMapKey, or with a user buffer that was not expected',
      zh: '把 PrivateMapKey 当成了登录票据，或者票据带有不该有的 userBuf',
    },
    action: '用 UserSig 登录；PrivateMapKey 应放进 privateMapKey 参数。',
  },
  user_buf_mismatch: {
    meaning: { en: 'it carries another user buffer', zh: '票据带有另一个 userBuf' },
    action: '票据的 userBuf 写明了用途，只把它用于该用途。',
  },
  not_a_private_map_key: {
    meaning: { en: 'it carries no room record', zh: '票据里没有房间信息，不是 PrivateMapKey' },
    action: '这里传入 PrivateMapKey，登录时传入 UserSig。',
  },
  room_mismatch: {
    meaning: { en: 'it is for another room', zh: '票据属于另一个房间' },
    action: '获取这个房间的 PrivateMapKey；数字房间 123 和字符串房间 "123" 是两个房间。',
  },
}

/** Codes of the problem documents of endpoints and guards. */
const ENDPOINT: Readonly<Record<EndpointCode, Text>> = {
  invalid_body: {
    en: 'not a JSON object, or it holds more than `roomId` or `strRoomId`',
    zh: '请求体不是 JSON 对象，不完整，或者含有 roomId、strRoomId 以外的字段',
  },
  invalid_room: {
    en: 'out of range, of the wrong type, or both kinds at once',
    zh: '房间超出范围，类型不对，或者两种房间同时给出',
  },
  unauthenticated: { en: '`authenticate` returned nothing', zh: 'authenticate 没有给出用户：尚未登录' },
  missing_user_sig: { en: 'the guard found no ticket', zh: '请求里没有 UserSig' },
  revoked: { en: '`isRevoked` or `notIssuedBefore` said so', zh: 'isRevoked 或 notIssuedBefore 判定票据已作废' },
  room_refused: { en: '`authorizeRoom` returned nothing', zh: 'authorizeRoom 没有允许：该用户不能进入这个房间' },
  user_refused: {
    en: 'the UserID is that of an administrator',
    zh: '该 UserID 属于管理员，签发接口不为管理员签发票据',
  },
  invalid_webhook: {
    en: 'the signature of a webhook does not fit, or it is too old',
    zh: '回调请求（webhook）的签名不符，或者已经过期',
  },
  too_many_requests: {
    en: '`limit` said so; with `Retry-After`',
    zh: 'limit 返回了 { retryAfter }：该用户请求过于频繁，请按 Retry-After 稍后再试',
  },
  not_found: {
    en: 'another path than the one that is served, or an unknown `tenant`',
    zh: '请求了适配器所服务路径之外的路径，或者 tenant 不认识这个应用',
  },
  method_not_allowed: { en: 'not POST', zh: '请求方法不是 POST' },
  body_timeout: { en: 'the body took too long', zh: '请求体传送太慢' },
  body_too_large: { en: 'more than 16 KiB', zh: '请求体超过 16 KiB' },
  unsupported_media_type: {
    en: 'not `application/json`, not UTF-8, or compressed',
    zh: '请求体不是 application/json，不是 UTF-8，或者经过压缩',
  },
  internal_error: {
    en: 'a callback failed, or the key is wrong; `onError` hears why',
    zh: '某个回调函数出错，或者凭据配置有误；详情见 onError',
  },
  unavailable: {
    en: 'a key cannot be had, or a callback took too long; with `Retry-After`',
    zh: '无法取得密钥，或者某个回调函数耗时太久；按 Retry-After 稍后再试',
  },
}

/** Codes of the client, beside those of the endpoint, which it hands on. */
const CLIENT: Readonly<Record<string, Text>> = {
  'http_<status>': {
    en: 'a proxy or a wrong address answered',
    zh: '回答来自别处，例如代理服务器，或者地址有误',
  },
  network: {
    en: "no connection, or CORS: allow the page's origin on your server",
    zh: '无法连接，或者被 CORS 拦截：请在服务端允许该页面的来源',
  },
  timeout: { en: 'what the message names took too long', zh: '错误信息中指明的那一步耗时太久' },
  invalid_answer: {
    en: 'a login page, a captive portal, or the field that is named',
    zh: '回答是登录页、认证门户，或者错误信息中指明的字段有误',
  },
  signed_out: { en: 'another tab signed out', zh: '用户已在另一个标签页退出登录' },
  stopped: { en: 'the source was stopped', zh: 'source 已经停止' },
}

/**
 * All codes of this toolkit: of its errors, of its endpoints, of its client.
 *
 * @param options - `language`: of the texts.
 * @defaultValue `en`
 * @example
 * ```ts
 * listToolkitCodes().find(({ code }) => code === 'expired')?.tencentCode // 70001
 * ```
 */
export function listToolkitCodes(options: { language?: Language } = {}): ToolkitCode[] {
  const language = readLanguageOption(options, 'listToolkitCodes')
  const ticket = listUserSigErrors().map(({ code, hint, tencentCode }): ToolkitCode => {
    const { meaning, action } = TICKET[code]
    return {
      code,
      origin: 'ticket',
      meaning: meaning[language],
      action: language === 'zh' ? action : hint,
      tencentCode,
    }
  })
  const others = (
    [
      ['endpoint', ENDPOINT],
      ['client', CLIENT],
    ] as const
  ).flatMap(([origin, table]) =>
    Object.entries(table).map(([code, meaning]: [string, Text]): ToolkitCode => {
      return { code, origin, meaning: meaning[language], action: '', tencentCode: undefined }
    }),
  )
  return [...ticket, ...others]
}
