/** One part of a room record. */
export interface RecordPart {
  readonly name:
    | 'version'
    | 'accountLength'
    | 'account'
    | 'sdkAppId'
    | 'roomId'
    | 'expiresAt'
    | 'rights'
    | 'accountType'
    | 'roomLength'
    | 'room'
  readonly bytes: Uint8Array
  readonly value: string
}

const decoder = new TextDecoder()

/**
 * Cuts a room record into its parts. Source of the layout: official TLSSigAPI.go, genUserBuf().
 *
 * @param record - A record that the core has read before, so that all its lengths fit.
 */
export function cutRecord(record: Uint8Array): RecordPart[] {
  const view = new DataView(record.buffer, record.byteOffset, record.byteLength)
  let at = 0
  const parts: RecordPart[] = []
  const take = (name: RecordPart['name'], length: number, read: (start: number) => string | number) => {
    parts.push({ name, bytes: record.subarray(at, at + length), value: String(read(at)) })
    at += length
  }
  const text = (length: number) => (start: number) => decoder.decode(record.subarray(start, start + length))
  const uint32 = (start: number) => view.getUint32(start)

  take('version', 1, (start) => view.getUint8(start))
  const accountLength = view.getUint16(at)
  take('accountLength', 2, () => accountLength)
  take('account', accountLength, text(accountLength))
  for (const name of ['sdkAppId', 'roomId', 'expiresAt', 'rights', 'accountType'] as const) take(name, 4, uint32)
  if (record[0] !== 1) return parts
  const roomLength = view.getUint16(at)
  take('roomLength', 2, () => roomLength)
  take('room', roomLength, text(roomLength))
  return parts
}
