import type { CauseCode } from '../causes.ts'
import type { CauseWords } from '../words.ts'

/** Causes in Chinese: what is the case, and the next step. */
export const causes: Readonly<Record<CauseCode, CauseWords>> = {
  ticket_expired: {
    message: '客户端使用的 UserSig 已经过期，例如之前保存下来的。',
    action: '每次登录前向业务服务端重新获取 UserSig，再用它登录。',
  },
  lifetime_wrong: {
    message: '签发时的有效期太短：expire 是以秒为单位的时长，0 表示立即过期。',
    action: '签发时使用 expire: 86400（一天）或更长。',
  },
  kicked: {
    message: '用户被 REST API 踢下线：在此之前签发的 UserSig 全部失效，与有效期无关。',
    action: '踢下线至少一秒之后重新签发 UserSig，再用它登录。',
  },
  clock_wrong: {
    message: '签发服务器的时钟不准。',
    action: '用 NTP 校时后重新签发。',
  },
  ticket_spoiled: {
    message: 'UserSig 在途中被截断或改动：数据库字段、URL、日志，或者重新编码。',
    action: '比较签发处和客户端使用处的长度，并把两处的内容交给 doctor。',
  },
  not_the_ticket: {
    message: '客户端传入的不是 UserSig：整个 JSON 响应、Promise 对象，或者别的 Token。',
    action: '打印登录时传入的值的类型和长度；只传入字符串 userSig。',
  },
  wrong_packing: {
    message: '生成器的打包方式不对，例如没有用 zlib 压缩，或者用了另一种 base64。',
    action: '把它生成的 UserSig 交给 doctor，诊断会指出哪一步不对。',
  },
  other_key: {
    message: '签发时用了另一个密钥：属于另一个 SDKAppID，或者在控制台已被更换。',
    action: '从腾讯云控制台复制客户端所用的那个 SDKAppID 的 SDKSecretKey。',
  },
  key_spoiled: {
    message: '密钥进入程序时被改动：多了引号或空白，变成大写，或者误用了云 API 密钥（AKID…）。',
    action: '打印密钥长度：SDKSecretKey 是 64 位小写十六进制字符。',
  },
  old_key_pair: {
    message: '用的是旧的公私钥（ECDSA），而不是 HMAC-SHA256 的 SDKSecretKey。',
    action: '在腾讯云控制台升级签名算法，再使用升级后显示的密钥签发。',
  },
  other_file: {
    message: '修改的不是实际使用的那一份 GenerateTestUserSig 文件，例如 dist 目录里还有一份。',
    action: '在整个项目里搜索 SDKAPPID 和 SECRETKEY，修改后重新编译。',
  },
  wrong_recipe: {
    message: '密钥正确，但被签名的文本不对：字段顺序、换行符，或者某个字段的值不同。',
    action: '把 UserSig 和密钥一起交给诊断，它会指出哪一行不对。',
  },
  release_build: {
    message: '调试正常，Release 失败：腾讯的 Swift 版 GenerateTestUserSig 在优化编译（Xcode 26）时会算出错误的签名。',
    action: '改由业务服务端签发；试用时换成已修复版本的文件。',
  },
  other_user: {
    message: '登录时的 UserID 与签发 UserSig 的 UserID 不是同一个。',
    action: '使用业务服务端和 userSig 一起返回的 userId 登录。',
  },
  user_spelled: {
    message: '两个 UserID 的大小写、空白或前缀不同。',
    action: '逐个字符比较。',
  },
  old_ticket: {
    message: '应用保留了上一个登录用户的 UserSig。',
    action: '登出时清除它，登录时重新获取。',
  },
  hard_coded_app: {
    message: '某个组件里写死了另一个 SDKAppID，例如示例代码 TRTCCalling.js 里的 1400188366。',
    action: '在客户端代码里搜索 SDKAppID 和 1400，全部改成同一个值。',
  },
  other_app: {
    message: '服务端签发用的应用与客户端初始化用的应用不同，例如测试环境和正式环境混用。',
    action: '客户端使用业务服务端返回的 sdkAppId。',
  },
  app_id_wrong: {
    message: 'SDKAppID 不对：多一位或少一位，属于另一个账号，或者误用了云账号的 APPID。',
    action: '从即时通信 IM 或 TRTC 控制台的应用页面复制。',
  },
  app_id_missing: {
    message: 'SDKAppID 没有设置：GenerateTestUserSig 里的 SDKAPPID 还是 0，或者创建 SDK 时没有传入。',
    action: '创建 SDK 实例时以数字类型传入自己应用的 SDKAppID。',
  },
  app_id_text: {
    message: 'SDKAppID 是文本，而 SDK 需要数字。',
    action: '去掉引号；来自变量时用 Number(…) 转换。',
  },
  other_region: {
    message: '应用所在的数据中心与请求的不同。',
    action: '使用所在地域的域名，例如新加坡为 adminapisgp.im.qcloud.com。',
  },
  login_parameter_wrong: {
    message: '密钥、SDKAppID、UserID、UserSig 之一为空或不对，最常见的是密钥填错。',
    action: '依次检查：密钥 64 位，SDKAppID 是非 0 的数字，UserID 是字符串，UserSig 是字符串。',
  },
  auto_login: {
    message: 'autoLogin 恢复的会话里没有 UserSig，需要它的操作（例如上传图片）随后失败。',
    action: '每次启动应用时用新的 UserSig 调用 login，不要使用 autoLogin。',
  },
  admin_missing: {
    message: '请求里的 identifier 不是这个应用的管理员，或者 UserSig 不是管理员的。',
    action: '使用 identifier=administrator（或控制台里设置的其他管理员），并为同一个名字签发 UserSig。',
  },
  account_missing: {
    message: '账号不存在：该用户从未登录，也没有导入，或者 UserID 拼写错误。',
    action: '用 account_import 导入，或者让该用户登录一次；核对 UserID，注意大小写。',
  },
  rest_url_wrong: {
    message: '请求 URL 不对：identifier 与 usersig 不是一对，或者 usersig 没有做 URL 编码。',
    action: '打印完整 URL；为其中的 identifier 签发 usersig，并只做一次 URL 编码。',
  },
  credential_parameters: {
    message: '请求里的 UserSig 与其他参数不一致：UserID、SDKAppID、密钥不是一套。',
    action: '为请求里的 identifier，用这个 SDKAppID 的密钥，以 HMAC-SHA256 方式重新签发。',
  },
  network: {
    message: '网络不通或太慢，与票据无关。',
    action: '检查设备的网络、代理和防火墙，间隔一段时间后重试。',
  },
  sdk_old: {
    message: '这是旧版本 SDK 的已知问题。',
    action: '把 SDK 升级到最新版本。',
  },
  sdk_compiled: {
    message: '构建工具把 SDK 或签名库又编译了一遍，导致事件不触发或对象缺失。',
    action: '在构建配置里排除 SDK 文件，不再编译，然后重新构建。',
  },
  live_domain: {
    message: '没有配置直播的推流域名或播放域名，与票据无关。',
    action: '在云直播控制台添加推流域名和已备案的播放域名，绑定到应用后再试。',
  },
  live_component: {
    message: '小程序没有开通实时播放和录制音视频流的组件权限，或者组件渲染失败。',
    action: '在小程序后台“开发管理、接口设置”里打开这两项组件权限。',
  },
  room_full: {
    message: '房间里发送音视频的人数已达上限。',
    action: '以观众身份进房，或等有人退出。',
  },
  sdk_state: {
    message: 'SDK 保留了之前的登录状态，例如被踢之后、重复 init，或旧版本的问题；新的 UserSig 本身没有问题。',
    action: '先登出，只初始化一次 SDK，再用新的 UserSig 登录；并升级 SDK。',
  },
  not_initialised: {
    message: 'SDK 初始化完成之前就调用了 login。',
    action: '先用 SDKAppID 初始化一次，等初始化完成后再登录。',
  },
  not_logged_in: {
    message: '在登录完成之前，或者在登出、被踢之后调用了接口。',
    action: '等登录成功以及 SDK ready 事件之后再调用其他接口。',
  },
  ticket_missing: {
    message: 'UserSig 为空或 undefined：没有等业务服务端返回，或者取错了字段。',
    action: '等返回之后再传入其中的 userSig，并确认它是字符串。',
  },
  ticket_refused: {
    message: 'UserSig 校验未通过（-100018）：已过期，属于另一个 UserID 或 SDKAppID，或者用了另一个密钥签发。',
    action: '把 UserSig 连同 UserID、SDKAppID 和密钥一起交给诊断，它会指出是哪一种。',
  },
  trtc_not_activated: {
    message: '这个 SDKAppID 没有开通实时音视频 TRTC，例如应用是在即时通信 IM 控制台创建的。',
    action: '在腾讯云控制台为该应用开通实时音视频 TRTC，等待几分钟生效。',
  },
  room_kind: {
    message: '房间号不对：需要数字时传了字符串，带前导 0，超出 1 至 4294967294，或者含有不允许的字符。',
    action: 'roomId 传数字；SDK 支持时才用字符串 strRoomId；同一房间的所有成员必须用同一种。',
  },
  room_key_missing: {
    message: '应用开启了高级权限控制，但进房时没有传 PrivateMapKey。',
    action: '为该房间传入 PrivateMapKey，或者在控制台关闭高级权限控制。',
  },
  room_key_wrong: {
    message: 'PrivateMapKey 已过期，或者属于另一个房间或用户。',
    action: '为该用户和该房间签发，并在到期前续期。',
  },
  user_id_odd: {
    message: 'UserID 为空、过长，或者含有该产品不接受的字符，例如中文。',
    action: '使用 1 至 32 字节的字母、数字、下划线和连字符；toUserId() 可以转换任何标识。',
  },
  domain_list: {
    message: '域名不在小程序的服务器域名列表里；只有在开发者工具里关闭域名校验或打开调试时才能用。',
    action: '在微信公众平台把 SDK 和业务服务端的域名加入服务器域名。',
  },
  another_ticket_sent: {
    message: '这里的票据没有问题，失败的那次登录用的是另一张：更早的，或者来自另一个服务端。',
    action: '在登录处打印 UserSig 的长度和前 12 个字符，与这张比较。',
  },
  generator_not_loaded: {
    message: 'lib-generate-test-usersig 没有加载，或者模块格式与代码不符。',
    action:
      '在使用之前用 script 标签加载 lib-generate-test-usersig.min.js，或者 import -es 版本；试用时也可以用 @usersig/core/debug 的 createTestUserSig。',
  },
  generator_broken: {
    message: '打包工具破坏了测试票据生成器：Buffer 或 zlib 被替换，或者没有填写 SDKAPPID 和 SECRETKEY。',
    action: 'SECRETKEY 填字符串，SDKAPPID 填数字；更好的办法是由业务服务端签发。',
  },
  params_not_class: {
    message: 'enterRoom 收到的是普通对象，而 SDK 需要 TRTCParams 的实例。',
    action: '用 new TRTCParams(…) 创建。',
  },
  key_not_created: {
    message: '应用还没有 SDKSecretKey：没有创建过，或者旧应用没有升级。',
    action: '在腾讯云控制台为应用创建密钥；旧应用可能需要升级到 HMAC-SHA256。',
  },
  arguments_swapped: {
    message: 'SDKAppID 和密钥的顺序传反了。',
    action: '第一个参数传 SDKAppID（数字），第二个参数传 SDKSecretKey（字符串）。',
  },
  webhook_signature: {
    message: '回调验签用错了密钥或文本：TRTC 用回调设置里的密钥对原始请求体签名，不是用 SDKSecretKey。',
    action:
      '在解析之前，用 base64(HMAC-SHA256(密钥, 原始请求体)) 与请求头 Sign 比较；IM 回调则用 token 与 RequestTime 拼接后的 SHA-256 与参数 Sign 比较。',
  },
  browser_unsupported: {
    message: '浏览器不支持 SDK 所需的能力，与票据无关。',
    action: '使用 HTTPS 和 SDK 支持的浏览器，并升级 SDK。',
  },
  cors: {
    message: '浏览器不允许页面读取接口的响应：缺少 CORS 响应头。',
    action: '在响应里为页面的来源返回 Access-Control-Allow-Origin。',
  },
  web_page: {
    message: '返回的是网页，而不是 UserSig：地址不对，或者中间有代理或登录页。',
    action: '用 curl 请求这个地址，并与业务服务端的路由核对。',
  },
  https_needed: {
    message: '网页用 https 打开，而签发接口用 http：浏览器会拦截。',
    action: '签发接口改用 https，或者与网页同一地址。',
  },
  insecure_context: {
    message: '网页不是安全上下文：浏览器只在 https 和 localhost 下提供摄像头和麦克风。',
    action: '用 https 或 localhost 打开网页。',
  },
  endpoint_refuses: {
    message: '业务服务端的签发接口返回 401 或 403：缺少应用自身的登录，或者登录已过期。',
    action: '请求时带上登录的 Cookie 或令牌；usersig doctor --watch URL 会检查接口的响应。',
  },
  endpoint_missing: {
    message: '没有这个签发接口：404 或 405。',
    action: '与业务服务端的路由核对地址和方法（POST）。',
  },
  endpoint_fails: {
    message: '签发接口出错：返回 5xx。',
    action: '查看业务服务端的日志。',
  },
  endpoint_unreachable: {
    message: '签发接口的地址没有响应。',
    action: '启动服务端，核对主机和端口。',
  },
  time_unit: {
    message: '程序把毫秒写在了应为秒的地方。',
    action: '除以 1000 并取整：TLS.time 和 TLS.expire 的单位是秒。',
  },
  wrong_hash: {
    message: '程序使用的不是 HMAC-SHA256。',
    action: '用 SDKSecretKey 作为密钥计算 HMAC-SHA256。',
  },
  url_not_quoted: {
    message: 'URL 没有加引号，shell 在第一个 "&" 处把它截断了。',
    action: '给 URL 加上引号。',
  },
  login_key_unknown: {
    message: 'access token 不是 issuer 的任何一个密钥签发的：它来自另一个 issuer，或者服务商换了密钥。',
    action: '核对 LOGIN_ISSUER（选项 issuer）与 access token 里的 iss。服务商重启后，新密钥会在 30 秒内重新获取。',
  },
  login_signature: {
    message: 'access token 的签名不对：传输途中被改动或截断。',
    action: '按服务商返回的原样发送，不加引号，不换行。',
  },
  login_expired: {
    message: '业务登录的 access token 已过期。',
    action: '让应用先获取新的 access token 再请求票据，并核对服务器时钟。',
  },
  login_not_jwt: {
    message: 'access token 不是签名的 JWT：它是不透明的、加密的，或者被截断。',
    action: '向服务商申请针对某个 API 的 access token（audience 或 resource）。',
  },
  login_algorithm: {
    message: 'access token 的签名算法不被接受。',
    action: '让服务商用 RS256 或 ES256 签名；共享密钥（HS256）一律不接受。',
  },
  login_audience: {
    message: 'access token 的 audience 与服务端要求的不同。',
    action: '把 LOGIN_AUDIENCE（选项 audience）设为 access token 里的 aud，或者申请针对这个 API 的 token。',
  },
  login_issuer: {
    message: 'access token 的 issuer 与服务端要求的不同。',
    action: '把 LOGIN_ISSUER（选项 issuer）设为 access token 里的 iss，一字不差，包括末尾有没有斜杠。',
  },
  login_no_bearer: {
    message: '请求的 Authorization 请求头不是 Bearer 加一个 token。',
    action: '发送 Bearer、一个空格和 access token。token 也可能是空的：检查能否取到。',
  },
  login_refused: {
    message: '服务端拒绝了业务登录，这一行写明了原因。',
    action: '看冒号之后的内容：说的是业务登录的 access token，不是 UserSig。',
  },
  login_provider_down: {
    message: '服务端取不到登录服务商的密钥。',
    action:
      '在服务器上检查能否访问 LOGIN_ISSUER，以及它的 discovery 文档里的 issuer 是否相同；试用时 usersig demo-login 要保持运行。',
  },
  variable_missing: {
    message: '服务端要读取的环境变量没有设置。',
    action: '写进服务端目录里的 .env，并用 node --env-file=.env 启动，或者在平台的设置里填写。',
  },
}
