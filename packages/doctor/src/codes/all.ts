import { ACCOUNT_CODES } from './account.ts'
import { CALL_AND_ROOM_CODES } from './call-and-room.ts'
import { CHAT_CODES } from './chat.ts'
import { MESSAGE_CODES } from './messages.ts'
import { REST_CODES } from './rest.ts'
import type { CodeRow } from './row.ts'
import { TRTC_CODES } from './trtc.ts'

/** Every code of every program; where a number has several meanings, the most common first. */
export const CODES: readonly CodeRow[] = /* @__PURE__ */ [
  ...ACCOUNT_CODES,
  ...REST_CODES,
  ...CHAT_CODES,
  ...MESSAGE_CODES,
  ...TRTC_CODES,
  ...CALL_AND_ROOM_CODES,
]
