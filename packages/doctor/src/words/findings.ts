import type { Language } from '../language.ts'

/** Which check of a ticket a finding belongs to, or `code`: what a text says beside a ticket. */
export type Check = 'form' | 'signature' | 'key' | 'app' | 'user' | 'time' | 'room' | 'code'

interface FindingWords extends Readonly<Record<Language, readonly [message: string, action: string]>> {
  readonly about: Check
  readonly severity: 'error' | 'warning' | 'info'
  /** What Tencent's servers answer, where the documents name a code. */
  readonly tencentCode?: number
}

type Pair = readonly [message: string, action: string]

const row =
  (about: Check, severity: FindingWords['severity'], tencentCode?: number) =>
  (en: Pair, zh: Pair): FindingWords => ({ about, severity, ...(tencentCode !== undefined && { tencentCode }), en, zh })

const form = row('form', 'error', 70003)
const way = row('form', 'info')
const other = row('form', 'error', 70003)
const recipe = row('signature', 'error', 70009)
const key = row('key', 'warning')
const field = row('form', 'error', 70003)

const ALONE_ZH = '只传入业务服务端签发的 userSig 本身。'
const FETCH_EN = 'Fetch the UserSig from your server, and pass that.'
const FETCH_ZH = '向业务服务端获取 UserSig，再传入。'
const SIGNED_EN = 'Put the same value into the text that is signed and into the JSON document; the key is right.'
const SIGNED_ZH = '被签名的文本和 JSON 文档里使用同一个值；密钥本身是对的。'
const LINES_EN =
  'Sign the lines TLS.identifier, TLS.sdkappid, TLS.time, TLS.expire as "name:value", each ended by one line feed (\\n, 0x0A); the key is right.'
const LINES_ZH =
  '被签名的文本依次为 TLS.identifier、TLS.sdkappid、TLS.time、TLS.expire，每行写作“名称:值”，行末是一个换行符（\\n，0x0A）；密钥本身是对的。'
const KEY_EN = 'Sign with the key as it stands in the Tencent console.'
const KEY_ZH = '原样使用腾讯云控制台里的密钥来签发。'
const COPY_KEY_EN = 'Copy the SDKSecretKey from the Tencent console again: 64 lower-case hexadecimal digits.'
const COPY_KEY_ZH = '从腾讯云控制台重新复制 SDKSecretKey：64 位小写十六进制字符。'

