import type { Report } from './reports.ts'
import { recipe, sign } from './tickets.ts'

const { app, key, keys } = recipe

/** A third round, of kinds that neither of the others has. The right cause was written down first: 18 of these 20 had it. */
export const thirdRound: readonly Report[] = [
  {
    source: 'RN: kicked word',
    pasted: 'onKickedOffline called, then login again -> 6208? my other phone is logged in with the same account',
    right: ['tencent_6208'],
  },
  {
    source: 'web chat: not ready',
    pasted: 'Uncaught (in promise) Error: 接口需要 SDK 处于 ready 状态后才能调用 code 2999',
    right: ['not_logged_in'],
  },
  {
    source: 'Go snippet const',
    pasted: `const (\n  sdkappid = 0\n  key = ""\n)\n// genSig -> chat login returns 70003? tencentyun.GenUserSig(sdkappid, key, "u1", 86400)`,
    right: ['app_id_missing', 'key_empty'],
  },
  {
    source: 'PHP: json_encode pretty',
    pasted: `{"code":0,"data":{"usersig":"${sign()}","sdkappid":${app}}} 前端写的 login(res.data) 报 70003`,
    right: ['not_the_ticket', 'ticket_spoiled'],
  },
  { source: 'room number leading 0', pasted: 'TRTC 小程序 roomID=007 进房失败', right: ['room_kind'] },
  {
    source: 'webrtc 403 http page',
    pasted: 'trtc.enterRoom on http://192.168.1.5:8080 -> RtcError NOT_SUPPORTED_HTTP 5201',
    right: ['tencent_5201'],
  },
  { source: 'not enough money', pasted: 'enterRoom onError -100013 ServiceSuspended', right: ['tencent_-100013'] },
  {
    source: 'ip whitelist',
    pasted: '{"ActionStatus":"FAIL","ErrorCode":60021,"ErrorInfo":"ip not allow"} 昨天把服务迁到新机房了',
    right: ['tencent_60021'],
  },
  {
    source: 'clock',
    pasted: `服务器时间慢了 2 天\n${sign({ at: -9 * 86_400 })}`,
    context: { keys },
    right: ['expired'],
  },
  { source: 'clock ahead', pasted: sign({ at: 7200 }), context: { keys }, right: ['not_yet_valid'] },
  {
    source: 'the endpoint is not reachable',
    pasted: "UserSigSourceError: network: could not reach the endpoint. CORS? code: 'network'",
    right: ['usersig_network', 'cors'],
  },
  { source: 'rate limit', pasted: 'login 70050 一直试都不行', right: ['tencent_70050'] },
  {
    source: 'Swift release',
    pasted: 'TestFlight build: login failed 70009, Xcode run is fine',
    right: ['release_build'],
  },
  {
    source: 'old 2-part key in java',
    pasted: 'String privStr = "-----BEGIN PRIVATE KEY-----..."; tls_sigature.genSig -> login 70009',
    right: ['old_key_pair', 'key_pem'],
  },
  {
    source: 'env uppercase',
    pasted: `SDKAPPID=${app}\nSECRETKEY=${key.toUpperCase()}\n登录 70009`,
    right: ['key_upper_case', 'key_spoiled'],
  },
  {
    source: 'two apps',
    pasted: `signed with appid 1400000999: ${sign()} ; client TIM.create({SDKAppID: 1400000999}) -> 70014`,
    right: ['app_mismatch', 'hard_coded_app', 'other_app'],
  },
  { source: 'Desk', pasted: '调用 customer_service 接口返回 141000', right: ['tencent_141000'] },
  { source: 'miniprogram 2801', pasted: 'wx.request timeout login fail 2801 真机', right: ['domain_list'] },
  {
    source: 'callkit not init',
    pasted: 'TUICallEngine error -1201 call init first',
    right: ['tencent_-1201', 'not_initialised'],
  },
  {
    source: 'user id email',
    pasted: 'login({userID: "tom@example.com"}) trtc enterRoom -3319',
    right: ['user_id_odd'],
  },
]
