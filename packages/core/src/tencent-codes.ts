/**
 * Which program answers a code: Tencent's servers, the REST API, the Chat SDKs in general or the one for the web, the
 * TRTC SDK for the web (5 or 4), or the native ones.
 */
export type TencentErrorSource =
  | 'server'
  | 'rest'
  | 'chat-client'
  | 'chat-web'
  | 'trtc-web'
  | 'trtc-web-v4'
  | 'trtc-native'

/** What one code means where. */
export interface TencentErrorExplanation {
  /** The code as it is answered; those of the native SDKs are negative. */
  readonly code: number
  /** Which program answers it. */
  readonly source: TencentErrorSource
  /** What happened. */
  readonly meaning: string
  /** What to do. */
  readonly action: string
  /** The page, pages or file of Tencent's that say so. */
  readonly document: string
}

const ACCOUNT_CODES = 'cloud.tencent.com/document/product/679/131708'
const REST_API = 'cloud.tencent.com/document/product/269/3853'
const CHAT_PLANS = 'tencentcloud.com/zh/document/product/1047/47971; trtc.io/document/48867'
const CHAT_LOGIN = 'trtc.io/document/47971'
const CHAT_CODES = 'cloud.tencent.com/doc/product/269/1671'
const CHAT_SDK = 'trtc.io/document/47970; @tencentcloud/chat index.js'
const TRTC_WEB = 'web.sdk.qcloud.com/trtc/webrtc/doc/en/module-ERROR_CODE.html'
const TRTC_WEB_V4 = 'web.sdk.qcloud.com/trtc/webrtc/doc/en/module-ErrorCode.html'
const TRTC_NATIVE = 'trtc.io/document/35142'

type Row = readonly [code: number, meaning: string, action: string]

function table(source: TencentErrorSource, document: string, rows: readonly Row[]): TencentErrorExplanation[] {
  return rows.map(([code, meaning, action]) => ({ code, source, meaning, action, document }))
}

const NEW_TICKET = 'Fetch a new UserSig from your server, and log in with it.'
const CHECK_KEY = 'Sign with the SDKSecretKey of the very SDKAppID that the client uses.'
const WHOLE_TICKET = 'Pass the UserSig as it was issued: nothing cut off, URL-encoded or re-encoded on its way.'
const SAME_USER = 'Issue the UserSig for the UserID that logs in; case matters.'
const SAME_APP = 'Use one SDKAppID for signing and in the client.'
const PAY = 'Look at the state and the balance of the application in the Tencent console.'
const ADMIN = 'Call with the UserID and the UserSig of an administrator, as set in the Tencent console.'

