import type { UserSigErrorCode } from '@usersig/core'
import type { FindingCode } from '@usersig/core/doctor'
import type { ProblemCode } from '@usersig/core/endpoint'

/** Meanings and advice in Chinese, for the pages in docs/ and for the demo; a code without its text does not compile. */

const NEW_TICKET = '向业务服务端重新获取 UserSig，再用它登录。'
const CHECK_KEY = '签发时必须使用客户端所用的那个 SDKAppID 自己的 SDKSecretKey。'
const WHOLE_TICKET = '把签发出来的 UserSig 原样传入：途中不要截断，不要做 URL 编码，也不要重新编码。'
const SAME_USER = 'UserSig 必须为登录的那个 UserID 签发，注意区分大小写。'
const SAME_APP = '签发和客户端使用同一个 SDKAppID。'
const PAY = '到腾讯云控制台查看应用的状态和余额。'
const ADMIN = '使用腾讯云控制台里设置的管理员 UserID 及其 UserSig 来调用。'
const COPY_APP_ID = '从腾讯云控制台复制 SDKAppID，并以数字类型传入。'
const STAY_OUT = '告知用户，只有用户自己要求时才重新登录。'
const OTHER_ROOM = '注意：数字房间和字符串房间是两个不同的房间。'
const PARAMETER = '参数无效。'
const INSPECT = `用 usersig doctor 检查票据。${WHOLE_TICKET}`

