import { jsString } from './literals.ts'
import type { Remarks } from './remarks.ts'
import type { SnippetInput, Snippets } from './snippet.ts'
import { fieldLines, trtcFields } from './trtc-fields.ts'

/** Source: index.d.ts of each package, against which a test compiles them. */
export const web: Snippets = {
  chat: ({ sdkAppId, userId, userSig }, remarks) => ({
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
  // ${remarks.expired}
  .catch(({ code, message }) => console.error('login failed:', code, message))`,
  }),

  trtc: (input, remarks) => ({
    language: 'ts',
    install: 'npm install trtc-sdk-v5',
    source: 'https://web.sdk.qcloud.com/trtc/webrtc/v5/doc/en/TRTC.html#enterRoom',
    code: `import TRTC from 'trtc-sdk-v5'

const trtc = TRTC.create()

trtc
  .enterRoom({
${enterRoomFields(input, remarks)}
  })
  .then(() => console.log('in the room'))
  // ${remarks.extraCode}
  .catch(({ code, extraCode, message }) => console.error('enterRoom failed:', code, extraCode, message))`,
  }),

  callkit: ({ sdkAppId, userId, userSig }, remarks) => ({
    language: 'ts',
    install: 'npm install @tencentcloud/call-uikit-react',
    source: 'https://trtc.io/document/51015',
    code: `import { TUICallKitServer } from '@tencentcloud/call-uikit-react'

// ${remarks.otherCallKit}
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
function enterRoomFields(input: SnippetInput, remarks: Remarks): string {
  const role = { anchor: 'TRTC.TYPE.ROLE_ANCHOR', audience: 'TRTC.TYPE.ROLE_AUDIENCE' }
  const scene = input.role ? [{ name: 'scene', value: 'TRTC.TYPE.SCENE_LIVE' }] : []
  const fields = [...trtcFields(input, remarks, { string: jsString, role }), ...scene]
  return fieldLines(fields, ({ name, value }) => `    ${name}: ${value},`)
}
