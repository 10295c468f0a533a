import type { Report } from './reports.ts'

const TIM = 'github.com/TencentCloud/TIMSDK/issues'
const TRTC = 'github.com/tencentyun/TRTCSDK/issues'
const MLVB = 'github.com/tencentyun/MLVBSDK/issues'
const FLUTTER = 'github.com/JiangJuHong/FlutterTencentImPlugin/issues'

/**
 * Reports that were looked for after the rules stood, with their cause written down before the doctor was asked: 4 of these 22
 * had the right cause first then.
 */
export const newReports: readonly Report[] = [
  {
    source: `${TIM}/1215`,
    pasted: 'web 登录后几秒抛出 Uncaught (in promise) Error: 请求超时 at tim-js.js',
    right: ['network', 'sdk_old'],
  },
  { source: `${TIM}/124`, pasted: 'IM 登录 onError code 6012 超时，退回旧版本就正常', right: ['network', 'sdk_old'] },
  {
    source: `${TIM}/60`,
    pasted: 'Android 线上大量登录失败，错误码：6012；错误信息：tls exchange failed',
    right: ['network', 'sdk_old'],
  },
  { source: `${TIM}/670`, pasted: 'TIM.create 之后不触发 SDK_READY 事件（小程序）', right: ['not_logged_in'] },
  {
    source: `${TIM}/969`,
    pasted: 'web: tim.on(TIM.EVENT.SDK_READY, onSdkReady) is never called after TIM.create',
    right: ['not_logged_in'],
  },
  { source: `${TIM}/843`, pasted: '小程序不能在两个页面分别监听 TIM.EVENT.SDK_READY', right: ['not_logged_in'] },
  { source: `${TIM}/504`, pasted: '小程序 onLaunch 里 TIM.create，监听不到 SDK_READY', right: ['not_logged_in'] },
  { source: `${TIM}/422`, pasted: '小程序 2.1.1 登录过程中 tim.ready 函数报错', right: ['sdk_old'] },
  { source: `${TIM}/602`, pasted: 'taro 2.0.1 小程序，登录后 SDK_READY 没触发', right: ['sdk_compiled'] },
  {
    source: `${TIM}/568`,
    pasted: 'Taro 集成 2.3.2，监听不到 TIM.EVENT.SDK_READY，已配置 compile',
    right: ['sdk_compiled'],
  },
  {
    source: 'github.com/NervJS/taro/issues/5903',
    pasted: "import lib-generate-test-usersig-es.min: Cannot read property 'prototype' of undefined (taro)",
    right: ['sdk_compiled', 'generator_broken'],
  },
  {
    source: `${FLUTTER}/117`,
    pasted: 'await TencentImPlugin.login 报错 SDK未初始化\nAsynBaseSocket socket connect timeout|fd:113|type:TCP',
    right: ['not_initialised'],
  },
  {
    source: `${FLUTTER}/66`,
    pasted: 'userSig 过期后拿新的签名重新登录，仍然报错',
    right: ['sdk_state', 'ticket_expired'],
  },
  { source: `${TRTC}/480`, pasted: 'web 端进入房间报 -10014 error', right: ['room_full'] },
  {
    source: `${TRTC}/261`,
    pasted: 'web 4.6.0 join 进房失败 TypeError: e.t1.getExtraCode is not a function',
    right: ['login_parameter_wrong'],
  },
  {
    source: `${TRTC}/153`,
    pasted: '小程序 trtc-room 设置 trtcConfig 后进房失败，组件报空指针',
    right: ['ticket_missing', 'login_parameter_wrong'],
  },
  {
    source: `${TRTC}/165`,
    pasted: '小程序双人通话一直显示等待接通，进房失败，live-pusher 渲染失败',
    right: ['live_component'],
  },
  {
    source: `${MLVB}/1`,
    pasted: '小直播创建房间失败 get push and acc url failed! code: 204004',
    right: ['live_domain'],
  },
  {
    source: `${MLVB}/86`,
    pasted: '创建直播间错误, code=204004,error=[LiveRoom] 创建房间失败[获取推流地址失败]',
    right: ['live_domain'],
  },
  {
    source: `${MLVB}/56`,
    pasted: '{"code":204004,"message":"get push and acc url failed!","timestamp":1577000000000}',
    right: ['live_domain'],
  },
  {
    source: `${MLVB}/69`,
    pasted: '小程序直播 demo，getPushURL 报错：获取推流地址失败，start 写在 login 的下一行',
    right: ['not_logged_in'],
  },
  {
    source: 'github.com/Tencent-RTC/TRTC_Web/issues/81',
    pasted:
      "trtc-sdk-v5 5.2.1: UNKNOWN_ERROR: 'enterRoom' throw unknown exception, error: TypeError: Cannot read properties of undefined (reading 'userId'). 5.1.x works",
    right: ['sdk_old'],
  },
]