/** Keyed by source and code, as in `server:70001`. */
export const tencentZh: Record<string, { meaning: string; action: string }> = {
  'server:70001': {
    meaning: 'UserSig 已过期。',
    action: `${NEW_TICKET}如果刚签发就过期，请检查有效期是否太短，以及签发服务器的时钟是否准确。`,
  },
  'server:70002': {
    meaning: 'UserSig 为空。',
    action: '传入业务服务端签发的 UserSig，拿到之后再登录。',
  },
  'server:70003': { meaning: 'UserSig 无法解析：被截断，或者根本不是 UserSig。', action: WHOLE_TICKET },
  'server:70004': { meaning: 'UserSig 无法解析：被截断，或者根本不是 UserSig。', action: WHOLE_TICKET },
  'server:70005': { meaning: 'UserSig 校验未通过。', action: INSPECT },
  'server:70006': { meaning: 'UserSig 校验未通过。', action: INSPECT },
  'server:70009': { meaning: 'UserSig 的签名不对：签发时用了另一个密钥。', action: CHECK_KEY },
  'server:70013': { meaning: '这个 UserSig 属于另一个 UserID。', action: SAME_USER },
  'server:70014': { meaning: '这个 UserSig 属于另一个 SDKAppID。', action: SAME_APP },
  'server:70016': {
    meaning: '应用没有密钥。',
    action: '在腾讯云控制台为应用创建密钥；旧应用可能需要升级到 HMAC-SHA256。',
  },
  'server:70020': {
    meaning: '找不到这个 SDKAppID：它可能在另一个数据中心。',
    action: '与腾讯云控制台核对 SDKAppID，并使用应用所在地域的域名。',
  },
  'server:70050': {
    meaning: '校验失败，而且尝试次数过多。',
    action: '先解决之前失败的原因，一分钟后再试。',
  },
  'server:70051': {
    meaning: 'UserID 在黑名单里。',
    action: '把它移出黑名单，或者换一个用户登录。',
  },
  'server:70107': {
    meaning: '应用里没有这个 UserID。',
    action: '先导入该账号，或者先用它登录一次。',
  },
  'server:70402': { meaning: PARAMETER, action: '对照该接口的文档检查参数。' },
  'server:70403': { meaning: '只有管理员才能执行此操作。', action: ADMIN },

  'rest:60010': { meaning: '只有管理员才能执行此操作。', action: ADMIN },
  'rest:60015': { meaning: 'UserID 不是字符串。', action: '在请求的 JSON 里给 UserID 加上引号。' },
  'rest:60020': { meaning: '应用没有购买套餐，或者套餐已到期。', action: PAY },

  'chat-client:6014': {
    meaning: '客户端没有登录。',
    action: '等登录完成后再调用；被踢下线之后要重新登录。',
  },
  'chat-client:6206': { meaning: '登录时 UserSig 已经过期。', action: NEW_TICKET },
  'chat-client:6208': { meaning: '用户在另一台设备上登录，这一端被踢下线。', action: STAY_OUT },
  'chat-client:7003': { meaning: 'UserID 无效。', action: '使用 1 至 32 字节的可打印 ASCII 字符。' },
  'chat-client:7501': { meaning: '正在登录。', action: '等待这次登录的结果，不要再次登录。' },

  'chat-web:3002': { meaning: '用户被踢下线：该用户在另一台设备上登录。', action: STAY_OUT },
  'chat-web:3003': {
    meaning: '用户被踢下线：该用户在另一个页面上登录。',
    action: '告知用户。同一用户可同时在线的页面数在即时通信 IM 控制台设置。',
  },
  'chat-web:3004': { meaning: '用户被踢下线：UserSig 已过期。', action: NEW_TICKET },
  'chat-web:3006': {
    meaning: '用户被 REST API 踢下线，此前签发的票据全部失效。',
    action: '如果允许该用户回来，用新的 UserSig 登录。',
  },

  'trtc-web:5000': { meaning: PARAMETER, action: '错误信息里写明了是哪个参数；请对照该接口的文档。' },
  'trtc-web:5012': { meaning: 'roomId 超出范围。', action: '使用 1 至 4294967294 的整数。' },
  'trtc-web:5013': {
    meaning: 'strRoomId 不是字符串。',
    action: `传入字符串，或者改用数字类型的 roomId。${OTHER_ROOM}`,
  },
  'trtc-web:5015': { meaning: '没有指定房间。', action: '传入 roomId 或 strRoomId。' },
  'trtc-web:5016': {
    meaning: 'roomId 不是数字。',
    action: `传入数字，或者改用字符串类型的 strRoomId。${OTHER_ROOM}`,
  },
  'trtc-web:5400': {
    meaning: '服务器拒绝了请求。',
    action: '查看错误对象的 extraCode，里面是服务器返回的错误码，例如 70009。',
  },
  'trtc-web:-100013': { meaning: '应用已欠费。', action: PAY },

  'trtc-web-v4:-8': { meaning: 'SDKAppID 不对。', action: COPY_APP_ID },

  'trtc-native:-3317': { meaning: 'SDKAppID 无效。', action: COPY_APP_ID },
  'trtc-native:-3318': {
    meaning: '房间号无效。',
    action: '使用 1 至 4294967294 的整数，或者由文档所列字符组成、长 1 至 64 个字符的字符串。',
  },
  'trtc-native:-3319': {
    meaning: 'UserID 无效。',
    action: '使用 1 至 32 字节，只含字母、数字、下划线和连字符。',
  },
  'trtc-native:-3320': { meaning: 'UserSig 为空或无效。', action: `拿到 UserSig 之后再进房。${WHOLE_TICKET}` },
  'trtc-native:-100006': {
    meaning: 'PrivateMapKey 校验未通过。',
    action: '开启高级权限控制之后，每个用户进每个房间都需要为该房间签发且未过期的 PrivateMapKey。',
  },
  'trtc-native:-100013': { meaning: '应用已被停用。', action: PAY },
  'trtc-native:-100018': {
    meaning: 'UserSig 校验未通过：已过期，或者签发时用了另一个密钥。',
    action: `${NEW_TICKET}${CHECK_KEY}`,
  },
}

