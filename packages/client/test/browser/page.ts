import TencentCloudChat from '@tencentcloud/chat'
import { explainError } from '@usersig/doctor/en'
import TRTC from 'trtc-sdk-v5'
import { loginChat } from '../../src/chat.ts'
import { createUserSigSource, UserSigSourceError } from '../../src/index.ts'
import { keepIn } from '../../src/storage.ts'
import { bindTrtc } from '../../src/trtc.ts'

/** What a page of an app has, with the real SDKs of Tencent. */
export const app = {
  explainError,
  TencentCloudChat,
  TRTC,
  loginChat,
  bindTrtc,
  createUserSigSource,
  UserSigSourceError,
  keepIn,
}
