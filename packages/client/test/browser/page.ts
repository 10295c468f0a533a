import TencentCloudChat from '@tencentcloud/chat'
import TRTC from 'trtc-sdk-v5'
import { loginChat } from '../../src/chat.ts'
import { createUserSigSource } from '../../src/index.ts'
import { bindTrtc } from '../../src/trtc.ts'

/** What a page of an app has, with the real SDKs of Tencent. */
export const app = { TencentCloudChat, TRTC, loginChat, bindTrtc, createUserSigSource }
