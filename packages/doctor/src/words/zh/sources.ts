import type { TencentSource } from '../../codes/row.ts'

/** The programs that answer codes, in Chinese. */
export const sources: Readonly<Record<TencentSource, string>> = {
  server: '腾讯云服务端',
  rest: 'REST API',
  group: 'IM 群组服务',
  friends: 'IM 关系链服务',
  push: 'IM 消息与推送服务',
  messages: 'IM 消息服务',
  'chat-client': 'Chat SDK',
  'chat-web': 'Chat Web SDK',
  'trtc-native': 'TRTC 原生 SDK',
  'trtc-web': 'TRTC Web SDK 5.x',
  'trtc-web-v4': 'TRTC Web SDK 4.x',
  webrtc: '旧版 WebRTC SDK',
  'live-room': '移动直播 LiveRoom',
  call: 'TUICallKit',
  'room-engine': 'TUIRoomKit 与 TUILiveKit',
  conference: 'TUIRoomKit 服务端接口',
  desk: '客服 Desk',
  'mini-program': '微信小程序',
}