/** Codes of `UserSigError`. */
export const userSigZh: Record<UserSigErrorCode, { meaning: string; hint: string }> = {
  invalid_sdk_app_id: {
    meaning: 'sdkAppId 不是 1 至 4294967295 的整数',
    hint: '从腾讯云控制台复制应用的 SDKAppID，并以数字类型传入。',
  },
  invalid_secret_key: {
    meaning: 'secretKey 为空，前后有空白字符，或者是旧 ECDSA 方案的 PEM 密钥',
    hint: '从腾讯云控制台复制同一个应用的 SDKSecretKey，原样传入。',
  },
  invalid_user_id: {
    meaning: 'UserID 不符合规则',
    hint: '传入有效的 UserID，或者用 toUserId() 转换自己的标识。',
  },
  invalid_expire: {
    meaning: 'expire 不是 1 至 1576800000 秒的整数；误传毫秒或时间点会被识别出来',
    hint: '传入以整秒为单位的时长，例如 86400 表示一天。',
  },
  invalid_time: {
    meaning: 'now 既不是 Date，也不是 Unix 秒',
    hint: '传入 Date 或整数 Unix 秒，例如 Math.floor(Date.now() / 1000)。',
  },
  invalid_room: {
    meaning: '没有指定房间，两种房间同时给出，超出范围，或者类型不对',
    hint: 'roomId（数字）和 strRoomId（字符串）二选一。',
  },
  invalid_privileges: {
    meaning: '不是预设，不是权限名称，也不是 0 至 255 的数字',
    hint: '传入 "audience" 之类的预设、权限名称的数组，或者 0 至 255 的数字。',
  },
  invalid_user_buf: {
    meaning: 'userBuf 不是 1 至 1024 字节',
    hint: '以 Uint8Array 传入 userBuf，不要超过长度上限。',
  },
  too_large: {
    meaning: '票据超过 4096 个字符，或者解压后超过 2048 字节',
    hint: '只传入票据本身，与签发时一致。',
  },
  malformed: {
    meaning: '票据被截断、被改动，或者根本不是票据',
    hint: '确认票据完整到达：没有截断，没有做 URL 编码，也没有重新编码。',
  },
  unsupported_version: {
    meaning: 'TLS.ver 不是 "2.0"',
    hint: '用 HMAC-SHA256 方式重新签发，其 TLS.ver 为 "2.0"。',
  },
  bad_signature: {
    meaning: '签名不对：签发时用了另一个密钥',
    hint: '确认签发方使用的正是这个 SDKAppID 的 SDKSecretKey。',
  },
  app_mismatch: {
    meaning: '票据属于另一个 SDKAppID',
    hint: '票据为哪个 SDKAppID 签发，就用在哪个 SDKAppID 上。',
  },
  user_mismatch: {
    meaning: '票据属于另一个 UserID',
    hint: '票据为哪个 UserID 签发，就用哪个 UserID 登录，注意区分大小写。',
  },
  expired: {
    meaning: '票据已过期',
    hint: '向业务服务端获取新的票据，再用它登录。',
  },
  not_yet_valid: {
    meaning: '签发时间在未来，且超出允许的时钟误差',
    hint: '校准签发服务器和校验服务器的时钟。',
  },
  unexpected_user_buf: {
    meaning: '把 PrivateMapKey 当成了登录票据，或者票据带有不该有的 userBuf',
    hint: '用 UserSig 登录；PrivateMapKey 应放进 privateMapKey 参数。',
  },
  user_buf_mismatch: {
    meaning: '票据带有另一个 userBuf',
    hint: '票据的 userBuf 写明了用途，只把它用于该用途。',
  },
  not_a_private_map_key: {
    meaning: '票据里没有房间信息，不是 PrivateMapKey',
    hint: '这里传入 PrivateMapKey，登录时传入 UserSig。',
  },
  room_mismatch: {
    meaning: '票据属于另一个房间',
    hint: '获取这个房间的 PrivateMapKey；数字房间 123 和字符串房间 "123" 是两个房间。',
  },
}

