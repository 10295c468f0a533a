import type { FindingCode } from '../findings.ts'
import type { FindingWords } from '../words.ts'

const FETCH = '向业务服务端获取 UserSig，再传入。'
const ALONE = '只传入业务服务端签发的 userSig 本身。'
const KEY = '原样使用腾讯云控制台里的密钥来签发。'
const LINES =
  '被签名的文本依次为 TLS.identifier、TLS.sdkappid、TLS.time、TLS.expire，每行写作“名称:值”，行末是一个换行符（\\n，0x0A）；密钥本身是对的。'
const SIGNED = '被签名的文本和 JSON 文档里使用同一个值；密钥本身是对的。'
const COPY_KEY = '从腾讯云控制台重新复制 SDKSecretKey：64 位小写十六进制字符。'

/** What the doctor finds, in Chinese: message and action. `{name}` is a value; a format may follow it: `{name:quote}`. */
export const findings: Readonly<Record<FindingCode, FindingWords>> = {
  empty: ['没有票据：内容为空。', '等业务服务端返回之后再登录。'],
  not_there: [
    '{text:quote} 是 JavaScript 对不存在的值或非字符串的写法。',
    '用 await 等业务服务端返回，再传入其中的 userSig。',
  ],
  secret_key: [
    '这是 SDKSecretKey 的格式，拿到它的人可以冒充任何用户登录。',
    '只把它保存在服务端；如果曾出现在应用、日志或消息里，请到腾讯云控制台更换。',
  ],
  cloud_api_key: [
    '这是云 API 密钥（访问管理 CAM，AKID…），不能用来签发 UserSig。',
    '使用即时通信 IM 或 TRTC 控制台里该应用的 SDKSecretKey。',
  ],
  private_key: [
    '这是 PEM 格式的密钥，属于 2019 年 7 月之前的 ECDSA 方案。',
    '不要外泄。在腾讯云控制台把应用升级到 HMAC-SHA256，再用它的 SDKSecretKey 签发。',
  ],
  jwt: ['这是 JWT，属于另一个系统。', FETCH],
  agora_token: ['这是声网（Agora）的 Token。', FETCH],
  zego_token: ['这是即构（ZEGO）的 Token。', FETCH],
  volcengine_token: ['这是火山引擎 RTC 的 Token。', FETCH],
  app_id: ['这是一个数字，可能是 SDKAppID；没有这个错误码。', '请粘贴 UserSig，或者完整的错误信息。'],
  signature_alone: [
    '这只是签名本身（HMAC-SHA256，32 字节），外面没有票据。',
    '把它作为 TLS.sig 放进 JSON 文档，用 zlib 压缩，再做 base64；或者使用现成的库。',
  ],
  masked: ['票据被打印它的程序遮盖或省略，无法判断。', '请粘贴完整的票据：诊断只在本机进行。'],
  placeholder: ['这是示例代码里的占位内容，不是票据。', FETCH],
  not_a_ticket: ['这不是票据：票据以 "eJ" 或 "eA" 开头。', FETCH],
  code_differs: [
    '内容里有 {named}，与此不符：该票据会被返回 {expected}。',
    '找出返回 {named} 的那一次所用的票据；该票据可能来自另一次尝试。',
  ],
  nothing_found: [
    '内容里没有票据、错误码或已知的错误信息。',
    '请粘贴客户端使用的 UserSig、错误码，或者完整的错误信息。',
  ],
  text_too_large: [
    '内容有 {length} 个字符，超过一次能读的 {limit} 个。',
    '只传入登录失败附近的部分，或者分段读取日志（createLogReader）。',
  ],
  from_json: ['票据在 JSON 文档的字段 {name:quote} 里。', '客户端只传入该字段的值；传入整个 JSON 会返回 70003。'],
  from_url: ['票据是从请求 URL 或表单里复制的："&" 之后的内容不属于它。', '客户端只传入该参数的值。'],
  from_text: ['票据夹在更长的内容里，例如日志或代码。', '客户端只传入票据本身。'],
  from_header: ['票据前面是 HTTP 请求头或认证方案的名称。', '服务端可以带 "Bearer" 接收；SDK 只接受票据本身。'],
  several_tickets: ['内容里有 {count} 张不同的票据；诊断针对每一种的最后一张。', ''],
  quotes: ['票据带有引号。', '去掉引号再传入。'],
  escapes: ['票据里有反斜杠，与 JSON 文本里的一样。', '解析 JSON 取值，不要从 JSON 文本里直接复制。'],
  white_space: [
    '票据里有换行、空白或不可见字符，邮件、终端、聊天软件和按行折断的 base64 常会带上它们。',
    '编码时不要换行，以一整行传入。',
  ],
  url_encoded: ['票据做过 URL 编码。', '收到后解码一次，或者发送时不要编码。'],
  lost_plus: [
    '票据里的 "+" 变成了空格：它用标准 base64 写成，经表单传送时没有做 URL 编码。',
    '使用腾讯的 base64 字母表签发，其中没有 "+"。',
  ],
  standard_base64: ['票据用标准 base64 写成。', '编码后把 "+"、"/"、"=" 换成 "*"、"-"、"_"。'],
  url_base64: ['票据用 base64url 写成。', 'UserSig 把 base64url 的 "-"、"_" 写作 "*"、"-"，并以 "_" 保留末尾的填充。'],
  padding: ['票据末尾的填充字符 "_" 丢失，有些系统会把它去掉。', '保留末尾的 "_"。'],
  html_encoded: ['票据里有 HTML 实体，例如用 "&#42;" 代替了 "*"。', '从 JSON 响应里取值，不要从网页源码里复制。'],
  pasted_twice: ['同一张票据连着粘贴了两次。', '只传入一次。'],
  case_lost: ['字母全部变成了同一种大小写，无法还原。', '重新签发票据，并保持原样。'],
  cut_off: [
    '票据被截断：只有 {length} 个字符，{where:word}。',
    '检查从服务端到登录的整条路径：数据库字段、日志行和 URL 的长度上限，以及手工复制。',
  ],
  cut_off_at_limit: [
    '票据被截断：正好 {length} 个字符，像是长度为 {length} 的字段或缓冲区，{where:word}。',
    '把字段或缓冲区加长到至少 1024 个字符。',
  ],
  only_beginning: [
    '这只是票据的开头：完整的票据约 200 个字符，这里只有 {length} 个。',
    '复制完整内容：双击选择会停在 "*" 和 "-"。',
  ],
  beginning_missing: ['可能缺少票据的开头：票据以 "eJ" 或 "eA" 开头。', '复制完整内容：双击选择会停在 "*" 和 "-"。'],
  damaged: ['其中有字符被改动：压缩数据或校验和不对。', '与业务服务端签发的内容逐个字符比较。'],
  too_large: ['超过任何票据的大小：多于 4096 个字符，或者解压后多于 2048 字节。', ALONE],
  malformed: ['里面的文档不是票据的格式。', '用 UserSig 的库重新签发。'],
  unsupported_version: ['TLS.ver 不是 "2.0"。', '用 HMAC-SHA256 方式重新签发。'],
  ecdsa: [
    '票据属于 2019 年 7 月之前的旧 ECDSA 方案。',
    '在腾讯云控制台把应用升级到 HMAC-SHA256，再用它的 SDKSecretKey 签发。',
  ],
  ecdsa_inside: [
    '这是旧 ECDSA 方案（2019 年 7 月之前）票据的内部文档，没有打包。',
    '改用 HMAC-SHA256 的签发程序；票据是打包后以 "eJ" 开头的文本。',
  ],
  not_packed: ['这是票据的内部文档，没有打包。', '用 zlib（deflate）压缩这段 JSON，做 base64，再把 "+/=" 换成 "*-_"。'],
  not_compressed: ['文档完整，但没有压缩。', '做 base64 之前先用 zlib（deflate）压缩 JSON。'],
  raw_deflate: [
    '压缩时用了 raw deflate，缺少 zlib 头。',
    '使用 deflateSync（Node）、pako.deflate、zlib.compress（Python）、gzcompress（PHP），不要用 raw 版本。',
  ],
  gzip: [
    '压缩时用了 gzip，而不是 zlib。',
    '使用 deflateSync（Node）、zlib.compress（Python）、gzcompress（PHP），不要用 gzip 或 gzencode。',
  ],
  base64_twice: ['做了两次 base64。', '压缩后的字节只做一次 base64。'],
  hex_packed: ['字节写成了十六进制，而不是 base64。', '把压缩后的字节做 base64。'],
  text_spoiled: [
    '压缩后的字节被当作文本处理，不是 UTF-8 的字节已丢失（EF BF BD）。',
    '直接对字节做 base64，不要先转成字符串。',
  ],
  text_encoded: ['压缩后的字节被当作文本，又按 UTF-8 编码了一次。', '直接对字节做 base64（Latin-1，而不是 UTF-8）。'],
  field_text: [
    '{name} 是字符串 {value:quote}，必须是数字。',
    '把 {name} 写成数字：Number(…)、int(…)、Integer.parseInt(…)。',
  ],
  time_text: [
    'TLS.time 是字符串，HarmonyOS 的生成器这样写；本工具包之类的校验程序不接受。',
    '签发时 TLS.time 使用数字。',
  ],
  field_missing: ['文档里没有 {name}。', '写全 TLS.ver、TLS.identifier、TLS.sdkappid、TLS.time、TLS.expire、TLS.sig。'],
  field_type: ['{name} 的类型不对，或者超出范围。', 'SDKAppID、时间和有效期是整数，其余是字符串。'],
  no_lifetime: ['TLS.expire 为 0 或缺失，签发时就已过期。', '签发时给出以秒为单位的有效期：86400 表示一天。'],
  user_id_long: [
    'UserID 有 {bytes} 字节，最多 32 字节。',
    '换成更短的：UUID 去掉连字符正好 32 位。toUserId() 可以转换任何标识。',
  ],
  user_id_empty: ['UserID 为空。', '拿到用户之后再签发。'],
  user_id_placeholder: [
    'UserID 是单词 {userId:quote}：程序在拿到用户之前就签发了。',
    '用 await 等拿到用户之后，用该用户的 ID 签发。',
  ],
  user_id_control: ['UserID 含有控制字符或不可见字符。', '在入口处去掉首尾空白和这类字符。'],
  user_id_not_ascii: [
    'UserID {userId:quote} 含有可打印 ASCII 以外的字符：Chat SDK 返回 7003，TRTC 返回 -3319。',
    '使用字母、数字、下划线和连字符；toUserId() 可以转换任何标识。',
  ],
  user_id_space: ['UserID {userId:quote} 首尾有空白。', '在入口处去掉：带空白与不带空白是两个用户。'],
  user_id_other: [
    'UserID {userId:quote} 含有字母、数字、下划线和连字符以外的字符。',
    'TRTC 和 TUICallKit 不接受；可以用 toUserId() 转换自己的标识。',
  ],
  verified: ['签名正确，由 SDKAppID {sdkAppId} 的密钥生成。', ''],
  key_unknown: ['签名未校验：没有 SDKAppID {sdkAppId} 的密钥。', '给出 SDKAppID {sdkAppId} 的 SDKSecretKey。'],
  bad_signature: [
    '签名不是用给出的 SDKAppID {sdkAppId} 的密钥生成的，也不属于已知的错误。',
    '将签发方的密钥与控制台核对：可能属于另一个应用、已被更换，或者被签名的文本不同。',
  ],
  other_app_key: [
    '票据属于 SDKAppID {sdkAppId}，却是用 {signedBy} 的密钥签名的。',
    '用 SDKAppID {sdkAppId} 的密钥签发。',
  ],
  key_changed: ['签发时用的是 SDKAppID {sdkAppId} 的密钥，但{change:word}。', KEY],
  sample_key: ['签发时用的是示例文档（README）里的密钥，不是自己的。', '把示例密钥换成自己的 SDKSecretKey。'],
  signature_zero: [
    '签名是 32 个零字节：没有计算 HMAC。腾讯的 Swift 生成器在 Xcode 26 的 Release 构建里会这样。',
    '改由业务服务端签发；试用时换成已修复的 GenerateTestUserSig.swift。',
  ],
  signature_hex: [
    'TLS.sig 是十六进制（hex），应当是 32 个字节的 base64。',
    '让 HMAC 返回字节：PHP 的 hash_hmac(…, true)，Python 的 digest()，Node 的 digest("base64")。',
  ],
  signature_alphabet: [
    'TLS.sig 用了票据的字母表，这里必须是标准 base64。',
    '只在最外层（zlib 和 base64 之后）替换 "+/="。',
  ],
  signature_length: [
    'TLS.sig 有 {bytes} 字节，而 HMAC-SHA256 是 32 字节。',
    '计算 HMAC-SHA256，并把 32 个字节做 base64。',
  ],
  signed_lines: ['被签名的文本每行应当以换行符结尾，实际用了{change:word}。', LINES],
  signed_order: ['被签名的行顺序不对：{order}。', LINES],
  signed_formula: ['签名用的是公开 FAQ 里的公式，服务端并不采用。', LINES],
  signed_shape: ['被签名的是{change:word}。', LINES],
  signed_app: ['被签名的文本里 SDKAppID 是 {signed}，文档里是 {sdkAppId}。', SIGNED],
  signed_user: ['被签名的文本里 UserID 是 {signed:quote}，文档里是 {userId:quote}。', SIGNED],
  signed_time: [
    '被签名的文本里 TLS.time 是 {signed}，文档里是 {issuedAt}。',
    '只取一次时间，两处用同一个值；密钥本身是对的。',
  ],
  signed_expire: ['被签名的文本里 TLS.expire 是 {signed}，文档里是 {expire}。', SIGNED],
  signed_buffer: [
    '文档和被签名的文本里的 userbuf 不一致：{change:word}。',
    'TLS.userbuf 一行必须使用文档里的同一段 base64；密钥本身是对的。',
  ],
  signed_hash: [
    '签名是{change:word}，而不是以密钥计算的 HMAC-SHA256。',
    '以 SDKSecretKey 为密钥、被签名的文本为消息计算 HMAC-SHA256。',
  ],
  key_empty: ['SDKAppID {sdkAppId} 的密钥为空。', COPY_KEY],
  key_quotes: ['密钥带有引号，引号会被当成密钥的一部分。', '去掉引号。'],
  key_white_space: ['密钥的首尾或中间有空白字符。', '复制时去掉空白。'],
  key_prefix: ['密钥前面带着变量名。', '只传入 "=" 之后的内容。'],
  key_upper_case: ['密钥是大写；控制台显示的是小写，大小写有区别。', COPY_KEY],
  key_base64: ['密钥做过 base64。', '直接传入密钥的文本：64 位十六进制字符。'],
  key_length: ['密钥有 {length} 个字符，而 SDKSecretKey 是 64 个：可能少复制了第一个或最后一个。', COPY_KEY],
  key_cloud_api: [
    '密钥是云 API 密钥（CAM：SecretId 以 AKID 开头，SecretKey 为 32 个字符）的格式，不是 64 位的 SDKSecretKey。',
    '使用即时通信 IM 或 TRTC 控制台里该应用的 SDKSecretKey。',
  ],
  key_pem: ['密钥是 PEM 格式，属于旧的 ECDSA 方案。', '在腾讯云控制台把应用升级到 HMAC-SHA256，使用升级后显示的密钥。'],
  key_sample: ['密钥是公开示例里的，人人都有。', '换成自己的 SDKSecretKey。'],
  key_placeholder: ['密钥还是占位内容。', COPY_KEY],
  key_ticket: ['密钥处填的是票据：密钥和 UserSig 填反了。', COPY_KEY],
  key_several: ['多个密钥用逗号连在一起。', '以数组传入。'],
  key_not_hex: ['密钥不是控制台显示的 64 位小写十六进制字符。', COPY_KEY],
  key_fine: ['SDKAppID {sdkAppId} 的密钥格式正确：64 位。', ''],
  key_form_fine: ['密钥的格式与控制台显示的一致：64 位。', ''],
  key_shown: [
    '内容里有 SDKSecretKey：拿到它的人可以冒充任何用户登录。',
    '如果曾公开发布或写进日志，请到腾讯云控制台更换。',
  ],
  app_mismatch: [
    '票据属于 SDKAppID {found}，而登录使用 {expected}。',
    '签发和客户端使用同一个 SDKAppID；检查是否有组件写死了别的值。',
  ],
  app_id_impossible: [
    'SDKAppID {sdkAppId} 不可能存在：有 {digits} 位，{verdict:word}；最大为 4294967295。',
    '从腾讯云控制台复制：10 位数字。',
  ],
  user_mismatch: [
    '票据属于 UserID {found:quote}，而不是 {expected:quote}。',
    '票据为哪个 UserID 签发，就用哪个 UserID 登录，注意区分大小写。',
  ],
  user_mismatch_case: ['票据属于 UserID {found:quote}，而不是 {expected:quote}：大小写不同。', '两处使用同样的写法。'],
  user_mismatch_space: [
    '票据属于 UserID {found:quote}，而不是 {expected:quote}：空白字符不同。',
    '在入口处去掉 UserID 首尾的空白。',
  ],
  expired: [
    '已过期 {ago:duration}：{issuedAt:time} 签发，有效期 {expire:duration}。',
    '向业务服务端获取新的票据，再用它登录。',
  ],
  not_yet_valid: ['签发时间比现在晚 {ahead:duration}：{issuedAt:time}。', '校准签发服务器和校验服务器的时钟。'],
  lifetime: ['剩余有效时间 {left:duration}：{issuedAt:time} 签发，有效期 {expire:duration}。', ''],
  milliseconds: ['TLS.time 为 {issuedAt}，像是毫秒。', '使用 Unix 秒：Math.floor(Date.now() / 1000)。'],
  expire_milliseconds: [
    'TLS.expire 为 {expire} 秒（{expire:duration}），像是毫秒。',
    '以秒为单位签发：86400 表示一天。',
  ],
  expire_moment: ['TLS.expire 为 {expire}，像是时间点，但它应当是时长。', '签发时给出以秒为单位的有效时长。'],
  short_lifetime: ['有效期只有 {expire} 秒。', '检查单位：expire 以秒计，建议至少一天。'],
  long_lifetime: ['有效期为 {expire:duration}，在此期间拿到它的人就是该用户。', '建议取一天或一周，并及时续期。'],
  very_long_lifetime: [
    '有效期为 {expire:duration}：腾讯云的文档对上限说法不一（10 年或 50 年）。',
    '建议取一天或一周，并及时续期。',
  ],
  not_a_private_map_key: ['这是 UserSig，不能用来进房鉴权。', '这里传入 PrivateMapKey，登录时传入 UserSig。'],
  unexpected_user_buf: [
    '票据带有 userbuf（PrivateMapKey 就是如此），不能用于登录。',
    '用 UserSig 登录；PrivateMapKey 应放进 privateMapKey 参数。',
  ],
  room_mismatch: [
    '票据对应{found:word}{foundRoom:quote}，而不是{expected:word}{expectedRoom:quote}。',
    '获取这个房间的 PrivateMapKey；数字房间 123 和字符串房间 "123" 是两个房间。',
  ],
  room_app_mismatch: ['房间信息属于 SDKAppID {found}，而不是 {expected}。', 'userbuf 里写入票据的 SDKAppID。'],
  room_user_mismatch: ['房间信息里的 UserID 与票据的不同。', 'userbuf 里写入票据的 UserID。'],
  room_expired: ['房间权限已在 {ago:duration} 前到期。', '获取新的 PrivateMapKey。'],
  code_unknown: ['没有收录错误码 {code}。', '请粘贴完整的错误信息，并说明是哪个 SDK 打印的。'],
}
