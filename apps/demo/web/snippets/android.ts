import { kotlinInt, kotlinString } from './literals.ts'
import type { Remarks } from './remarks.ts'
import type { SnippetInput, Snippets } from './snippet.ts'
import { fieldLines, trtcFields } from './trtc-fields.ts'

/** The SDKs are written in Java: what is a parameter without a name there has its documented name here. */
export const android: Snippets = {
  /** Source: https://trtc.io/document/34306 (Gradle), 47968 (initSDK) and 47971 (login), each under "Java" */
  chat: ({ sdkAppId, userId, userSig }, remarks) => ({
    language: 'kotlin',
    install: 'implementation("com.tencent.imsdk:imsdk-plus:latest.release")',
    source: 'https://trtc.io/document/47971',
    code: `import android.content.Context
import android.util.Log
import com.tencent.imsdk.v2.V2TIMCallback
import com.tencent.imsdk.v2.V2TIMManager
import com.tencent.imsdk.v2.V2TIMSDKConfig

fun loginChat(context: Context) {
    val sdkAppID = ${kotlinInt(sdkAppId)}
    val userID = ${kotlinString(userId)}
    val userSig = ${kotlinString(userSig)}
    if (!V2TIMManager.getInstance().initSDK(context, sdkAppID, V2TIMSDKConfig())) {
        Log.e("Chat", "initSDK failed")
        return
    }
    V2TIMManager.getInstance().login(userID, userSig, object : V2TIMCallback {
        override fun onSuccess() {
            Log.i("Chat", "logged in")
        }

        override fun onError(code: Int, desc: String?) {
            // ${remarks.expired}
            Log.e("Chat", "login failed: $code $desc")
        }
    })
}`,
  }),

  /**
   * roomId and sdkAppId are an int, and rooms go up to 4294967294: Tencent's own plugin for Flutter casts the larger
   * ones in the same way. Source: https://trtc.io/document/62045; github.com/Tencent-RTC/TRTC_Flutter,
   * SDK/android/src/main/java/com/tencent/trtcplugin/TRTCCloudWrapper.java, enterRoom()
   */
  trtc: (input, remarks) => ({
    language: 'kotlin',
    install: 'implementation("com.tencent.liteav:LiteAVSDK_TRTC:latest.release")',
    source: 'https://trtc.io/document/62045',
    code: `import android.content.Context
import android.util.Log
import com.tencent.trtc.TRTCCloud
import com.tencent.trtc.TRTCCloudDef
import com.tencent.trtc.TRTCCloudListener

fun enterRoom(context: Context) {
    val params = TRTCCloudDef.TRTCParams().apply {
${paramLines(input, remarks)}
    }
    val trtcCloud = TRTCCloud.sharedInstance(context)
    trtcCloud.addListener(object : TRTCCloudListener() {
        // ${remarks.entered}
        override fun onEnterRoom(result: Long) {
            if (result > 0) Log.i("TRTC", "in the room") else Log.e("TRTC", "enterRoom failed: $result")
        }
    })
    trtcCloud.enterRoom(params, TRTCCloudDef.${input.role ? 'TRTC_APP_SCENE_LIVE' : 'TRTC_APP_SCENE_VIDEOCALL'})
}`,
  }),

  /** TUICallKit logs in by TUILogin of TUICore. Source: https://trtc.io/document/50991, steps 1 to 3 */
  callkit: ({ sdkAppId, userId, userSig }) => ({
    language: 'kotlin',
    install: 'api(project(":tuicallkit-kt")), copied with atomic_x from https://github.com/Tencent-RTC/TUIKit_Android',
    source: 'https://trtc.io/document/50991',
    code: `import android.content.Context
import android.util.Log
import com.tencent.qcloud.tuicore.TUILogin
import com.tencent.qcloud.tuicore.interfaces.TUICallback

fun loginCallKit(context: Context) {
    val sdkAppId = ${kotlinInt(sdkAppId)}
    val userId = ${kotlinString(userId)}
    val userSig = ${kotlinString(userSig)}
    TUILogin.login(context, sdkAppId, userId, userSig, object : TUICallback() {
        override fun onSuccess() {
            Log.i("TUICallKit", "ready for calls")
        }

        override fun onError(errorCode: Int, errorMessage: String?) {
            Log.e("TUICallKit", "login failed: $errorCode $errorMessage")
        }
    })
}`,
  }),
}

function paramLines(input: SnippetInput, remarks: Remarks): string {
  const role = { anchor: 'TRTCCloudDef.TRTCRoleAnchor', audience: 'TRTCCloudDef.TRTCRoleAudience' }
  const fields = trtcFields(input, remarks, { string: kotlinString, int: kotlinInt, role })
  return fieldLines(fields, ({ name, value }) => {
    const cast = value.endsWith('.toInt()') ? ` // ${remarks.javaInt}` : ''
    return `        ${name} = ${value}${cast}`
  })
}
