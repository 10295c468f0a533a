import { dartString } from './literals.ts'
import type { Remarks } from './remarks.ts'
import type { SnippetInput, Snippets } from './snippet.ts'
import { fieldLines, trtcFields } from './trtc-fields.ts'

export const flutter: Snippets = {
  /** Source: https://trtc.io/document/46264 (pub), 47966 (initSDK) and 47969 (login) */
  chat: ({ sdkAppId, userId, userSig }, remarks) => ({
    language: 'dart',
    install: 'flutter pub add tencent_cloud_chat_sdk',
    source: 'https://trtc.io/document/47969',
    code: `import 'package:tencent_cloud_chat_sdk/enum/V2TimSDKListener.dart';
import 'package:tencent_cloud_chat_sdk/enum/log_level_enum.dart';
import 'package:tencent_cloud_chat_sdk/tencent_im_sdk_plugin.dart';

Future<void> loginChat() async {
  final init = await TencentImSDKPlugin.v2TIMManager.initSDK(
    sdkAppID: ${sdkAppId},
    loglevel: LogLevelEnum.V2TIM_LOG_INFO,
    listener: V2TimSDKListener(),
  );
  if (init.code != 0) {
    print('initSDK failed: \${init.code} \${init.desc}');
    return;
  }
  final login = await TencentImSDKPlugin.v2TIMManager.login(
    userID: ${dartString(userId)},
    userSig: ${dartString(userSig)},
  );
  // ${remarks.expired}
  print(login.code == 0 ? 'logged in' : 'login failed: \${login.code} \${login.desc}');
}`,
  }),

  /** The package tencent_trtc_cloud came before, with constants instead of enums. Source: https://trtc.io/document/64203 */
  trtc: (input, remarks) => ({
    language: 'dart',
    install: 'flutter pub add tencent_rtc_sdk',
    source: 'https://trtc.io/document/64203',
    code: `import 'package:tencent_rtc_sdk/trtc_cloud.dart';
import 'package:tencent_rtc_sdk/trtc_cloud_def.dart';
import 'package:tencent_rtc_sdk/trtc_cloud_listener.dart';

Future<void> enterRoom() async {
  final trtcCloud = await TRTCCloud.sharedInstance();
  trtcCloud.registerListener(TRTCCloudListener(
    // ${remarks.entered}
    onEnterRoom: (result) => print(result > 0 ? 'in the room' : 'enterRoom failed: $result'),
  ));
  trtcCloud.enterRoom(
    TRTCParams(
${paramLines(input, remarks)}
    ),
    ${input.role ? 'TRTCAppScene.live' : 'TRTCAppScene.videoCall'},
  );
}`,
  }),

  /** Source: https://trtc.io/document/54896, step 3; github.com/Tencent-RTC/TUIKit_Flutter, call/lib/src/tui_call_kit.dart */
  callkit: ({ sdkAppId, userId, userSig }, remarks) => ({
    language: 'dart',
    install: 'flutter pub add tencent_calls_uikit',
    source: 'https://trtc.io/document/54896',
    code: `import 'package:tencent_calls_uikit/tencent_calls_uikit.dart';

// ${remarks.observer}
Future<void> loginCallKit() async {
  final int sdkAppId = ${sdkAppId};
  final String userId = ${dartString(userId)};
  final String userSig = ${dartString(userSig)};
  final result = await TUICallKit.instance.login(sdkAppId, userId, userSig);
  if (result.errorCode == 0) {
    print('ready for calls');
  } else {
    print('login failed: \${result.errorCode} \${result.errorMessage}');
  }
}`,
  }),
}

function paramLines(input: SnippetInput, remarks: Remarks): string {
  const role = { anchor: 'TRTCRoleType.anchor', audience: 'TRTCRoleType.audience' }
  return fieldLines(
    trtcFields(input, remarks, { string: dartString, role }),
    ({ name, value }) => `      ${name}: ${value},`,
  )
}
