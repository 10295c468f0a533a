/** The fields of a ticket that are signed, as they are written. */
export interface SignedFields {
  readonly sdkAppId: number
  readonly userId: string
  readonly issuedAt: number
  readonly expire: number
  /** Standard base64 of the user buffer; an empty string is a buffer of no bytes, `undefined` is none. */
  readonly userBuf: string | undefined
}

/**
 * The text that is signed: one field a line, in this order.
 *
 * No field may hold a line break, or one text could be read as two sets of fields: user ids are checked, numbers are
 * integers, and the buffer is base64.
 * Source: official TLSSigAPI.go, hmacsha256().
 */
export function signedContent(fields: SignedFields): string {
  const lines = `TLS.identifier:${fields.userId}\nTLS.sdkappid:${fields.sdkAppId}\nTLS.time:${fields.issuedAt}\nTLS.expire:${fields.expire}\n`
  return fields.userBuf === undefined ? lines : `${lines}TLS.userbuf:${fields.userBuf}\n`
}
