import type { AdviceCode } from '../words/advice.ts'
import type { CauseCode } from '../words/causes.ts'

/**
 * Which program answers a code. The same number means different things in different ones.
 *
 * - `server`: the account service of Tencent, which every product asks; native TRTC shows its codes with a minus.
 * - `rest`: the REST API. `group`: the group service of Chat. `friends`, `push`, `messages`: services of Chat.
 * - `chat-client`: the Chat SDKs in general. `chat-web`: the Chat SDK for the web.
 * - `trtc-native`: the native TRTC SDKs. `trtc-web`, `trtc-web-v4`: version 5 and 4 of the TRTC SDK for the web.
 * - `webrtc`: the WebRTC SDK before TRTC. `call`: TUICallKit. `room-engine`: TUIRoomKit and TUILiveKit.
 * - `live-room`: LiveRoom of the Live SDK (MLVB).
 * - `conference`: REST API of TUIRoomKit. `desk`: customer service. `mini-program`: what WeChat's mini programs answer.
 */
export type TencentSource =
  | 'server'
  | 'rest'
  | 'group'
  | 'friends'
  | 'push'
  | 'messages'
  | 'chat-client'
  | 'chat-web'
  | 'trtc-native'
  | 'trtc-web'
  | 'trtc-web-v4'
  | 'webrtc'
  | 'live-room'
  | 'call'
  | 'room-engine'
  | 'conference'
  | 'desk'
  | 'mini-program'

/** One code of one program, as the tables hold it. */
export interface CodeRow {
  readonly code: number
  readonly source: TencentSource
  /** Tencent's own constant, or constants with `, ` between them; empty where the documents name none. */
  readonly name: string
  readonly advice: AdviceCode
  /** What causes it, the most likely first; empty where the meaning says all. */
  readonly causes: readonly CauseCode[]
  /** Page, pages or file that say so. */
  readonly document: string
}

/** Number, constant, advice, causes in order of likelihood; what it means stands with the words of each language. */
export type Row = readonly [code: number, name: string, advice: AdviceCode, ...causes: CauseCode[]]

/** Rows of one program that stand on one page. */
export function table(source: TencentSource, document: string, rows: readonly Row[]): CodeRow[] {
  return rows.map(([code, name, advice, ...causes]) => ({
    code,
    source,
    name,
    advice,
    causes,
    document,
  }))
}
