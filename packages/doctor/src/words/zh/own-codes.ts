import type { OwnCodeWords } from '../words.ts'

/** Codes of this toolkit in Chinese. */
export const ownCodes: OwnCodeWords = {
  ticket: {
    invalid_sdk_app_id: {
      meaning: 'sdkAppId 不是 1 至 4294967295 的整数',
      action: '从腾讯云控制台复制应用的 SDKAppID，并以数字类型传入。',
    },
    invalid_secret_key: {
      meaning: 'secretKey 为空，前后有空白字符，或者是旧 ECDSA 方案的 PEM 密钥',
      action: '从腾讯云控制台复制同一个应用的 SDKSecretKey，原样传入。',
    },
    invalid_user_id: {
      meaning: 'UserID 不符合规则',
      action: '传入有效的 UserID，或者用 toUserId() 转换自己的标识。',
    },
    invalid_expire: {
      meaning: 'expire 不是 1 至 1576800000 秒的整数；误传毫秒或时间点会被识别出来',
      action: '传入以整秒为单位的时长，例如 86400 表示一天。',
    },
    invalid_time: {
      meaning: 'now 既不是 Date，也不是 Unix 秒',
      action: '传入 Date 或整数 Unix 秒，例如 Math.floor(Date.now() / 1000)。',
    },
    invalid_room: {
      meaning: '没有指定房间，两种房间同时给出，超出范围，或者类型不对',
      action: 'roomId（数字）和 strRoomId（字符串）二选一。',
    },
    invalid_privileges: {
      meaning: '不是预设，不是权限名称，也不是 0 至 255 的数字',
      action: '传入 "audience" 之类的预设、权限名称的数组，或者 0 至 255 的数字。',
    },
    invalid_user_buf: {
      meaning: 'userBuf 不是 1 至 1024 字节',
      action: '以 Uint8Array 传入 userBuf，不要超过长度上限。',
    },
    too_large: {
      meaning: '票据超过 4096 个字符，或者解压后超过 2048 字节',
      action: '只传入票据本身，与签发时一致。',
    },
    malformed: {
      meaning: '票据被截断、被改动，或者根本不是票据',
      action: '确认票据完整到达：没有截断，没有做 URL 编码，也没有重新编码。',
    },
    unsupported_version: {
      meaning: 'TLS.ver 不是 "2.0"',
      action: '用 HMAC-SHA256 方式重新签发，其 TLS.ver 为 "2.0"。',
    },
    bad_signature: {
      meaning: '签名不对：签发时用了另一个密钥',
      action: '确认签发方使用的正是这个 SDKAppID 的 SDKSecretKey。',
    },
    app_mismatch: {
      meaning: '票据属于另一个 SDKAppID',
      action: '票据为哪个 SDKAppID 签发，就用在哪个 SDKAppID 上。',
    },
    user_mismatch: {
      meaning: '票据属于另一个 UserID',
      action: '票据为哪个 UserID 签发，就用哪个 UserID 登录，注意区分大小写。',
    },
    expired: {
      meaning: '票据已过期',
      action: '向业务服务端获取新的票据，再用它登录。',
    },
    not_yet_valid: {
      meaning: '签发时间在未来，且超出允许的时钟误差',
      action: '校准签发服务器和校验服务器的时钟。',
    },
    unexpected_user_buf: {
      meaning: '把 PrivateMapKey 当成了登录票据，或者票据带有不该有的 userBuf',
      action: '用 UserSig 登录；PrivateMapKey 应放进 privateMapKey 参数。',
    },
    user_buf_mismatch: {
      meaning: '票据带有另一个 userBuf',
      action: '票据的 userBuf 写明了用途，只把它用于该用途。',
    },
    not_a_private_map_key: {
      meaning: '票据里没有房间信息，不是 PrivateMapKey',
      action: '这里传入 PrivateMapKey，登录时传入 UserSig。',
    },
    room_mismatch: {
      meaning: '票据属于另一个房间',
      action: '获取这个房间的 PrivateMapKey；数字房间 123 和字符串房间 "123" 是两个房间。',
    },
  },
  endpoint: {
    invalid_body: {
      meaning: '请求体不是 JSON 对象，不完整，或者含有 roomId、strRoomId 以外的字段',
      action: '请求体只发送含 roomId 或 strRoomId 的 JSON 对象，或者不带请求体。',
    },
    invalid_room: {
      meaning: '房间超出范围，类型不对，或者两种房间同时给出',
      action: 'roomId（数字）和 strRoomId（字符串）二选一。',
    },
    unauthenticated: {
      meaning: 'authenticate 没有给出用户：尚未登录',
      action:
        '请求要带上业务自己的登录态（cookie 或 Authorization 请求头），并由 authenticate 返回 UserID。令牌被拒绝的原因在服务端日志里。',
    },
    missing_user_sig: {
      meaning: '请求里没有 UserSig',
      action: '把 UserSig 放进请求头 Authorization: Bearer。',
    },
    revoked: {
      meaning: 'isRevoked 或 notIssuedBefore 判定票据已作废',
      action: '重新获取 UserSig 后再试。',
    },
    room_refused: {
      meaning: 'authorizeRoom 没有允许：该用户不能进入这个房间',
      action: '进入该用户有权进入的房间，或者让 authorizeRoom 返回对应的权限。',
    },
    user_refused: {
      meaning: '该 UserID 属于管理员，签发接口不为管理员签发票据',
      action: '换一个用户登录；管理员的票据在服务端任务里签发。',
    },
    invalid_webhook: {
      meaning: '回调请求（webhook）的签名不符，或者已经过期',
      action: '核对密钥与腾讯云控制台的回调设置，保留原始请求体，并检查服务器时钟。',
    },
    too_many_requests: {
      meaning: 'limit 返回了 { retryAfter }：该用户请求过于频繁，请按 Retry-After 稍后再试',
      action: '按 Retry-After 等待后重试。',
    },
    not_found: {
      meaning: '请求了适配器所服务路径之外的路径，或者 tenant 不认识这个应用',
      action: '核对请求地址与适配器的路径。',
    },
    method_not_allowed: {
      meaning: '请求方法不是 POST',
      action: '改用 POST。',
    },
    body_timeout: {
      meaning: '请求体传送太慢',
      action: '一次性发送请求体，并检查前面的代理。',
    },
    body_too_large: {
      meaning: '请求体超过 16 KiB',
      action: '请求体只放房间号。',
    },
    unsupported_media_type: {
      meaning: '请求体不是 application/json，不是 UTF-8，或者经过压缩',
      action: '使用 content-type: application/json，UTF-8，不压缩。',
    },
    internal_error: {
      meaning: '某个回调函数出错，或者凭据配置有误；详情见 onError',
      action: '查看服务端日志或 onError，里面有具体的错误。',
    },
    unavailable: {
      meaning: '无法取得密钥，或者某个回调函数耗时太久；按 Retry-After 稍后再试',
      action: '按 Retry-After 重试；检查密钥来源和各个回调函数。',
    },
  },
  client: {
    'http_<status>': {
      meaning: '回答来自别处，例如代理服务器，或者地址有误',
      action: '在浏览器里打开该地址，看是谁在应答。',
    },
    network: {
      meaning: '无法连接，或者被 CORS 拦截：请在服务端允许该页面的来源',
      action: '查看浏览器控制台：如果是 CORS，会写明。',
    },
    timeout: {
      meaning: '错误信息中指明的那一步耗时太久',
      action: '让这一步更快完成，或者调大 timeout。',
    },
    invalid_answer: {
      meaning: '回答是登录页、认证门户，或者错误信息中指明的字段有误',
      action: '打印接口的响应；它应当是含有 userSig 的 JSON。',
    },
    signed_out: {
      meaning: '用户已在另一个标签页退出登录',
      action: '重新登录。',
    },
    stopped: {
      meaning: 'source 已经停止',
      action: '调用 stop() 之后要新建 source。',
    },
  },
}
