import { TUICallKitServer } from '@tencentcloud/call-uikit-react'
import { initCallKit } from '../../src/callkit.ts'
import { createUserSigSource } from '../../src/index.ts'

/** What a page of an app has, with the real TUICallKit of Tencent. */
export const app = { TUICallKitServer, initCallKit, createUserSigSource }
