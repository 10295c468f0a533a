import type { Language } from '@usersig/doctor'

/** What comments of snippets say. */
export interface Remarks {
  /** Only a try-out has its ticket in the code. */
  readonly head: string
  /**
   * Which refusals of a login to Chat a fresh ticket may change. A login after any other can go round in circles.
   * Source: https://trtc.io/document/47971
   */
  readonly expired: string
  /** What `onEnterRoom` tells. Source: https://trtc.io/document/50755 (iOS), 50763 (Android) */
  readonly entered: string
  /** Source: https://web.sdk.qcloud.com/trtc/webrtc/v5/doc/en/module-ErrorCode.html */
  readonly extraCode: string
  /** The newer edition for React and Vue has another name for the same: https://trtc.io/document/58484 */
  readonly otherCallKit: string
  readonly ownRoom: string
  readonly observer: string
  readonly javaInt: string
}

export const REMARKS: Readonly<Record<Language, Remarks>> = {
  en: {
    head: 'For trying out. A real app fetches the ticket from its own server.',
    expired: '6206 and 70001: the ticket has expired. Log in again with a fresh one, but after no other code.',
    entered: 'Above 0: the milliseconds that it took. Below: an error code, -3320 and -100018 for a refused ticket.',
    extraCode: '5400: the server refused, and extraCode says why.',
    otherCallKit:
      'In the package @trtc/calls-uikit-react, say TUICallKitAPI. Calls show up where the app has <TUICallKit />.',
    ownRoom: 'put your room here',
    observer: 'Calls show up with navigatorObservers: [TUICallKit.navigatorObserver] in the MaterialApp.',
    javaInt: 'an int in Java, whose 32 bits the SDK takes without a sign',
  },
  zh: {
    head: '仅供试用。正式的 App 应向自己的服务端获取票据。',
    expired: '6206 和 70001：票据已过期，换新票据重新登录；其他错误码不要重试登录。',
    entered: '大于 0：进房耗时（毫秒）。小于 0：错误码，-3320 和 -100018 表示票据被拒绝。',
    extraCode: '5400：服务端拒绝，原因见 extraCode。',
    otherCallKit: '在 @trtc/calls-uikit-react 包里名为 TUICallKitAPI。通话界面显示在放置 <TUICallKit /> 的地方。',
    ownRoom: '换成自己的房间',
    observer: '在 MaterialApp 里设置 navigatorObservers: [TUICallKit.navigatorObserver]，通话界面才会显示。',
    javaInt: 'Java 的 int，SDK 按 32 位无符号数读取',
  },
}