// Called, so that a bundler may leave all of it out.
export const TENCENT_CODES: readonly TencentErrorExplanation[] = /* @__PURE__ */ (() => [
  ...table('server', ACCOUNT_CODES, [
    [
      70001,
      'The UserSig has expired.',
      `${NEW_TICKET} If it expires at once, look at the lifetime and at the clock of the signing server.`,
    ],
    [70003, 'The UserSig could not be read: it is cut off or not a UserSig.', WHOLE_TICKET],
    [70009, 'The signature of the UserSig is wrong: it was signed with another key.', CHECK_KEY],
    [70013, 'The UserSig is for another UserID.', SAME_USER],
    [70014, 'The UserSig is for another SDKAppID.', SAME_APP],
    [
      70016,
      'The application has no key.',
      'Create the key of the application in the Tencent console; an old one may need the upgrade to HMAC-SHA256.',
    ],
    [
      70020,
      'The SDKAppID is not known: it may live in another data centre.',
      'Compare the SDKAppID with the Tencent console, and use the hosts of its region.',
    ],
    [
      70050,
      'The check failed, and there were too many attempts.',
      'Repair the cause of the failures before, and try again after a minute.',
    ],
    [70051, 'The UserID is blacklisted.', 'Take the UserID off the blacklist, or log in as another user.'],
    [70107, 'The UserID does not exist in this application.', 'Import the account first, or log in with it once.'],
    [70402, 'A parameter is not valid.', 'Compare the parameters with the documentation of the call.'],
    [70403, 'Only an administrator may do this.', ADMIN],
  ]),
  // The servers answer them; the page of the web SDK alone tells what they mean.
  ...table('server', TRTC_WEB_V4, [
    [70002, 'The UserSig is empty.', 'Pass the UserSig that your server issued, and wait for it before the login.'],
    [70004, 'The UserSig could not be read: it is cut off or not a UserSig.', WHOLE_TICKET],
    [70005, 'The UserSig did not pass its check.', `Take it apart with usersig doctor. ${WHOLE_TICKET}`],
    [70006, 'The UserSig did not pass its check.', `Take it apart with usersig doctor. ${WHOLE_TICKET}`],
  ]),
  ...table('rest', REST_API, [[60010, 'Only an administrator may do this.', ADMIN]]),
  ...table('rest', ACCOUNT_CODES, [
    [60015, 'A UserID is not a string.', 'Write UserIDs in quotes in the JSON of the request.'],
  ]),
  ...table('rest', CHAT_PLANS, [[60020, 'The plan of the application is missing or has expired.', PAY]]),
  ...table('chat-client', CHAT_CODES, [
    [
      6014,
      'The client is not logged in.',
      'Wait until the login is done, and log in again after the client was kicked out.',
    ],
    [6206, 'The UserSig had expired at the login.', NEW_TICKET],
    [
      6208,
      'The user was kicked out by a login on another device.',
      'Tell the user, and log in again only when the user asks for it.',
    ],
    [7501, 'A login is already in progress.', 'Wait for it, in place of a second one.'],
  ]),
  ...table('chat-client', CHAT_LOGIN, [[7003, 'The UserID is not valid.', 'Use 1 to 32 bytes of printable ASCII.']]),
  ...table('chat-web', CHAT_SDK, [
    [
      3002,
      'The user was kicked out by a login on another device.',
      'Tell the user, and log in again only when the user asks for it.',
    ],
    [
      3003,
      'The user was kicked out by a login of the same user on another page.',
      'Tell the user. How many pages one user may have open at once is set in the Tencent console.',
    ],
    [3004, 'The user was kicked out: the UserSig has expired.', NEW_TICKET],
    [
      3006,
      'The user was kicked out through the REST API, which ends all earlier tickets.',
      'Log in with a new UserSig if the user may come back.',
    ],
  ]),
  ...table('trtc-web', TRTC_WEB, [
    [5000, 'A parameter is not valid.', 'The message names it; compare with the documentation of the call.'],
    [5012, 'roomId is out of range.', 'Use an integer from 1 to 4294967294.'],
    [5013, 'strRoomId is not a string.', 'Pass a string, or a number as roomId, which is a different room.'],
    [5015, 'No room was given.', 'Pass roomId or strRoomId.'],
    [5016, 'roomId is not a number.', 'Pass a number, or a string as strRoomId, which is a different room.'],
    [5400, 'The server refused.', 'Look at extraCode of the error: it holds the code of the server, such as 70009.'],
    [-100013, 'The application is out of money.', PAY],
  ]),
  ...table('trtc-web-v4', TRTC_WEB_V4, [
    [-8, 'The SDKAppID is wrong.', 'Copy it from the Tencent console, and pass it as a number.'],
  ]),
  ...table('trtc-native', TRTC_NATIVE, [
    [-3317, 'The SDKAppID is not valid.', 'Copy it from the Tencent console, and pass it as a number.'],
    [-3318, 'The room is not valid.', 'Use an integer from 1 to 4294967294, or 1 to 64 documented characters.'],
    [-3319, 'The UserID is not valid.', 'Use 1 to 32 bytes: letters, digits, "_" and "-".'],
    [-3320, 'The UserSig is empty or not valid.', `Wait for the UserSig before you enter. ${WHOLE_TICKET}`],
    [
      -100006,
      'The PrivateMapKey did not pass its check.',
      'With advanced permission control switched on, every user needs a PrivateMapKey for this very room that has not expired.',
    ],
    [-100013, 'The application is suspended.', PAY],
    [
      -100018,
      'The UserSig did not pass its check: it has expired, or was signed with another key.',
      `${NEW_TICKET} ${CHECK_KEY}`,
    ],
  ]),
])()
