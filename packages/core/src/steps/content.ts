/** The fields of a ticket that are signed. */
export interface SignedFields {
  readonly sdkAppId: number
  readonly userId: string
  readonly issuedAt: number
  readonly expire: number
  /** Standard base64 of the user buffer; an empty string is a buffer of no bytes, `undefined` is none. */
  readonly userBuf: string | undefined
}

/** The fields that all tickets of one application share that are issued in one second for one lifetime. */
export type SharedFields = Pick<SignedFields, 'sdkAppId' | 'issuedAt' | 'expire'>

/**
 * The text that is signed: one field a line, in this order.
 *
 * No field may hold a line break, or one text could be read as two sets of fields: user ids are checked, numbers are
 * integers, and the buffer is base64.
 * Source: official TLSSigAPI.go, hmacsha256().
 */
export function signedContent(fields: SignedFields): string {
  const lines = CONTENT_HEAD + fields.userId + contentTail(fields)
  return fields.userBuf === undefined ? lines : lines + USER_BUF_LINE_HEAD + fields.userBuf + LINE_END
}

/** What stands before the UserID. */
export const CONTENT_HEAD = 'TLS.identifier:'

/** What stands behind the UserID, up to the line of the user buffer. */
export function contentTail({ sdkAppId, issuedAt, expire }: SharedFields): string {
  return `\nTLS.sdkappid:${sdkAppId}\nTLS.time:${issuedAt}\nTLS.expire:${expire}\n`
}

export const USER_BUF_LINE_HEAD = 'TLS.userbuf:'
export const LINE_END = '\n'
