/** Messages of the core in Chinese, values and all. What is not here is said by its code. */
export const FAULTS: readonly (readonly [pattern: RegExp, text: string])[] = [
  [/^UserID is empty$/, 'UserID 为空'],
  [
    /^UserID has (\d+) characters, but at most (\d+) bytes in UTF-8 are allowed$/,
    'UserID 有 $1 个字符，UTF-8 编码后最多 $2 字节',
  ],
  [
    /^UserID a text that looks like .* has (\d+) bytes in UTF-8, but at most (\d+) are allowed$/,
    'UserID 像是密钥或票据，UTF-8 编码后有 $1 字节，最多 $2 字节',
  ],
  [
    /^UserID (.*) has (\d+) bytes in UTF-8, but at most (\d+) are allowed$/,
    'UserID $1 的 UTF-8 编码有 $2 字节，最多 $3 字节',
  ],
  [/^UserID holds the control character (U\+\w+) at index (\d+)$/, 'UserID 的第 $2 位（从 0 数起）是控制字符 $1'],
  [/^UserID is not well-formed Unicode.*$/, 'UserID 不是正确的 Unicode：含有半个代理对'],
  [
    /^UserID is the text (".*?"), as programs spell a value that is missing or not a text.*$/,
    'UserID 是文本 $1，即程序对缺失的值或非字符串的写法：请找出它从哪里来',
  ],
  [
    /^expire is (.*), but must be an integer number of seconds from (\d+) to (\d+).*$/,
    'expire 为 $1，应为 $2 至 $3 的整数，单位秒',
  ],
  [/^expire reaches beyond the year 2106.*$/, 'expire 超过了 2106 年，房间记录最多存到那一年'],
  [/^sdkAppId is (.*?), but must be an integer from (\d+) to (\d+).*$/, 'sdkAppId 为 $1，应为 $2 至 $3 的整数'],
  [/^roomId is (-?[\d.]+), but must be an integer from (\d+) to (\d+)$/, 'roomId 为 $1，应为 $2 至 $3 的整数'],
  [/^neither roomId nor strRoomId is given$/, '没有指定 roomId 或 strRoomId'],
  [/^strRoomId is empty$/, 'strRoomId 为空'],
  [/^strRoomId has (\d+) characters, but at most (\d+) bytes are allowed$/, 'strRoomId 有 $1 个字符，最多 $2 字节'],
  [/^strRoomId (.*) has (\d+) bytes, but at most (\d+) are allowed$/, 'strRoomId $1 有 $2 字节，最多 $3 字节'],
  [
    /^strRoomId (.*) holds (".*?"), which is not among the documented characters \((.*)\)$/,
    'strRoomId $1 含有 $2，不在文档列出的字符之内（字母、数字、空格以及 !#$%&()+-:;<=.>?@[]^_{}|~,）',
  ],
  [/^strRoomId is not well-formed Unicode$/, 'strRoomId 不是正确的 Unicode'],
  [/^privileges is (-?[\d.]+), but bits go from 0 to 255$/, 'privileges 为 $1，取值范围是 0 至 255'],
  [/^privileges is (".*?"), which is not a preset: there are (.*)$/, 'privileges 为 $1，没有这个预设；可用：$2'],
  [
    /^privileges holds (".*?"), which is not a privilege: there are (.*)$/,
    'privileges 含有 $1，没有这个权限；可用：$2',
  ],
  [/^secretKey\S* has (\d+) characters, but at most (\d+) are allowed$/, 'secretKey 有 $1 个字符，最多 $2 个'],
  [/^the ticket is for UserID (.*), not (".*")$/, '票据属于 UserID $1，不是 $2'],
  [/^the ticket is for SDKAppID (\d+), not (\d+)$/, '票据属于 SDKAppID $1，不是 $2'],
  [/^the room record is for SDKAppID (\d+), not (\d+)$/, '房间记录属于 SDKAppID $1，不是 $2'],
  [/^the ticket was issued (\d+) s in the future$/, '票据的签发时间在 $1 秒之后'],
  [/^the ticket expired (\d+) s ago$/, '票据已过期 $1 秒'],
  [/^the room record expired (\d+) s ago$/, '房间权限已过期 $1 秒'],
  [/^the ticket has (\d+) characters, but at most (\d+) are read$/, '票据有 $1 个字符，最多读取 $2 个'],
  [/^the ticket is a PrivateMapKey, which is no login$/, '这是 PrivateMapKey，不能用来登录'],
  [/^the ticket carries no room record: it is a UserSig$/, '票据里没有房间记录：这是 UserSig'],
]
