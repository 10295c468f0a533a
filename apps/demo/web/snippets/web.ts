import { jsString } from './literals.ts'
import { EXPIRED } from './remarks.ts'
import type { SnippetInput, Snippets } from './snippet.ts'
import { fieldLines, trtcFields } from './trtc-fields.ts'

/** Source: index.d.ts of each package, against which a test compiles them. */
export const web: Snippets = {
  chat: ({ sdkAppId, userId, userSig }) => ({
    language: 'ts',
    install: 'npm install @tencentcloud/chat',
    source: 'https://trtc.io/document/47970',
    code: `import TencentCloudChat from '@tencentcloud/chat'

const chat = TencentCloudChat.create({ SDKAppID: ${sdkAppId} })

chat
  .login({
    userID: ${jsString(userId)},
    userSig: ${jsString(userSig)},
  })
  .then(() => console.log('logged in'))
  ${EXPIRED}
  .catch(({ code, message }) => console.error('login failed:', code, message))`,
  }),

  trtc: (input) => ({
    language: 'ts',
    install: 'npm install trtc-sdk-v5',
    source: 'https://web.sdk.qcloud.com/trtc/webrtc/v5/doc/en/TRTC.html#enterRoom',
    code: `import TRTC from 'trtc-sdk-v5'

const trtc = TRTC.create()

trtc
  .enterRoom({
${enterRoomFields(input)}
  })
  .then(() => console.log('in the room'))
  // 5400: the server refused, and extraCode says why.
  .catch(({ code, extraCode, message }) => console.error('enterRoom failed:', code, extraCode, message))`,
  }),

  // The newer edition for React and Vue has another name for the same: https://trtc.io/document/58484
  callkit: ({ sdkAppId, userId, userSig }) => ({
    language: 'ts',
    install: 'npm install @tencentcloud/call-uikit-react',
    source: 'https://trtc.io/document/51015',
    code: `import { TUICallKitServer } from '@tencentcloud/call-uikit-react'

// In the package @trtc/calls-uikit-react, say TUICallKitAPI. Calls show up where the app has <TUICallKit />.
TUICallKitServer.init({
  SDKAppID: ${sdkAppId},
  userID: ${jsString(userId)},
  userSig: ${jsString(userSig)},
})
  .then(() => console.log('ready for calls'))
  .catch((error) => console.error('init failed:', error))`,
  }),
}

/** A role counts in live rooms only. The types take no plain 'live' or 'anchor'. Source: https://trtc.io/document/59650 */
function enterRoomFields(input: SnippetInput): string {
  const role = { anchor: 'TRTC.TYPE.ROLE_ANCHOR', audience: 'TRTC.TYPE.ROLE_AUDIENCE' }
  const scene = input.role ? [{ name: 'scene', value: 'TRTC.TYPE.SCENE_LIVE' }] : []
  const fields = [...trtcFields(input, { string: jsString, role }), ...scene]
  return fieldLines(fields, ({ name, value }) => `    ${name}: ${value},`)
}