/** Codes of the findings of `diagnose`, those of its repairs included. */
export const findingZh: Record<FindingCode, { title: string; action: string }> = {
  ...(Object.fromEntries(
    Object.entries(userSigZh).map(([code, { meaning, hint }]) => [code, { title: meaning, action: hint }]),
  ) as Record<UserSigErrorCode, { title: string; action: string }>),

  not_a_ticket: { title: '这不是票据', action: '向业务服务端获取 UserSig，再传入。' },
  ecdsa: {
    title: '票据由 2019 年 7 月之前的 ECDSA 方案签发',
    action: '在腾讯云控制台把应用升级到 HMAC-SHA256，再用它的 SDKSecretKey 签发。',
  },
  cut_off: {
    title: '票据被截断',
    action: '检查从服务端到登录的整条路径：数据库字段、日志行和 URL 的长度上限，以及手工复制。',
  },
  case_lost: {
    title: '字母全部变成了同一种大小写，无法还原',
    action: '重新签发票据，并保持原样。',
  },
  key_unknown: {
    title: '没有这个 SDKAppID 的密钥，签名未经校验',
    action: '给出这个 SDKAppID 的 SDKSecretKey。',
  },
  key_changed: {
    title: '签发时用的是改动过的密钥，例如多了换行、空格或引号，或者做过解码',
    action: '原样使用腾讯云控制台里的密钥来签发。',
  },
  verified: { title: '签名正确，由已知的密钥签发', action: '' },
  lifetime: { title: '票据的有效期', action: 'expire 是以秒为单位的时长；建议取一天或一周，并及时续期。' },
  milliseconds: {
    title: '时间像是毫秒，而不是秒',
    action: '使用 Unix 秒：Math.floor(Date.now() / 1000)；时长也以秒为单位，86400 表示一天。',
  },
  user_id: {
    title: 'UserID 含有字母、数字、下划线和连字符以外的字符',
    action: '有些产品不接受，可以用 toUserId() 转换自己的标识。',
  },

  json: { title: '票据被放在 JSON 文档里', action: '只传入字段的值。' },
  url: { title: '票据被放在 URL 或表单里', action: '只传入参数的值。' },
  bearer: { title: '票据前面带有 HTTP 认证方案或请求头的名称', action: '只传入其后的内容。' },
  quotes: { title: '票据带有引号', action: '去掉引号再传入。' },
  white_space: {
    title: '票据里有换行或空白字符',
    action: '去掉换行和空白字符；邮件、终端和按行折断的 base64 常会带上它们。',
  },
  escapes: { title: '票据里有反斜杠', action: '解析 JSON 取值，不要从 JSON 文本里直接复制。' },
  url_encoded: { title: '票据做过 URL 编码', action: '收到后解码一次，或者发送时不要编码。' },
  lost_plus: {
    title: '票据里的 "+" 变成了空格',
    action: '使用腾讯的 base64 字母表签发，其中没有 "+"；经表单传送时先做 URL 编码。',
  },
  standard_base64: {
    title: '票据用标准 base64 写成',
    action: 'UserSig 把 "+"、"/"、"=" 写作 "*"、"-"、"_"，不要再做转换。',
  },
  url_base64: {
    title: '票据用 base64url 写成',
    action: 'UserSig 把 base64url 的 "-"、"_" 写作 "*"、"-"，不要再做转换。',
  },
  padding: {
    title: '票据末尾的填充字符 "_" 丢失',
    action: '保留末尾的 "_"；有些系统会把它去掉。',
  },
}

/** Codes of the endpoint's problem documents, beside those of a ticket. */
export const problemZh: Record<Exclude<ProblemCode, UserSigErrorCode> | 'invalid_room', { meaning: string }> = {
  invalid_body: { meaning: '请求体不是 JSON 对象，不完整，或者含有 roomId、strRoomId 以外的字段' },
  invalid_room: { meaning: '房间超出范围，类型不对，或者两种房间同时给出' },
  unauthenticated: { meaning: 'authenticate 没有给出用户：尚未登录' },
  missing_user_sig: { meaning: '请求里没有 UserSig' },
  revoked: { meaning: 'isRevoked 或 notIssuedBefore 判定票据已作废' },
  room_refused: { meaning: 'authorizeRoom 没有允许：该用户不能进入这个房间' },
  invalid_callback: { meaning: '腾讯云回调的签名不符，或者时间太久' },
  not_found: { meaning: '请求了适配器所服务路径之外的路径，或者 tenant 不认识这个应用' },
  method_not_allowed: { meaning: '请求方法不是 POST' },
  body_timeout: { meaning: '请求体传送太慢' },
  body_too_large: { meaning: '请求体超过 16 KiB' },
  unsupported_media_type: { meaning: '请求体不是 application/json，不是 UTF-8，或者经过压缩' },
  internal_error: { meaning: '某个回调函数出错，或者凭据配置有误；详情见 onError' },
  unavailable: { meaning: '无法取得密钥，或者某个回调函数耗时太久；按 Retry-After 稍后再试' },
}

/** Codes of `UserSigSourceError` in the client, beside those of the endpoint. */
export const sourceZh = {
  'http_<status>': { meaning: '回答来自别处，例如代理服务器，或者地址有误' },
  network: { meaning: '无法连接' },
  timeout: { meaning: '在 timeout 秒内没有收到回答' },
  invalid_answer: { meaning: '请求成功，但回答里没有所请求的用户和房间的凭据' },
  stopped: { meaning: 'source 已经停止' },
} as const satisfies Record<string, { meaning: string }>
