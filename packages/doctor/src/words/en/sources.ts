import type { TencentSource } from '../../codes/row.ts'

/** The programs that answer codes, in English. */
export const sources: Readonly<Record<TencentSource, string>> = {
  server: "Tencent's servers",
  rest: 'the REST API',
  group: 'the group service of Chat',
  friends: 'the friends service of Chat',
  push: 'the message and push service of Chat',
  messages: 'the message service of Chat',
  'chat-client': 'the Chat SDKs',
  'chat-web': 'the Chat SDK for the web',
  'trtc-native': 'the native TRTC SDKs',
  'trtc-web': 'the TRTC SDK for the web, version 5',
  'trtc-web-v4': 'the TRTC SDK for the web, version 4',
  webrtc: 'the WebRTC SDK before TRTC',
  'live-room': 'LiveRoom of the Live SDK (MLVB)',
  call: 'TUICallKit',
  'room-engine': 'TUIRoomKit and TUILiveKit',
  conference: 'the REST API of TUIRoomKit',
  desk: 'the customer service (Desk)',
  'mini-program': "WeChat's mini programs",
}
