import { TUIConstants, TUICore, TUILogin } from '@tencentcloud/tui-core'
import TUIRoomEngine, { TUIRoomEvents } from '@tencentcloud/tuiroom-engine-js'
import { createUserSigSource } from '../../src/index.ts'
import { loginRoomEngine } from '../../src/room-engine.ts'
import { loginTuiKit, type TuiCore } from '../../src/tuikit.ts'

/** The module, whose own types have no names. */
interface Core extends TuiCore {
  readonly TUILogin: TuiCore['TUILogin'] & { getContext(): { SDKAppID: number; userID: string } }
}
const core: Core = { TUIConstants, TUICore, TUILogin }

/** What a page of an app has, with the real kits of Tencent. */
export const app = {
  core,
  TUIRoomEngine,
  TUIRoomEvents,
  createUserSigSource,
  loginRoomEngine,
  loginTuiKit,
}
