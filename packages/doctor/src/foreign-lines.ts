// Lines of other programs, which have numbers of their own.
const FOREIGN_LINE =
  /NSURLErrorDomain|NSCocoaErrorDomain|duplicate key value|\bDETAIL:|JsonWebTokenError|jwt malformed|"errcode"\s?:|realmId=|\bSELECT\b.{1,200}\bFROM\b|\b(?:INSERT INTO|DELETE FROM)\b|\bUPDATE \w+ SET\b|"error_description"|agora|zegocloud|twilio|livekit|\bexit(?:ed with)? code|invoice/i
const TENCENT_LINE = /user_?sig|sdk_?app_?id|trtc|timsdk|imsdk|tencent|腾讯|v2tim|login|登录/i
// Of these not even with a word of Tencent's: they hold columns of numbers.
const NEVER_TENCENT = /\b(?:SELECT|INSERT INTO)\b|realmId=/

/** What a text says of logins at Tencent: without the lines of other programs. */
export function withoutForeignLines(text: string): string {
  if (!FOREIGN_LINE.test(text)) return text
  return text
    .split('\n')
    .filter((line) => !FOREIGN_LINE.test(line) || (TENCENT_LINE.test(line) && !NEVER_TENCENT.test(line)))
    .join('\n')
}
