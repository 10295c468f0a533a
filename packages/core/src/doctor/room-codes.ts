import type { Expectations } from './claims.ts'
import type { Diagnosis } from './diagnose.ts'
import type { FindingCode } from './findings.ts'
import type { TextKind } from './kinds.ts'

/** Whether it is checked at the door of a room, and not at a login. */
export function isRoomKey(kind: TextKind, { expect, roomId, strRoomId }: Expectations): boolean {
  if (expect !== undefined) return expect === 'private_map_key'
  return roomId !== undefined || strRoomId !== undefined || kind === 'private_map_key'
}

/** What a room answers, whatever is wrong with its key. Source: trtc.io/document/35142 */
const KEY_REFUSED = -100006

/** Faults that only a room finds; for the others there is a code of the login to replace. */
const ROOM_FAULTS: readonly FindingCode[] = ['room_mismatch', 'not_a_private_map_key']

/** The diagnosis of a PrivateMapKey, with the code of rooms in place of those of logins. */
export function withRoomCodes(diagnosis: Diagnosis): Diagnosis {
  const findings = diagnosis.findings.map((each) =>
    each.tencentCode !== undefined || ROOM_FAULTS.includes(each.code) ? { ...each, tencentCode: KEY_REFUSED } : each,
  )
  const isRefused = findings.some(({ tencentCode }) => tencentCode !== undefined)
  return { ...diagnosis, findings, tencentCode: isRefused ? KEY_REFUSED : undefined }
}
