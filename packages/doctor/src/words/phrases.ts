import type { Text } from '../language.ts'

/** Pieces of sentences that findings are put together from. */
export const PHRASES = {
  // Where a ticket breaks off.
  checksum_missing: { en: 'its checksum is missing', zh: '缺少末尾的校验和' },
  breaks_off: { en: 'it breaks off in the middle', zh: '在中间断开' },
  nothing_readable: { en: 'nothing of it can be read', zh: '完全无法读取' },
  // How a key was changed before it signed.
  line_break: { en: 'with a line break behind it, as files and pipes add it', zh: '末尾多了换行，文件和管道常会这样' },
  windows_line_break: { en: 'with a Windows line break behind it', zh: '末尾多了 Windows 换行' },
  double_quotes: { en: 'in double quotes', zh: '带着双引号' },
  single_quotes: { en: 'in single quotes', zh: '带着单引号' },
  space_behind: { en: 'with a space behind it', zh: '末尾多了空格' },
  space_before: { en: 'with a space before it', zh: '开头多了空格' },
  upper_case: { en: 'in upper case', zh: '变成了大写' },
  lower_case: { en: 'in lower case', zh: '变成了小写' },
  from_hex: { en: 'decoded from hex, although its text is the key', zh: '做过十六进制解码（应直接使用文本）' },
  from_base64: { en: 'decoded from base64, although its text is the key', zh: '做过 base64 解码（应直接使用文本）' },
  to_base64: { en: 'encoded in base64', zh: '做过 base64 编码' },
  with_name: { en: 'with the name of its variable in front', zh: '前面带着变量名' },
  first_missing: { en: 'without its first character (63 of 64)', zh: '少了第一个字符（64 位只剩 63 位）' },
  last_missing: { en: 'without its last character (63 of 64)', zh: '少了最后一个字符（64 位只剩 63 位）' },
  empty_key: { en: 'left out: the key was empty', zh: '没有使用：签名时密钥为空' },
  byte_order_mark: { en: 'with a byte order mark before it', zh: '开头多了 BOM' },
  as_given_quotes: { en: 'without the quotes with which it was given here', zh: '这里给出的密钥多了引号' },
  as_given_space: { en: 'without the white space with which it was given here', zh: '这里给出的密钥多了空白' },
  as_given_name: { en: 'without the name with which it was given here', zh: '这里给出的密钥带着变量名' },
  as_given_case: { en: 'in small letters, while it was given here in upper case', zh: '这里给出的密钥是大写' },
  as_given_base64: { en: 'out of the base64 in which it was given here', zh: '这里给出的密钥做过 base64' },
  // What stands in place of line feeds.
  literal_n: { en: 'a backslash and an n', zh: '反斜杠加字母 n（单引号字符串里的 \\n）' },
  carriage_return: { en: 'CR LF, as on Windows,', zh: 'Windows 换行 CR LF' },
  nothing: { en: 'nothing', zh: '空字符串' },
  space: { en: 'a space', zh: '空格' },
  no_last_line_end: { en: 'no line end behind the last line', zh: '最后一行缺少换行符' },
  carriage_return_only: { en: 'a carriage return', zh: '回车符 CR' },
  comma: { en: 'a comma', zh: '逗号' },
  ampersand: { en: 'an ampersand', zh: '& 符号' },
  // What was signed in place of the lines.
  values_only: { en: 'the values alone, without the names of the lines', zh: '只有各行的值，没有名称' },
  with_version: { en: 'the lines with TLS.ver among them', zh: '多了 TLS.ver 一行' },
  the_document: { en: 'the JSON document', zh: 'JSON 文档本身' },
  colon_space: { en: 'the lines with a space behind each colon', zh: '冒号后面多了空格' },
  equals_sign: { en: 'the lines with "=" in place of ":"', zh: '用 "=" 代替了 ":"' },
  names_short: { en: 'the lines without "TLS." in their names', zh: '名称里缺少 "TLS."' },
  user_quoted: { en: 'the lines with the UserID in quotes', zh: 'UserID 带着引号' },
  without_expire: { en: 'the lines without TLS.expire', zh: '缺少 TLS.expire 一行' },
  leading_line_end: { en: 'the lines with a line feed before the first', zh: '第一行之前多了换行符' },
  // Buffers.
  buffer_not_signed: { en: 'the document has one, the signed text has not', zh: '文档里有，被签名的文本里没有' },
  buffer_signed: {
    en: 'the signed text has an empty one, the document has none',
    zh: '被签名的文本里有空的 userbuf，文档里没有',
  },
  // What the signature is.
  plain_hash: { en: 'a plain SHA-256 of the text, without the key', zh: '文本的普通 SHA-256，没有用密钥' },
  hash_key_text: { en: 'a SHA-256 over the key and the text', zh: '密钥与文本拼接后的 SHA-256' },
  hash_text_key: { en: 'a SHA-256 over the text and the key', zh: '文本与密钥拼接后的 SHA-256' },
  swapped: { en: 'an HMAC with key and message swapped', zh: '密钥和消息填反了的 HMAC' },
  hex_in_base64: { en: 'the base64 of the hexadecimal digits of the HMAC', zh: 'HMAC 十六进制文本的 base64' },
  // SDKAppIDs.
  too_many: { en: 'too many', zh: '位数过多' },
  too_few: { en: 'too few', zh: '位数过少' },
  too_great: { en: 'but is too great', zh: '但数值过大' },
  // Rooms.
  number_room: { en: 'the number room ', zh: '数字房间 ' },
  string_room: { en: 'the string room ', zh: '字符串房间 ' },
  // Evidence of causes.
  a_secret: { en: 'a text that looks like a key or a ticket', zh: '一段像密钥或票据的内容' },
} as const satisfies Record<string, Text>

/** Name of a phrase. */
export type PhraseCode = keyof typeof PHRASES
