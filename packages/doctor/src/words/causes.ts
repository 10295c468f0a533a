import type { Text } from '../language.ts'

/** What may be behind a code or a message: what is the case, and the next step. */
interface CauseWords {
  readonly message: Text
  readonly action: Text
}

/**
 * Causes that no ticket shows by itself. Each was met in a public report or stands in a document of Tencent's; the tables of
 * codes name them in order of likelihood.
 */
export const CAUSES = {
  ticket_expired: {
    message: {
      en: 'The client used a UserSig whose lifetime was over, such as one that it had stored.',
      zh: '客户端使用的 UserSig 已经过期，例如之前保存下来的。',
    },
    action: {
      en: 'Fetch a new UserSig before each login, and log in with it.',
      zh: '每次登录前向业务服务端重新获取 UserSig，再用它登录。',
    },
  },
  lifetime_wrong: {
    message: {
      en: 'It was signed for too short a time: expire is a duration in seconds, and 0 ends at once.',
      zh: '签发时的有效期太短：expire 是以秒为单位的时长，0 表示立即过期。',
    },
    action: { en: 'Sign with expire: 86400 for a day, or more.', zh: '签发时使用 expire: 86400（一天）或更长。' },
  },
  kicked: {
    message: {
      en: 'The user was kicked through the REST API: that ends every UserSig issued before it, whatever its lifetime.',
      zh: '用户被 REST API 踢下线：在此之前签发的 UserSig 全部失效，与有效期无关。',
    },
    action: {
      en: 'Issue a new UserSig, at least a second after the kick, and log in with it.',
      zh: '踢下线至少一秒之后重新签发 UserSig，再用它登录。',
    },
  },
  clock_wrong: {
    message: {
      en: 'The clock of the server that signs is wrong.',
      zh: '签发服务器的时钟不准。',
    },
    action: { en: 'Set it by NTP and issue again.', zh: '用 NTP 校时后重新签发。' },
  },
  ticket_spoiled: {
    message: {
      en: 'The UserSig was cut off or changed on its way: in a database column, a URL, a log, or by re-encoding.',
      zh: 'UserSig 在途中被截断或改动：数据库字段、URL、日志，或者重新编码。',
    },
    action: {
      en: 'Compare its length where it is signed and where the client uses it; paste both here.',
      zh: '比较签发处和客户端使用处的长度，并把两处的内容粘贴到这里。',
    },
  },
  not_the_ticket: {
    message: {
      en: 'The client passed something else: the whole JSON answer, a promise, another token.',
      zh: '客户端传入的不是 UserSig：整个 JSON 响应、Promise 对象，或者别的 Token。',
    },
    action: {
      en: 'Log the type and the length of what the login gets; pass the string userSig alone.',
      zh: '打印登录时传入的值的类型和长度；只传入字符串 userSig。',
    },
  },
  wrong_packing: {
    message: {
      en: 'The generator packs the UserSig in another way, as without zlib or with another base64.',
      zh: '生成器的打包方式不对，例如没有用 zlib 压缩，或者用了另一种 base64。',
    },
    action: {
      en: 'Paste a UserSig of it here: the diagnosis names the wrong step.',
      zh: '把它生成的 UserSig 粘贴到这里，诊断会指出哪一步不对。',
    },
  },
  other_key: {
    message: {
      en: 'It was signed with another key: that of another SDKAppID, or one that was replaced in the console.',
      zh: '签发时用了另一个密钥：属于另一个 SDKAppID，或者在控制台已被更换。',
    },
    action: {
      en: 'Copy the SDKSecretKey of the very SDKAppID that the client uses from the Tencent console.',
      zh: '从腾讯云控制台复制客户端所用的那个 SDKAppID 的 SDKSecretKey。',
    },
  },
  key_spoiled: {
    message: {
      en: 'The key was changed on its way into the program: quotes, white space, upper case, or the cloud API key (AKID…) in its place.',
      zh: '密钥进入程序时被改动：多了引号或空白，变成大写，或者误用了云 API 密钥（AKID…）。',
    },
    action: {
      en: 'Print its length: an SDKSecretKey has 64 lower-case hexadecimal digits.',
      zh: '打印密钥长度：SDKSecretKey 是 64 位小写十六进制字符。',
    },
  },
  old_key_pair: {
    message: {
      en: 'The key is from the old public and private key pair (ECDSA), not the SDKSecretKey for HMAC-SHA256.',
      zh: '用的是旧的公私钥（ECDSA），而不是 HMAC-SHA256 的 SDKSecretKey。',
    },
    action: {
      en: 'Upgrade the application in the Tencent console, and sign with the key that it then shows.',
      zh: '在腾讯云控制台升级签名算法，再使用升级后显示的密钥签发。',
    },
  },
  other_file: {
    message: {
      en: 'Another copy of GenerateTestUserSig is in use than the one that was edited, as in a dist folder.',
      zh: '修改的不是实际使用的那一份 GenerateTestUserSig 文件，例如 dist 目录里还有一份。',
    },
    action: {
      en: 'Search the project for SDKAPPID and SECRETKEY, and rebuild.',
      zh: '在整个项目里搜索 SDKAPPID 和 SECRETKEY，修改后重新编译。',
    },
  },
  wrong_recipe: {
    message: {
      en: 'The key is right, but the signed text is not: order, line ends, or a field that differs.',
      zh: '密钥正确，但被签名的文本不对：字段顺序、换行符，或者某个字段的值不同。',
    },
    action: {
      en: 'Paste the UserSig here together with the key: the diagnosis names the wrong line.',
      zh: '把 UserSig 和密钥一起交给诊断，它会指出哪一行不对。',
    },
  },
  release_build: {
    message: {
      en: "It works in debug and fails in release builds: Tencent's Swift GenerateTestUserSig computes garbage when it is optimised (Xcode 26).",
      zh: '调试正常，Release 失败：腾讯的 Swift 版 GenerateTestUserSig 在优化编译（Xcode 26）时会算出错误的签名。',
    },
    action: {
      en: 'Let your server sign. For a trial, take the file of a version that was repaired.',
      zh: '改由业务服务端签发；试用时换成已修复版本的文件。',
    },
  },
  other_user: {
    message: {
      en: 'The login names another UserID than the one that the UserSig was issued for.',
      zh: '登录时的 UserID 与签发 UserSig 的 UserID 不是同一个。',
    },
    action: {
      en: 'Pass the userId that your server answers together with the userSig.',
      zh: '使用业务服务端和 userSig 一起返回的 userId 登录。',
    },
  },
  user_spelled: {
    message: {
      en: 'The two UserIDs differ in case, white space, or a prefix.',
      zh: '两个 UserID 的大小写、空白或前缀不同。',
    },
    action: { en: 'Compare them character by character.', zh: '逐个字符比较。' },
  },
  old_ticket: {
    message: {
      en: 'The app kept the UserSig of the user who was logged in before.',
      zh: '应用保留了上一个登录用户的 UserSig。',
    },
    action: { en: 'Clear it at the logout and fetch a new one.', zh: '登出时清除它，登录时重新获取。' },
  },
  hard_coded_app: {
    message: {
      en: 'A second SDKAppID is fixed inside a component, such as 1400188366 in TRTCCalling.js of the demos.',
      zh: '某个组件里写死了另一个 SDKAppID，例如示例代码 TRTCCalling.js 里的 1400188366。',
    },
    action: {
      en: 'Search the client for SDKAppID and for 1400, and use one value everywhere.',
      zh: '在客户端代码里搜索 SDKAppID 和 1400，全部改成同一个值。',
    },
  },
  other_app: {
    message: {
      en: 'The server signs for one application and the client starts with another, as with test and production.',
      zh: '服务端签发用的应用与客户端初始化用的应用不同，例如测试环境和正式环境混用。',
    },
    action: {
      en: 'Let the client use the sdkAppId that your server answers.',
      zh: '客户端使用业务服务端返回的 sdkAppId。',
    },
  },
  app_id_wrong: {
    message: {
      en: 'The SDKAppID is not one of this service: a digit too many or too few, another account, or the APPID of the cloud account.',
      zh: 'SDKAppID 不对：多一位或少一位，属于另一个账号，或者误用了云账号的 APPID。',
    },
    action: {
      en: 'Copy it from the page of the application in the console of Chat or TRTC.',
      zh: '从即时通信 IM 或 TRTC 控制台的应用页面复制。',
    },
  },
  app_id_missing: {
    message: {
      en: 'The SDKAppID is not set: SDKAPPID is still 0 in GenerateTestUserSig, or it was not passed when the SDK was created.',
      zh: 'SDKAppID 没有设置：GenerateTestUserSig 里的 SDKAPPID 还是 0，或者创建 SDK 时没有传入。',
    },
    action: {
      en: 'Pass the SDKAppID of your application, as a number, when the SDK is created.',
      zh: '创建 SDK 实例时以数字类型传入自己应用的 SDKAppID。',
    },
  },
  other_region: {
    message: {
      en: 'The application lives in another data centre than the one that was asked.',
      zh: '应用所在的数据中心与请求的不同。',
    },
    action: {
      en: 'Use the hosts of its region, such as adminapisgp.im.qcloud.com for Singapore.',
      zh: '使用所在地域的域名，例如新加坡为 adminapisgp.im.qcloud.com。',
    },
  },
  login_parameter_wrong: {
    message: {
      en: 'One of key, SDKAppID, UserID and UserSig is empty or wrong; the most common is the key.',
      zh: '密钥、SDKAppID、UserID、UserSig 之一为空或不对，最常见的是密钥填错。',
    },
    action: {
      en: 'Check in this order: key of 64 digits, SDKAppID as a number that is not 0, UserID as text, UserSig as a string.',
      zh: '依次检查：密钥 64 位，SDKAppID 是非 0 的数字，UserID 是字符串，UserSig 是字符串。',
    },
  },
  auto_login: {
    message: {
      en: 'autoLogin restored a session without its UserSig; what needs one, such as an upload, then fails.',
      zh: 'autoLogin 恢复的会话里没有 UserSig，需要它的操作（例如上传图片）随后失败。',
    },
    action: {
      en: 'Call login with a new UserSig at each start of the app, in place of autoLogin.',
      zh: '每次启动应用时用新的 UserSig 调用 login，不要使用 autoLogin。',
    },
  },
  admin_missing: {
    message: {
      en: 'The identifier of the call is not an administrator of this application, or the UserSig is not that of the administrator.',
      zh: '请求里的 identifier 不是这个应用的管理员，或者 UserSig 不是管理员的。',
    },
    action: {
      en: 'Use identifier=administrator (or an admin that you set in the console) and a UserSig issued for that very name.',
      zh: '使用 identifier=administrator（或控制台里设置的其他管理员），并为同一个名字签发 UserSig。',
    },
  },
  account_missing: {
    message: {
      en: 'The account does not exist: the user never logged in and was not imported, or the UserID is misspelled.',
      zh: '账号不存在：该用户从未登录，也没有导入，或者 UserID 拼写错误。',
    },
    action: {
      en: 'Import it with account_import, or let the user log in once; compare the UserID, case included.',
      zh: '用 account_import 导入，或者让该用户登录一次；核对 UserID，注意大小写。',
    },
  },
  rest_url_wrong: {
    message: {
      en: 'The URL of the call is not right: identifier and usersig do not belong together, or usersig was not URL-encoded.',
      zh: '请求 URL 不对：identifier 与 usersig 不是一对，或者 usersig 没有做 URL 编码。',
    },
    action: {
      en: 'Print the URL; issue usersig for the identifier in it, and encode it once.',
      zh: '打印完整 URL；为其中的 identifier 签发 usersig，并只做一次 URL 编码。',
    },
  },
  credential_parameters: {
    message: {
      en: 'The UserSig of the call was made from other values: UserID, SDKAppID or key do not belong together.',
      zh: '请求里的 UserSig 与其他参数不一致：UserID、SDKAppID、密钥不是一套。',
    },
    action: {
      en: 'Issue it anew for the identifier of the call, with the key of this SDKAppID, by HMAC-SHA256.',
      zh: '为请求里的 identifier，用这个 SDKAppID 的密钥，以 HMAC-SHA256 方式重新签发。',
    },
  },
  network: {
    message: {
      en: 'The network failed or was too slow; the ticket has nothing to do with it.',
      zh: '网络不通或太慢，与票据无关。',
    },
    action: {
      en: 'Check network, proxy and firewall of the device, then try again with a pause.',
      zh: '检查设备的网络、代理和防火墙，间隔一段时间后重试。',
    },
  },
  sdk_old: {
    message: { en: 'It is a known fault of an old version of the SDK.', zh: '这是旧版本 SDK 的已知问题。' },
    action: { en: 'Update the SDK to its latest version.', zh: '把 SDK 升级到最新版本。' },
  },
  sdk_compiled: {
    message: {
      en: 'The build compiles the SDK or the generator once more, as Taro does, so that it is broken: no event comes, or a property is missing.',
      zh: '构建工具把 SDK 或签名库又编译了一遍，导致事件不触发或对象缺失。',
    },
    action: {
      en: 'Keep the files of the SDK out of the compiler (exclude), and rebuild.',
      zh: '在构建配置里排除 SDK 文件，不再编译，然后重新构建。',
    },
  },
  live_domain: {
    message: {
      en: 'No domain to push to or to play from is set up for live streaming: the ticket has nothing to do with it.',
      zh: '没有配置直播的推流域名或播放域名，与票据无关。',
    },
    action: {
      en: 'Add both domains in the console of live streaming, bind them to the application, and try again.',
      zh: '在云直播控制台添加推流域名和已备案的播放域名，绑定到应用后再试。',
    },
  },
  live_component: {
    message: {
      en: 'The mini program may not use live-pusher and live-player, or they could not be drawn.',
      zh: '小程序没有开通实时播放和录制音视频流的组件权限，或者组件渲染失败。',
    },
    action: {
      en: 'Switch the two components on in the console of the mini program: development, interface settings.',
      zh: '在小程序后台“开发管理、接口设置”里打开这两项组件权限。',
    },
  },
  room_full: {
    message: {
      en: 'The room takes no more users who send audio or video.',
      zh: '房间里发送音视频的人数已达上限。',
    },
    action: {
      en: 'Enter as audience, or wait until somebody leaves.',
      zh: '以观众身份进房，或等有人退出。',
    },
  },
  sdk_state: {
    message: {
      en: 'The SDK kept the state of an earlier login, as after a kick, a second init, or in old versions; the new UserSig itself is good.',
      zh: 'SDK 保留了之前的登录状态，例如被踢之后、重复 init，或旧版本的问题；新的 UserSig 本身没有问题。',
    },
    action: {
      en: 'Log out, initialise the SDK once, log in with a new UserSig; update the SDK.',
      zh: '先登出，只初始化一次 SDK，再用新的 UserSig 登录；并升级 SDK。',
    },
  },
  not_initialised: {
    message: {
      en: 'login was called before the initialisation of the SDK was done.',
      zh: 'SDK 初始化完成之前就调用了 login。',
    },
    action: {
      en: 'Initialise with the SDKAppID once, wait for it, then log in.',
      zh: '先用 SDKAppID 初始化一次，等初始化完成后再登录。',
    },
  },
  not_logged_in: {
    message: {
      en: 'A call was made before the login was done, or after the user was logged out or kicked.',
      zh: '在登录完成之前，或者在登出、被踢之后调用了接口。',
    },
    action: {
      en: 'Await the login, and the event that says the SDK is ready, before any other call.',
      zh: '等登录成功以及 SDK ready 事件之后再调用其他接口。',
    },
  },
  ticket_missing: {
    message: {
      en: 'The UserSig is empty or undefined: the app did not wait for the answer of your server, or read another field of it.',
      zh: 'UserSig 为空或 undefined：没有等业务服务端返回，或者取错了字段。',
    },
    action: {
      en: 'Await the answer, then pass its userSig; check that it is a string.',
      zh: '等返回之后再传入其中的 userSig，并确认它是字符串。',
    },
  },
  ticket_refused: {
    message: {
      en: 'The UserSig was refused (-100018): it has expired, is for another UserID or SDKAppID, or was signed with another key.',
      zh: 'UserSig 校验未通过（-100018）：已过期，属于另一个 UserID 或 SDKAppID，或者用了另一个密钥签发。',
    },
    action: {
      en: 'Paste the UserSig here, with the UserID, the SDKAppID and the key: the diagnosis tells which.',
      zh: '把 UserSig 连同 UserID、SDKAppID 和密钥一起交给诊断，它会指出是哪一种。',
    },
  },
  trtc_not_activated: {
    message: {
      en: 'TRTC is not activated for this SDKAppID, as when the application was created in the console of Chat.',
      zh: '这个 SDKAppID 没有开通实时音视频 TRTC，例如应用是在即时通信 IM 控制台创建的。',
    },
    action: {
      en: 'Activate TRTC for the application in the Tencent console and wait some minutes.',
      zh: '在腾讯云控制台为该应用开通实时音视频 TRTC，等待几分钟生效。',
    },
  },
  room_kind: {
    message: {
      en: 'The room does not fit: a string where a number is wanted, a leading 0, out of 1 to 4294967294, or characters that are not allowed.',
      zh: '房间号不对：需要数字时传了字符串，带前导 0，超出 1 至 4294967294，或者含有不允许的字符。',
    },
    action: {
      en: 'Pass roomId as a number, or strRoomId as a string where the SDK supports it; all members must use the same kind.',
      zh: 'roomId 传数字；SDK 支持时才用字符串 strRoomId；同一房间的所有成员必须用同一种。',
    },
  },
  room_key_missing: {
    message: {
      en: 'Advanced permission control is on for the application, and no PrivateMapKey was passed.',
      zh: '应用开启了高级权限控制，但进房时没有传 PrivateMapKey。',
    },
    action: {
      en: 'Pass a PrivateMapKey for this room, or switch advanced permission control off in the console.',
      zh: '为该房间传入 PrivateMapKey，或者在控制台关闭高级权限控制。',
    },
  },
  room_key_wrong: {
    message: {
      en: 'The PrivateMapKey has expired, or is for another room or user.',
      zh: 'PrivateMapKey 已过期，或者属于另一个房间或用户。',
    },
    action: {
      en: 'Issue it for this user and this room, and renew it before it ends.',
      zh: '为该用户和该房间签发，并在到期前续期。',
    },
  },
  user_id_odd: {
    message: {
      en: 'The UserID is empty, too long, or has characters that the product does not take, such as Chinese.',
      zh: 'UserID 为空、过长，或者含有该产品不接受的字符，例如中文。',
    },
    action: {
      en: 'Use 1 to 32 bytes: letters, digits, "_" and "-"; toUserId() maps any identifier.',
      zh: '使用 1 至 32 字节的字母、数字、下划线和连字符；toUserId() 可以转换任何标识。',
    },
  },
  domain_list: {
    message: {
      en: 'The domain is not on the allow list of the mini program; it works only while the check is off in the developer tools.',
      zh: '域名不在小程序的服务器域名列表里；只有在开发者工具里关闭域名校验或打开调试时才能用。',
    },
    action: {
      en: 'Add the domains of the SDK and of your server to the server domain names of the mini program.',
      zh: '在微信公众平台把 SDK 和业务服务端的域名加入服务器域名。',
    },
  },
  another_ticket_sent: {
    message: {
      en: 'The ticket here is right, so the login that failed used another one: an older one, or one of another server.',
      zh: '这里的票据没有问题，失败的那次登录用的是另一张：更早的，或者来自另一个服务端。',
    },
    action: {
      en: 'Log the length and the first 12 characters of the UserSig at the login itself, and compare.',
      zh: '在登录处打印 UserSig 的长度和前 12 个字符，与这张比较。',
    },
  },
  generator_not_loaded: {
    message: {
      en: 'The generator lib-generate-test-usersig was not loaded, or as another kind of module than the code expects.',
      zh: 'lib-generate-test-usersig 没有加载，或者模块格式与代码不符。',
    },
    action: {
      en: 'Load lib-generate-test-usersig.min.js by a script tag before it is used, or import the -es build; for a trial, createTestUserSig of @usersig/core/debug does the same.',
      zh: '在使用之前用 script 标签加载 lib-generate-test-usersig.min.js，或者 import -es 版本；试用时也可以用 @usersig/core/debug 的 createTestUserSig。',
    },
  },
  generator_broken: {
    message: {
      en: 'The bundler broke the generator of test tickets: its Buffer or zlib was replaced, or SDKAPPID and SECRETKEY are not set.',
      zh: '打包工具破坏了测试票据生成器：Buffer 或 zlib 被替换，或者没有填写 SDKAPPID 和 SECRETKEY。',
    },
    action: {
      en: 'Set SECRETKEY as a text and SDKAPPID as a number; better, let your server sign.',
      zh: 'SECRETKEY 填字符串，SDKAPPID 填数字；更好的办法是由业务服务端签发。',
    },
  },
  params_not_class: {
    message: {
      en: 'enterRoom got a plain object where the SDK wants its own class TRTCParams.',
      zh: 'enterRoom 收到的是普通对象，而 SDK 需要 TRTCParams 的实例。',
    },
    action: { en: 'Create it with new TRTCParams(…).', zh: '用 new TRTCParams(…) 创建。' },
  },
  key_not_created: {
    message: {
      en: 'The application has no SDKSecretKey: it was never created, or an old application was not upgraded.',
      zh: '应用还没有 SDKSecretKey：没有创建过，或者旧应用没有升级。',
    },
    action: {
      en: 'Create the key of the application in the Tencent console; an old application may need the upgrade to HMAC-SHA256.',
      zh: '在腾讯云控制台为应用创建密钥；旧应用可能需要升级到 HMAC-SHA256。',
    },
  },
  arguments_swapped: {
    message: {
      en: 'SDKAppID and key were passed in the wrong order.',
      zh: 'SDKAppID 和密钥的顺序传反了。',
    },
    action: {
      en: 'Pass the SDKAppID first, as a number, and the SDKSecretKey second, as text.',
      zh: '第一个参数传 SDKAppID（数字），第二个参数传 SDKSecretKey（字符串）。',
    },
  },
  webhook_signature: {
    message: {
      en: 'The signature of a webhook is checked with another key, or over another text: TRTC signs the raw body with the key of the webhook settings, not with the SDKSecretKey.',
      zh: '回调验签用错了密钥或文本：TRTC 用回调设置里的密钥对原始请求体签名，不是用 SDKSecretKey。',
    },
    action: {
      en: 'Compare base64(HMAC-SHA256(key, raw body)) with the header Sign, before the body is parsed; for Chat, SHA-256 of its token and RequestTime with the parameter Sign.',
      zh: '在解析之前，用 base64(HMAC-SHA256(密钥, 原始请求体)) 与请求头 Sign 比较；IM 回调则用 token 与 RequestTime 拼接后的 SHA-256 与参数 Sign 比较。',
    },
  },
  browser_unsupported: {
    message: {
      en: 'The browser does not do what the SDK needs; the ticket has nothing to do with it.',
      zh: '浏览器不支持 SDK 所需的能力，与票据无关。',
    },
    action: {
      en: 'Use HTTPS and a browser that the SDK supports, and update the SDK.',
      zh: '使用 HTTPS 和 SDK 支持的浏览器，并升级 SDK。',
    },
  },
  cors: {
    message: {
      en: 'The browser did not let the page read the answer of your endpoint: the CORS headers are missing.',
      zh: '浏览器不允许页面读取接口的响应：缺少 CORS 响应头。',
    },
    action: {
      en: 'Answer with Access-Control-Allow-Origin for the origin of the page.',
      zh: '在响应里为页面的来源返回 Access-Control-Allow-Origin。',
    },
  },
} as const satisfies Record<string, CauseWords>

/** Name of a cause. */
export type CauseCode = keyof typeof CAUSES
