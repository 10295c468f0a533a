import type { TencentSource } from '../codes/row.ts'
import type { Text } from '../language.ts'

/** The programs that answer codes. */
export const SOURCES: Readonly<Record<TencentSource, Text>> = {
  server: { en: "Tencent's servers", zh: '腾讯云服务端' },
  rest: { en: 'the REST API', zh: 'REST API' },
  group: { en: 'the group service of Chat', zh: 'IM 群组服务' },
  friends: { en: 'the friends service of Chat', zh: 'IM 关系链服务' },
  push: { en: 'the message and push service of Chat', zh: 'IM 消息与推送服务' },
  messages: { en: 'the message service of Chat', zh: 'IM 消息服务' },
  'chat-client': { en: 'the Chat SDKs', zh: 'Chat SDK' },
  'chat-web': { en: 'the Chat SDK for the web', zh: 'Chat Web SDK' },
  'trtc-native': { en: 'the native TRTC SDKs', zh: 'TRTC 原生 SDK' },
  'trtc-web': { en: 'the TRTC SDK for the web, version 5', zh: 'TRTC Web SDK 5.x' },
  'trtc-web-v4': { en: 'the TRTC SDK for the web, version 4', zh: 'TRTC Web SDK 4.x' },
  webrtc: { en: 'the WebRTC SDK before TRTC', zh: '旧版 WebRTC SDK' },
  'live-room': { en: 'LiveRoom of the Live SDK (MLVB)', zh: '移动直播 LiveRoom' },
  call: { en: 'TUICallKit', zh: 'TUICallKit' },
  'room-engine': { en: 'TUIRoomKit and TUILiveKit', zh: 'TUIRoomKit 与 TUILiveKit' },
  conference: { en: 'the REST API of TUIRoomKit', zh: 'TUIRoomKit 服务端接口' },
  desk: { en: 'the customer service (Desk)', zh: '客服 Desk' },
  'mini-program': { en: "WeChat's mini programs", zh: '微信小程序' },
}
