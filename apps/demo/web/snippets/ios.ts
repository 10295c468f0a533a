import { swiftInt, swiftString } from './literals.ts'
import type { Remarks } from './remarks.ts'
import type { SnippetInput, Snippets } from './snippet.ts'
import { fieldLines, trtcFields } from './trtc-fields.ts'

export const ios: Snippets = {
  /**
   * Chat has an edition in Swift, whose names differ from those of the one in Objective-C.
   * Source: https://trtc.io/document/34307 (pods), 47968 (initSDK) and 47971 (login), each under "Swift"
   */
  chat: ({ sdkAppId, userId, userSig }, remarks) => ({
    language: 'swift',
    install: "pod 'TXIMSDK_Plus_Swift_iOS_XCFramework'",
    source: 'https://trtc.io/document/47971',
    code: `import ImSDK_Plus_Swift

func loginChat() {
    guard V2TIMManager.shared.initSDK(sdkAppID: ${swiftInt(sdkAppId)}, config: V2TIMSDKConfig()) else {
        print("initSDK failed")
        return
    }
    V2TIMManager.shared.login(
        userID: ${swiftString(userId)},
        userSig: ${swiftString(userSig)}
    ) {
        print("logged in")
    } fail: { code, message in
        // ${remarks.expired}
        print("login failed: \\(code) \\(message)")
    }
}`,
  }),

  /**
   * Source: https://trtc.io/document/62044; the names in Swift are those of github.com/Tencent-RTC/TRTC_iOS,
   * TRTC-API-Example-Swift. sdkAppId and roomId are UInt32 (TRTCCloudDef.h). addDelegate, which came after the property
   * `delegate`: https://www.tencentcloud.com/document/product/1228/73992
   */
  trtc: (input, remarks) => ({
    language: 'swift',
    install:
      "pod 'TXLiteAVSDK_TRTC', :podspec => 'https://liteav.sdk.qcloud.com/pod/liteavsdkspec/TXLiteAVSDK_TRTC.podspec'",
    source: 'https://trtc.io/document/62044',
    code: `import Foundation
import TXLiteAVSDK_TRTC

final class Room: NSObject, TRTCCloudDelegate {
    let trtcCloud: TRTCCloud = TRTCCloud.sharedInstance()

    func enter() {
        let params = TRTCParams()
${paramLines(input, remarks)}
        trtcCloud.addDelegate(self)
        trtcCloud.enterRoom(params, appScene: ${input.role ? '.LIVE' : '.videoCall'})
    }

    // ${remarks.entered}
    func onEnterRoom(_ result: Int) {
        print(result > 0 ? "in the room" : "enterRoom failed: \\(result)")
    }
}`,
  }),

  /** TUICallKit logs in by TUILogin of TUICore. Source: https://trtc.io/document/50992, step 3; TUICore/TUILogin.h */
  callkit: ({ sdkAppId, userId, userSig }) => ({
    language: 'swift',
    install: "pod 'TUICallKit_Swift'",
    source: 'https://trtc.io/document/50992',
    code: `import TUICallKit_Swift
import TUICore

func loginCallKit() {
    let sdkAppID: Int32 = ${swiftInt(sdkAppId)}
    let userID = ${swiftString(userId)}
    let userSig = ${swiftString(userSig)}
    TUILogin.login(sdkAppID, userID: userID, userSig: userSig) {
        print("ready for calls")
    } fail: { code, message in
        print("login failed:", code, message ?? "")
    }
}`,
  }),
}

function paramLines(input: SnippetInput, remarks: Remarks): string {
  const fields = trtcFields(input, remarks, { string: swiftString, role: { anchor: '.anchor', audience: '.audience' } })
  return fieldLines(fields, ({ name, value }) => `        params.${name} = ${value}`)
}