/** All that the doctor can find, in both languages. `{name}` is a value; a format may follow it: `{name:quote}`. */
export const FINDINGS = {
  // What was given in place of a ticket.
  empty: row(
    'form',
    'error',
    70002,
  )(
    ['There is no ticket: the text is empty.', 'Wait for the answer of your server before the login.'],
    ['没有票据：内容为空。', '等业务服务端返回之后再登录。'],
  ),
  not_there: form(
    [
      '{text:quote} is what JavaScript writes for a value that is not there, or that is no text.',
      'Wait for the answer of your server (await), and pass the userSig out of it.',
    ],
    ['{text:quote} 是 JavaScript 对不存在的值或非字符串的写法。', '用 await 等业务服务端返回，再传入其中的 userSig。'],
  ),
  secret_key: other(
    [
      'This has the form of an SDKSecretKey, with which anybody can log in as anybody.',
      'Keep it on your server. If it was in an app, a log or a message, replace it in the Tencent console.',
    ],
    [
      '这是 SDKSecretKey 的格式，拿到它的人可以冒充任何用户登录。',
      '只把它保存在服务端；如果曾出现在应用、日志或消息里，请到腾讯云控制台更换。',
    ],
  ),
  cloud_api_key: other(
    [
      'This is a key of the cloud API (CAM, AKID…), which signs no UserSig.',
      'Use the SDKSecretKey of the application, from the console of Chat or TRTC.',
    ],
    [
      '这是云 API 密钥（访问管理 CAM，AKID…），不能用来签发 UserSig。',
      '使用即时通信 IM 或 TRTC 控制台里该应用的 SDKSecretKey。',
    ],
  ),
  private_key: other(
    [
      'This is a key in PEM form, as the ECDSA scheme of before July 2019 used it.',
      'Keep it to yourself. Upgrade the application to HMAC-SHA256 in the Tencent console, and sign with its SDKSecretKey.',
    ],
    [
      '这是 PEM 格式的密钥，属于 2019 年 7 月之前的 ECDSA 方案。',
      '不要外泄。在腾讯云控制台把应用升级到 HMAC-SHA256，再用它的 SDKSecretKey 签发。',
    ],
  ),
  jwt: other(['This is a JWT, the token of another system.', FETCH_EN], ['这是 JWT，属于另一个系统。', FETCH_ZH]),
  agora_token: other(['This is a token of Agora.', FETCH_EN], ['这是声网（Agora）的 Token。', FETCH_ZH]),
  zego_token: other(['This is a token of ZEGO.', FETCH_EN], ['这是即构（ZEGO）的 Token。', FETCH_ZH]),
  volcengine_token: other(['This is a token of Volcengine RTC.', FETCH_EN], ['这是火山引擎 RTC 的 Token。', FETCH_ZH]),
  app_id: row('form', 'info')(
    [
      'This is a number, such as an SDKAppID, and no code that is known.',
      'Paste the UserSig, or the whole message of the error.',
    ],
    ['这是一个数字，可能是 SDKAppID；没有这个错误码。', '请粘贴 UserSig，或者完整的错误信息。'],
  ),
  signature_alone: form(
    [
      'This is a signature alone (HMAC-SHA256, 32 bytes), without the ticket around it.',
      'Put it as TLS.sig into the JSON document, compress that with zlib and encode it in base64; or let a library do it.',
    ],
    [
      '这只是签名本身（HMAC-SHA256，32 字节），外面没有票据。',
      '把它作为 TLS.sig 放进 JSON 文档，用 zlib 压缩，再做 base64；或者使用现成的库。',
    ],
  ),
  masked: row('form', 'warning')(
    [
      'The ticket was masked or shortened by what printed it, so nothing can be said about it.',
      'Paste the whole ticket: the diagnosis stays on this machine.',
    ],
    ['票据被打印它的程序遮盖或省略，无法判断。', '请粘贴完整的票据：诊断只在本机进行。'],
  ),
  placeholder: form(
    ['This is a placeholder out of a sample, not a ticket.', FETCH_EN],
    ['这是示例代码里的占位内容，不是票据。', FETCH_ZH],
  ),
  not_a_ticket: form(
    ['This is not a ticket: tickets begin with "eJ" or "eA".', FETCH_EN],
    ['这不是票据：票据以 "eJ" 或 "eA" 开头。', FETCH_ZH],
  ),
  code_differs: row('code', 'info')(
    [
      'The text names {named}, which does not fit: this ticket would be answered with {expected}.',
      'Look for the ticket of the try that got {named}; this one may be of another.',
    ],
    [
      '内容里有 {named}，与此不符：这个票据会被返回 {expected}。',
      '找出返回 {named} 的那一次所用的票据；这个票据可能来自另一次尝试。',
    ],
  ),
  nothing_found: row('code', 'info')(
    [
      'The text holds no ticket, no code and no message that is known.',
      'Paste the UserSig that the client uses, the code, or the whole message of the error.',
    ],
    ['内容里没有票据、错误码或已知的错误信息。', '请粘贴客户端使用的 UserSig、错误码，或者完整的错误信息。'],
  ),
  text_too_large: row('form', 'error')(
    [
      'There are {length} characters, more than {limit} that are read at once.',
      'Pass the part around the failed login, or read the log in pieces (createLogReader).',
    ],
    [
      '内容有 {length} 个字符，超过一次能读的 {limit} 个。',
      '只传入登录失败附近的部分，或者分段读取日志（createLogReader）。',
    ],
  ),

  // How the ticket was wrapped, which does it no harm.
  from_json: way(
    [
      'It stood in a JSON document, as the field {name:quote}.',
      'The client must pass the value of the field alone: the whole JSON would be refused with 70003.',
    ],
    ['票据在 JSON 文档的字段 {name:quote} 里。', '客户端只传入该字段的值；传入整个 JSON 会返回 70003。'],
  ),
  from_url: way(
    [
      'It was copied out of a request URL or a form: what comes behind "&" is not part of it.',
      'The client must pass the value of the parameter alone.',
    ],
    ['票据是从请求 URL 或表单里复制的："&" 之后的内容不属于它。', '客户端只传入该参数的值。'],
  ),
  from_text: way(
    ['It stood in a longer text, as in a log or in code.', 'The client must pass the ticket alone.'],
    ['票据夹在更长的内容里，例如日志或代码。', '客户端只传入票据本身。'],
  ),
  from_header: way(
    [
      'It came behind the name of an HTTP header or scheme.',
      'Servers take it behind "Bearer"; SDKs want the ticket alone.',
    ],
    ['票据前面是 HTTP 请求头或认证方案的名称。', '服务端可以带 "Bearer" 接收；SDK 只接受票据本身。'],
  ),
  several_tickets: way(
    ['The text holds {count} different tickets; this is about the last one of each kind.', ''],
    ['内容里有 {count} 张不同的票据；诊断针对每一种的最后一张。', ''],
  ),

  // How it was spoiled.
  quotes: form(['It stands in quotes.', 'Pass it without them.'], ['票据带有引号。', '去掉引号再传入。']),
  escapes: form(
    ['It holds backslashes, as text inside of JSON does.', 'Parse the JSON instead of copying from it.'],
    ['票据里有反斜杠，与 JSON 文本里的一样。', '解析 JSON 取值，不要从 JSON 文本里直接复制。'],
  ),
  white_space: form(
    [
      'It holds line breaks or white space, as mails, terminals and wrapped base64 have.',
      'Encode without line breaks; pass it on one line.',
    ],
    ['票据里有换行或空白字符，邮件、终端和按行折断的 base64 常会带上它们。', '编码时不要换行，以一整行传入。'],
  ),
  url_encoded: form(
    ['It is URL-encoded.', 'Decode it once on arrival, or do not encode it.'],
    ['票据做过 URL 编码。', '收到后解码一次，或者发送时不要编码。'],
  ),
  lost_plus: form(
    [
      'Its "+" had become spaces, as in a form: it was written in standard base64, and not URL-encoded.',
      'Sign with the alphabet of Tencent, which has no "+".',
    ],
    [
      '票据里的 "+" 变成了空格：它用标准 base64 写成，经表单传送时没有做 URL 编码。',
      '使用腾讯的 base64 字母表签发，其中没有 "+"。',
    ],
  ),
  standard_base64: form(
    ['It is written in standard base64.', 'Write "*" for "+", "-" for "/" and "_" for "=" after encoding.'],
    ['票据用标准 base64 写成。', '编码后把 "+"、"/"、"=" 换成 "*"、"-"、"_"。'],
  ),
  url_base64: form(
    [
      'It is written in base64url.',
      'A UserSig has "*" and "-" where base64url has "-" and "_", and keeps its padding as "_".',
    ],
    ['票据用 base64url 写成。', 'UserSig 把 base64url 的 "-"、"_" 写作 "*"、"-"，并以 "_" 保留末尾的填充。'],
  ),
  padding: form(
    ['Its padding was lost: some systems strip "_" at the end.', 'Keep the "_" at the end.'],
    ['票据末尾的填充字符 "_" 丢失，有些系统会把它去掉。', '保留末尾的 "_"。'],
  ),
  case_lost: form(
    [
      'All its letters are of one case: something on the way changed it, and it cannot be restored.',
      'Issue a new ticket, and keep it as it is.',
    ],
    ['字母全部变成了同一种大小写，无法还原。', '重新签发票据，并保持原样。'],
  ),
  cut_off: form(
    [
      'It is cut off: it has {length} characters, and {where:word}.',
      'Look at the way from the server to the login: limits of columns, log lines and URLs, copying by hand.',
    ],
    [
      '票据被截断：只有 {length} 个字符，{where:word}。',
      '检查从服务端到登录的整条路径：数据库字段、日志行和 URL 的长度上限，以及手工复制。',
    ],
  ),
  cut_off_at_limit: form(
    [
      'It is cut off: it has {length} characters, which is where columns and buffers of {length} end, and {where:word}.',
      'Make the column or buffer at least 1024 characters long.',
    ],
    [
      '票据被截断：正好 {length} 个字符，像是长度为 {length} 的字段或缓冲区，{where:word}。',
      '把字段或缓冲区加长到至少 1024 个字符。',
    ],
  ),
  only_beginning: form(
    [
      'This is but the beginning of a ticket, which has some 200 characters: here are {length}.',
      'Copy all of it: a double click ends at "*" and "-".',
    ],
    ['这只是票据的开头：完整的票据约 200 个字符，这里只有 {length} 个。', '复制完整内容：双击选择会停在 "*" 和 "-"。'],
  ),
  beginning_missing: form(
    [
      'Perhaps the beginning of a ticket is missing: tickets begin with "eJ" or "eA".',
      'Copy all of it: a double click ends at "*" and "-".',
    ],
    ['可能缺少票据的开头：票据以 "eJ" 或 "eA" 开头。', '复制完整内容：双击选择会停在 "*" 和 "-"。'],
  ),
  damaged: form(
    [
      'Characters of it were changed: its compressed data or its checksum is wrong.',
      'Compare it with what your server issued, character by character.',
    ],
    ['其中有字符被改动：压缩数据或校验和不对。', '与业务服务端签发的内容逐个字符比较。'],
  ),
  too_large: form(
    [
      'It is larger than any ticket: more than 4096 characters, or more than 2048 bytes inside.',
      'Pass the ticket alone, as it was issued.',
    ],
    ['超过任何票据的大小：多于 4096 个字符，或者解压后多于 2048 字节。', ALONE_ZH],
  ),
  malformed: form(
    ['Its document is not that of a ticket.', 'Issue it with a library for UserSig.'],
    ['里面的文档不是票据的格式。', '用 UserSig 的库重新签发。'],
  ),
  unsupported_version: form(
    ['Its TLS.ver is not "2.0".', 'Issue the ticket anew with an HMAC-SHA256 signer.'],
    ['TLS.ver 不是 "2.0"。', '用 HMAC-SHA256 方式重新签发。'],
  ),
  ecdsa: row('form', 'error')(
    [
      'It is of the old ECDSA scheme of before July 2019.',
      'Upgrade the application to HMAC-SHA256 in the Tencent console, and sign with its SDKSecretKey.',
    ],
    [
      '票据属于 2019 年 7 月之前的旧 ECDSA 方案。',
      '在腾讯云控制台把应用升级到 HMAC-SHA256，再用它的 SDKSecretKey 签发。',
    ],
  ),
  ecdsa_inside: row('form', 'error')(
    [
      'This is the inside of a ticket of the old ECDSA scheme (before July 2019), not packed.',
      'Use a signer for HMAC-SHA256; a ticket is the packed text that begins with "eJ".',
    ],
    [
      '这是旧 ECDSA 方案（2019 年 7 月之前）票据的内部文档，没有打包。',
      '改用 HMAC-SHA256 的签发程序；票据是打包后以 "eJ" 开头的文本。',
    ],
  ),

  // How it was packed.
  not_packed: form(
    [
      'This is the inside of a ticket, not packed.',
      'Compress the JSON with zlib (deflate), encode it in base64, and write "*-_" for "+/=".',
    ],
    ['这是票据的内部文档，没有打包。', '用 zlib（deflate）压缩这段 JSON，做 base64，再把 "+/=" 换成 "*-_"。'],
  ),
  not_compressed: form(
    ['Its document is whole, but was not compressed.', 'Compress the JSON with zlib (deflate) before base64.'],
    ['文档完整，但没有压缩。', '做 base64 之前先用 zlib（deflate）压缩 JSON。'],
  ),
  raw_deflate: form(
    [
      'It was compressed as raw deflate, without the header of zlib.',
      'Use deflateSync (Node), pako.deflate, zlib.compress (Python), gzcompress (PHP), not the raw variants.',
    ],
    [
      '压缩时用了 raw deflate，缺少 zlib 头。',
      '使用 deflateSync（Node）、pako.deflate、zlib.compress（Python）、gzcompress（PHP），不要用 raw 版本。',
    ],
  ),
  gzip: form(
    [
      'It was compressed with gzip, not with zlib.',
      'Use deflateSync (Node), zlib.compress (Python), gzcompress (PHP), in place of gzip or gzencode.',
    ],
    [
      '压缩时用了 gzip，而不是 zlib。',
      '使用 deflateSync（Node）、zlib.compress（Python）、gzcompress（PHP），不要用 gzip 或 gzencode。',
    ],
  ),
  base64_twice: form(
    ['Base64 was applied twice.', 'Encode the compressed bytes once.'],
    ['做了两次 base64。', '压缩后的字节只做一次 base64。'],
  ),
  hex_packed: form(
    ['Its bytes were written as hexadecimal digits, not in base64.', 'Encode the compressed bytes in base64.'],
    ['字节写成了十六进制，而不是 base64。', '把压缩后的字节做 base64。'],
  ),
  text_spoiled: form(
    [
      'The compressed bytes went through a text, and those that are not UTF-8 were lost (EF BF BD).',
      'Give base64 the bytes themselves, never a string of them.',
    ],
    ['压缩后的字节被当作文本处理，不是 UTF-8 的字节已丢失（EF BF BD）。', '直接对字节做 base64，不要先转成字符串。'],
  ),
  text_encoded: form(
    [
      'The compressed bytes went through a text, and were written as UTF-8 of that text.',
      'Give base64 the bytes themselves (Latin-1, not UTF-8).',
    ],
    ['压缩后的字节被当作文本，又按 UTF-8 编码了一次。', '直接对字节做 base64（Latin-1，而不是 UTF-8）。'],
  ),

  // The fields of its document.
  field_text: field(
    [
      '{name} is the text {value:quote}, and must be a number.',
      'Write {name} as a number: Number(…), int(…), Integer.parseInt(…).',
    ],
    ['{name} 是字符串 {value:quote}，必须是数字。', '把 {name} 写成数字：Number(…)、int(…)、Integer.parseInt(…)。'],
  ),
  time_text: row('form', 'warning')(
    [
      'Its TLS.time is a text, as the generator for HarmonyOS writes it, and verifiers like this toolkit refuse it.',
      'Sign with TLS.time as a number.',
    ],
    ['TLS.time 是字符串，HarmonyOS 的生成器这样写；本工具包之类的校验程序不接受。', '签发时 TLS.time 使用数字。'],
  ),
  field_missing: field(
    [
      'Its document has no {name}.',
      'Write all of TLS.ver, TLS.identifier, TLS.sdkappid, TLS.time, TLS.expire, TLS.sig.',
    ],
    ['文档里没有 {name}。', '写全 TLS.ver、TLS.identifier、TLS.sdkappid、TLS.time、TLS.expire、TLS.sig。'],
  ),
  field_type: field(
    [
      'Its {name} is of the wrong type or out of range.',
      'SDKAppID, time and lifetime are whole numbers; the rest is text.',
    ],
    ['{name} 的类型不对，或者超出范围。', 'SDKAppID、时间和有效期是整数，其余是字符串。'],
  ),
  no_lifetime: row(
    'time',
    'error',
    70001,
  )(
    [
      'Its TLS.expire is 0 or missing, and so it ends when it is issued.',
      'Sign with the number of seconds that it shall last: 86400 for a day.',
    ],
    ['TLS.expire 为 0 或缺失，签发时就已过期。', '签发时给出以秒为单位的有效期：86400 表示一天。'],
  ),
  user_id_long: row('user', 'error')(
    [
      'Its UserID has {bytes} bytes, and 32 bytes are allowed.',
      'Use a shorter one: a UUID without its dashes has 32. toUserId() maps any identifier.',
    ],
    ['UserID 有 {bytes} 字节，最多 32 字节。', '换成更短的：UUID 去掉连字符正好 32 位。toUserId() 可以转换任何标识。'],
  ),
  user_id_empty: row(
    'user',
    'error',
    70402,
  )(['Its UserID is empty.', 'Sign after the user is known.'], ['UserID 为空。', '拿到用户之后再签发。']),
  user_id_placeholder: row('user', 'error')(
    [
      'Its UserID is the word {userId:quote}: the program signed before it knew the user.',
      'Wait for the user (await), and sign with the id of the user.',
    ],
    ['UserID 是单词 {userId:quote}：程序在拿到用户之前就签发了。', '用 await 等拿到用户之后，用该用户的 ID 签发。'],
  ),
  user_id_control: row('user', 'error')(
    [
      'Its UserID holds a control character or an invisible one.',
      'Trim it and remove such characters where it comes in.',
    ],
    ['UserID 含有控制字符或不可见字符。', '在入口处去掉首尾空白和这类字符。'],
  ),
  user_id_not_ascii: row(
    'user',
    'error',
    7003,
  )(
    [
      'Its UserID {userId:quote} has characters beyond printable ASCII: Chat SDKs answer 7003, TRTC -3319.',
      'Use letters, digits, "_" and "-"; toUserId() maps any identifier.',
    ],
    [
      'UserID {userId:quote} 含有可打印 ASCII 以外的字符：Chat SDK 返回 7003，TRTC 返回 -3319。',
      '使用字母、数字、下划线和连字符；toUserId() 可以转换任何标识。',
    ],
  ),
  user_id_space: row('user', 'warning')(
    [
      'Its UserID {userId:quote} begins or ends with white space.',
      'Trim it where it comes in: "alice" and "alice " are two users.',
    ],
    ['UserID {userId:quote} 首尾有空白。', '在入口处去掉：带空白与不带空白是两个用户。'],
  ),
  user_id_other: row('user', 'info')(
    [
      'Its UserID {userId:quote} has other characters than letters, digits, "_" and "-".',
      'TRTC and TUICallKit refuse it; map your identifiers with toUserId().',
    ],
    [
      'UserID {userId:quote} 含有字母、数字、下划线和连字符以外的字符。',
      'TRTC 和 TUICallKit 不接受；可以用 toUserId() 转换自己的标识。',
    ],
  ),

  // The signature.
  verified: row('signature', 'info')(
    ['Its signature is by the key of SDKAppID {sdkAppId}.', ''],
    ['签名正确，由 SDKAppID {sdkAppId} 的密钥生成。', ''],
  ),
  key_unknown: row('signature', 'warning')(
    [
      'Its signature was not checked: there is no key of SDKAppID {sdkAppId}.',
      'Give the SDKSecretKey of SDKAppID {sdkAppId}.',
    ],
    ['签名未校验：没有 SDKAppID {sdkAppId} 的密钥。', '给出 SDKAppID {sdkAppId} 的 SDKSecretKey。'],
  ),
  bad_signature: row(
    'signature',
    'error',
    70009,
  )(
    [
      'Its signature is not by the key of SDKAppID {sdkAppId} that was given, and no known mistake explains it.',
      'Compare the key of the issuer with the console: it may be of another application, replaced, or the signed text differs.',
    ],
    [
      '签名不是用给出的 SDKAppID {sdkAppId} 的密钥生成的，也不属于已知的错误。',
      '将签发方的密钥与控制台核对：可能属于另一个应用、已被更换，或者被签名的文本不同。',
    ],
  ),
  other_app_key: row(
    'signature',
    'error',
    70009,
  )(
    [
      'It is for SDKAppID {sdkAppId}, but was signed with the key of {signedBy}.',
      'Sign with the key of SDKAppID {sdkAppId}.',
    ],
    ['票据属于 SDKAppID {sdkAppId}，却是用 {signedBy} 的密钥签名的。', '用 SDKAppID {sdkAppId} 的密钥签发。'],
  ),
  key_changed: row(
    'signature',
    'error',
    70009,
  )(
    ['It was signed with the key of SDKAppID {sdkAppId} {change:word}.', KEY_EN],
    ['签发时用的是 SDKAppID {sdkAppId} 的密钥，但{change:word}。', KEY_ZH],
  ),
  sample_key: row(
    'signature',
    'error',
    70009,
  )(
    [
      'It was signed with the key of a well-known sample, out of a README, not with yours.',
      'Put your own SDKSecretKey where the sample key stands.',
    ],
    ['签发时用的是示例文档（README）里的密钥，不是自己的。', '把示例密钥换成自己的 SDKSecretKey。'],
  ),
  signature_zero: row(
    'signature',
    'error',
    70009,
  )(
    [
      "Its signature is 32 zero bytes: no HMAC was computed. Tencent's Swift generator does that in release builds of Xcode 26.",
      'Let your server sign; for a trial take a repaired version of GenerateTestUserSig.swift.',
    ],
    [
      '签名是 32 个零字节：没有计算 HMAC。腾讯的 Swift 生成器在 Xcode 26 的 Release 构建里会这样。',
      '改由业务服务端签发；试用时换成已修复的 GenerateTestUserSig.swift。',
    ],
  ),
  signature_hex: row(
    'signature',
    'error',
    70003,
  )(
    [
      'Its TLS.sig is hex, and must be base64 of the 32 bytes.',
      'Let the HMAC return bytes: hash_hmac(…, true) in PHP, digest() in Python, digest("base64") in Node.',
    ],
    [
      'TLS.sig 是十六进制（hex），应当是 32 个字节的 base64。',
      '让 HMAC 返回字节：PHP 的 hash_hmac(…, true)，Python 的 digest()，Node 的 digest("base64")。',
    ],
  ),
  signature_alphabet: row(
    'signature',
    'error',
    70003,
  )(
    [
      'Its TLS.sig is written in the alphabet of tickets, and must stay standard base64.',
      'Replace "+/=" in the whole ticket only, after zlib and base64.',
    ],
    ['TLS.sig 用了票据的字母表，这里必须是标准 base64。', '只在最外层（zlib 和 base64 之后）替换 "+/="。'],
  ),
  signature_length: row(
    'signature',
    'error',
    70003,
  )(
    [
      'Its TLS.sig holds {bytes} bytes, and HMAC-SHA256 has 32.',
      'Compute HMAC-SHA256, and encode its 32 bytes in base64.',
    ],
    ['TLS.sig 有 {bytes} 字节，而 HMAC-SHA256 是 32 字节。', '计算 HMAC-SHA256，并把 32 个字节做 base64。'],
  ),
  signed_lines: recipe(
    ['The text was signed with {change:word} where each line ends by a line feed.', LINES_EN],
    ['被签名的文本每行应当以换行符结尾，实际用了{change:word}。', LINES_ZH],
  ),
  signed_order: recipe(
    ['The lines were signed in another order: {order}.', LINES_EN],
    ['被签名的行顺序不对：{order}。', LINES_ZH],
  ),
  signed_formula: recipe(
    ['It was signed by the formula of a published FAQ, which is not the recipe of the servers.', LINES_EN],
    ['签名用的是公开 FAQ 里的公式，服务端并不采用。', LINES_ZH],
  ),
  signed_shape: recipe(['What was signed is {change:word}.', LINES_EN], ['被签名的是{change:word}。', LINES_ZH]),
  signed_app: recipe(
    ['The signed text has SDKAppID {signed}, the document {sdkAppId}.', SIGNED_EN],
    ['被签名的文本里 SDKAppID 是 {signed}，文档里是 {sdkAppId}。', SIGNED_ZH],
  ),
  signed_user: recipe(
    ['The signed text is for UserID {signed:quote}, the document for {userId:quote}.', SIGNED_EN],
    ['被签名的文本里 UserID 是 {signed:quote}，文档里是 {userId:quote}。', SIGNED_ZH],
  ),
  signed_time: recipe(
    [
      'The signed text has TLS.time {signed}, the document {issuedAt}.',
      'Read the clock once, and use the one value in both; the key is right.',
    ],
    ['被签名的文本里 TLS.time 是 {signed}，文档里是 {issuedAt}。', '只取一次时间，两处用同一个值；密钥本身是对的。'],
  ),
  signed_expire: recipe(
    ['The signed text has TLS.expire {signed}, the document {expire}.', SIGNED_EN],
    ['被签名的文本里 TLS.expire 是 {signed}，文档里是 {expire}。', SIGNED_ZH],
  ),
  signed_buffer: recipe(
    [
      'The user buffer in the document and in the signed text differ: {change:word}.',
      'Sign the line TLS.userbuf with the very base64 that the document holds; the key is right.',
    ],
    [
      '文档和被签名的文本里的 userbuf 不一致：{change:word}。',
      'TLS.userbuf 一行必须使用文档里的同一段 base64；密钥本身是对的。',
    ],
  ),
  signed_hash: recipe(
    [
      'The signature is {change:word}, not an HMAC-SHA256 under the key.',
      'Compute HMAC-SHA256 with the SDKSecretKey as the key and the signed text as the message.',
    ],
    [
      '签名是{change:word}，而不是以密钥计算的 HMAC-SHA256。',
      '以 SDKSecretKey 为密钥、被签名的文本为消息计算 HMAC-SHA256。',
    ],
  ),

  // Keys.
  key_empty: key(
    ['The key of SDKAppID {sdkAppId} is empty.', COPY_KEY_EN],
    ['SDKAppID {sdkAppId} 的密钥为空。', COPY_KEY_ZH],
  ),
  key_quotes: key(
    ['The key stands in quotes, which count as part of it.', 'Write it without quotes.'],
    ['密钥带有引号，引号会被当成密钥的一部分。', '去掉引号。'],
  ),
  key_white_space: key(
    ['The key begins or ends with white space, or holds some.', 'Copy it without.'],
    ['密钥的首尾或中间有空白字符。', '复制时去掉空白。'],
  ),
  key_prefix: key(
    ['The name of the variable stands in front of the key.', 'Pass what comes behind "=" alone.'],
    ['密钥前面带着变量名。', '只传入 "=" 之后的内容。'],
  ),
  key_upper_case: key(
    ['The key is in upper case; the console shows small letters, and case matters.', COPY_KEY_EN],
    ['密钥是大写；控制台显示的是小写，大小写有区别。', COPY_KEY_ZH],
  ),
  key_base64: key(
    ['The key is written in base64.', 'Pass the text of the key itself, 64 hexadecimal digits.'],
    ['密钥做过 base64。', '直接传入密钥的文本：64 位十六进制字符。'],
  ),
  key_length: key(
    [
      'The key has {length} characters, and an SDKSecretKey has 64: perhaps its first or last character was cut.',
      COPY_KEY_EN,
    ],
    ['密钥有 {length} 个字符，而 SDKSecretKey 是 64 个：可能少复制了第一个或最后一个。', COPY_KEY_ZH],
  ),
  key_cloud_api: key(
    [
      'The key has the form of a cloud API key (CAM: SecretId AKID…, SecretKey of 32 characters), not of an SDKSecretKey of 64.',
      'Use the SDKSecretKey of the application, from the console of Chat or TRTC.',
    ],
    [
      '密钥是云 API 密钥（CAM：SecretId 以 AKID 开头，SecretKey 为 32 个字符）的格式，不是 64 位的 SDKSecretKey。',
      '使用即时通信 IM 或 TRTC 控制台里该应用的 SDKSecretKey。',
    ],
  ),
  key_pem: key(
    [
      'The key is in PEM form, of the old ECDSA scheme.',
      'Upgrade the application to HMAC-SHA256 in the Tencent console, and use the key that it then shows.',
    ],
    ['密钥是 PEM 格式，属于旧的 ECDSA 方案。', '在腾讯云控制台把应用升级到 HMAC-SHA256，使用升级后显示的密钥。'],
  ),
  key_sample: key(
    ['The key is that of a well-known sample, which everybody has.', 'Put your own SDKSecretKey in its place.'],
    ['密钥是公开示例里的，人人都有。', '换成自己的 SDKSecretKey。'],
  ),
  key_placeholder: key(['The key is a placeholder, not a key.', COPY_KEY_EN], ['密钥还是占位内容。', COPY_KEY_ZH]),
  key_ticket: key(
    ['The key is a ticket: key and UserSig were swapped.', COPY_KEY_EN],
    ['密钥处填的是票据：密钥和 UserSig 填反了。', COPY_KEY_ZH],
  ),
  key_several: key(
    ['There are several keys with commas between them.', 'Pass an array of them.'],
    ['多个密钥用逗号连在一起。', '以数组传入。'],
  ),
  key_not_hex: key(
    ['The key is not of 64 lower-case hexadecimal digits, as the console shows it.', COPY_KEY_EN],
    ['密钥不是控制台显示的 64 位小写十六进制字符。', COPY_KEY_ZH],
  ),

  key_fine: row('key', 'info')(
    ['The key of SDKAppID {sdkAppId} has the form that the console shows: 64 digits.', ''],
    ['SDKAppID {sdkAppId} 的密钥格式正确：64 位。', ''],
  ),

  // Application, user, time, room.
  app_mismatch: row(
    'app',
    'error',
    70014,
  )(
    [
      'It is for SDKAppID {found}, and the login uses {expected}.',
      'Use one SDKAppID for signing and in the client; look for one that is fixed inside a component.',
    ],
    [
      '票据属于 SDKAppID {found}，而登录使用 {expected}。',
      '签发和客户端使用同一个 SDKAppID；检查是否有组件写死了别的值。',
    ],
  ),
  app_id_impossible: row('app', 'error')(
    [
      'SDKAppID {sdkAppId} cannot be one: it has {digits} digits, {verdict:word}; the largest is 4294967295.',
      'Copy it from the Tencent console: 10 digits.',
    ],
    [
      'SDKAppID {sdkAppId} 不可能存在：有 {digits} 位，{verdict:word}；最大为 4294967295。',
      '从腾讯云控制台复制：10 位数字。',
    ],
  ),
  user_mismatch: row(
    'user',
    'error',
    70013,
  )(
    [
      'It is for UserID {found:quote}, not {expected:quote}.',
      'Use the ticket with the UserID that it was issued for; case matters.',
    ],
    [
      '票据属于 UserID {found:quote}，而不是 {expected:quote}。',
      '票据为哪个 UserID 签发，就用哪个 UserID 登录，注意区分大小写。',
    ],
  ),
  user_mismatch_case: row(
    'user',
    'error',
    70013,
  )(
    [
      'It is for UserID {found:quote}, not {expected:quote}: they differ in the case of letters.',
      'Write the UserID the same way in both places.',
    ],
    ['票据属于 UserID {found:quote}，而不是 {expected:quote}：大小写不同。', '两处使用同样的写法。'],
  ),
  user_mismatch_space: row(
    'user',
    'error',
    70013,
  )(
    [
      'It is for UserID {found:quote}, not {expected:quote}: they differ in white space.',
      'Trim the UserID where it comes in.',
    ],
    ['票据属于 UserID {found:quote}，而不是 {expected:quote}：空白字符不同。', '在入口处去掉 UserID 首尾的空白。'],
  ),
  expired: row(
    'time',
    'error',
    70001,
  )(
    [
      'It expired {ago:duration} ago: issued {issuedAt:time} for {expire:duration}.',
      'Fetch a new ticket from your server, and log in with it.',
    ],
    [
      '已过期 {ago:duration}：{issuedAt:time} 签发，有效期 {expire:duration}。',
      '向业务服务端获取新的票据，再用它登录。',
    ],
  ),
  not_yet_valid: row('time', 'error')(
    [
      'It was issued {ahead:duration} in the future, at {issuedAt:time}.',
      'Set the clocks of the issuing and of the verifying machine.',
    ],
    ['签发时间比现在晚 {ahead:duration}：{issuedAt:time}。', '校准签发服务器和校验服务器的时钟。'],
  ),
  lifetime: row('time', 'info')(
    ['It is valid for another {left:duration}: issued {issuedAt:time} for {expire:duration}.', ''],
    ['剩余有效时间 {left:duration}：{issuedAt:time} 签发，有效期 {expire:duration}。', ''],
  ),
  milliseconds: row('time', 'error')(
    ['Its TLS.time of {issuedAt} looks like milliseconds.', 'Write Unix seconds: Math.floor(Date.now() / 1000).'],
    ['TLS.time 为 {issuedAt}，像是毫秒。', '使用 Unix 秒：Math.floor(Date.now() / 1000)。'],
  ),
  expire_milliseconds: row('time', 'warning')(
    [
      'Its TLS.expire of {expire} seconds ({expire:duration}) looks like milliseconds.',
      'Sign with seconds: 86400 for a day.',
    ],
    ['TLS.expire 为 {expire} 秒（{expire:duration}），像是毫秒。', '以秒为单位签发：86400 表示一天。'],
  ),
  expire_moment: row('time', 'warning')(
    [
      'Its TLS.expire of {expire} looks like a point in time, but is a duration.',
      'Sign with the number of seconds that it shall last.',
    ],
    ['TLS.expire 为 {expire}，像是时间点，但它应当是时长。', '签发时给出以秒为单位的有效时长。'],
  ),
  short_lifetime: row('time', 'warning')(
    ['It lasts for {expire} seconds only.', 'Check the unit: expire is in seconds, and a day or more is advised.'],
    ['有效期只有 {expire} 秒。', '检查单位：expire 以秒计，建议至少一天。'],
  ),
  long_lifetime: row('time', 'info')(
    [
      'It lasts for {expire:duration}, and whoever holds it is the user for so long.',
      'Choose a day or a week, and renew it.',
    ],
    ['有效期为 {expire:duration}，在此期间拿到它的人就是该用户。', '建议取一天或一周，并及时续期。'],
  ),
  very_long_lifetime: row('time', 'warning')(
    [
      "It lasts for {expire:duration}: Tencent's pages disagree whether 10 or 50 years are the most.",
      'Choose a day or a week, and renew it.',
    ],
    ['有效期为 {expire:duration}：腾讯云的文档对上限说法不一（10 年或 50 年）。', '建议取一天或一周，并及时续期。'],
  ),
  not_a_private_map_key: row('room', 'error')(
    ['It is a UserSig, which opens no room.', 'Pass the PrivateMapKey here, and the UserSig as the login.'],
    ['这是 UserSig，不能用来进房鉴权。', '这里传入 PrivateMapKey，登录时传入 UserSig。'],
  ),
  unexpected_user_buf: row('room', 'error')(
    [
      'It carries a user buffer, as a PrivateMapKey does, which is no login.',
      'Log in with a UserSig; a PrivateMapKey belongs into the privateMapKey parameter.',
    ],
    [
      '票据带有 userbuf（PrivateMapKey 就是如此），不能用于登录。',
      '用 UserSig 登录；PrivateMapKey 应放进 privateMapKey 参数。',
    ],
  ),
  room_mismatch: row('room', 'error')(
    [
      'It opens {found:word}{foundRoom:quote}, not {expected:word}{expectedRoom:quote}.',
      'Fetch a PrivateMapKey for this room; room 123 and room "123" are two rooms.',
    ],
    [
      '票据对应{found:word}{foundRoom:quote}，而不是{expected:word}{expectedRoom:quote}。',
      '获取这个房间的 PrivateMapKey；数字房间 123 和字符串房间 "123" 是两个房间。',
    ],
  ),
  room_app_mismatch: row('room', 'error')(
    [
      'Its room record is for SDKAppID {found}, not {expected}.',
      'Write the SDKAppID of the ticket into the user buffer.',
    ],
    ['房间信息属于 SDKAppID {found}，而不是 {expected}。', 'userbuf 里写入票据的 SDKAppID。'],
  ),
  room_user_mismatch: row('room', 'error')(
    [
      'Its room record is for another UserID than the ticket around it.',
      'Write the UserID of the ticket into the user buffer.',
    ],
    ['房间信息里的 UserID 与票据的不同。', 'userbuf 里写入票据的 UserID。'],
  ),
  room_expired: row('room', 'error')(
    ['Its rights in the room ended {ago:duration} ago.', 'Fetch a new PrivateMapKey.'],
    ['房间权限已在 {ago:duration} 前到期。', '获取新的 PrivateMapKey。'],
  ),

  // What stands beside a ticket.
  code_unknown: row('code', 'info')(
    ['The code {code} is not known here.', 'Paste the whole message, and say which SDK prints it.'],
    ['没有收录错误码 {code}。', '请粘贴完整的错误信息，并说明是哪个 SDK 打印的。'],
  ),
} as const satisfies Record<string, FindingWords>

/** What a finding is about, for programs: stable, never translated. */
export type FindingCode = keyof typeof FINDINGS
