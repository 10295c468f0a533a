import type { Text } from '../language.ts'

/** One next step, in every language. Rows of codes share them. */
export const ADVICE = {
  new_ticket: {
    en: 'Fetch a new UserSig from your server and log in with it.',
    zh: '向业务服务端重新获取 UserSig，再用它登录。',
  },
  new_ticket_or_lifetime: {
    en: 'Fetch a new UserSig from your server and log in with it. If it expires at once, check its lifetime and the clock of the server that signs.',
    zh: '向业务服务端重新获取 UserSig，再用它登录。如果刚签发就过期，请检查有效期是否太短，以及签发服务器的时钟是否准确。',
  },
  own_key: {
    en: 'Sign with the SDKSecretKey of the SDKAppID that the client uses.',
    zh: '签发时必须使用客户端所用的那个 SDKAppID 自己的 SDKSecretKey。',
  },
  whole_ticket: {
    en: 'Pass the UserSig as it was issued: not cut off, URL-encoded or re-encoded on its way.',
    zh: '把签发出来的 UserSig 原样传入：途中不要截断，不要做 URL 编码，也不要重新编码。',
  },
  wait_for_ticket: {
    en: 'Wait for the answer of your server, then log in with the userSig in it.',
    zh: '等业务服务端返回之后，再用其中的 userSig 登录。',
  },
  same_user: {
    en: 'Issue the UserSig for the UserID that logs in; case matters.',
    zh: 'UserSig 必须为登录的那个 UserID 签发，注意区分大小写。',
  },
  same_app: {
    en: 'Use one SDKAppID for signing and in the client.',
    zh: '签发和客户端使用同一个 SDKAppID。',
  },
  copy_app: {
    en: 'Copy the SDKAppID from the Tencent console and pass it as a number.',
    zh: '从腾讯云控制台复制 SDKAppID，并以数字类型传入。',
  },
  region: {
    en: 'Compare the SDKAppID with the Tencent console, and use the hosts of its region.',
    zh: '与腾讯云控制台核对 SDKAppID，并使用应用所在地域的域名。',
  },
  create_key: {
    en: 'Create the key of the application in the Tencent console; an old application may need the upgrade to HMAC-SHA256.',
    zh: '在腾讯云控制台为应用创建密钥；旧应用可能需要升级到 HMAC-SHA256。',
  },
  wait_minute: {
    en: 'Remove the cause of the failures before this one, then try again after a minute.',
    zh: '先解决之前失败的原因，一分钟后再试。',
  },
  activate_desk: {
    en: 'Activate Desk for this SDKAppID in the Tencent console, or call it with the SDKAppID that has it.',
    zh: '在腾讯云控制台为该 SDKAppID 开通 Desk，或者改用已开通的 SDKAppID。',
  },
  own_webhook: {
    en: 'Look at what your server answers to the webhook of Chat; ErrorCode 0 lets the message pass.',
    zh: '检查业务后台对 IM 回调的应答；ErrorCode 为 0 才会放行。',
  },
  relation: {
    en: 'The login is fine. Look at the relation of the two users, and at the check of relations in the Tencent console.',
    zh: '登录没有问题。请检查双方的好友和黑名单关系，以及控制台里的单聊关系校验设置。',
  },
  muted: {
    en: 'The login is fine. Lift the mute, or wait until it ends.',
    zh: '登录没有问题。请解除禁言，或者等禁言到期。',
  },
  to_account: {
    en: 'Pass To_Account as a UserID in quotes; calls for many users take an array of them.',
    zh: 'To_Account 传入带引号的 UserID；批量接口传入由它们组成的数组。',
  },
  retry: {
    en: 'Try again; if it stays, look at the status page of Tencent Cloud or open a ticket there.',
    zh: '稍后重试；如果一直如此，请查看腾讯云的服务状态或提交工单。',
  },
  retry_network: {
    en: 'Check the network of the device, then try again with a pause.',
    zh: '检查设备的网络，间隔一段时间后重试。',
  },
  slow_down: {
    en: 'Call less often; wait before the next try.',
    zh: '降低调用频率，稍等再试。',
  },
  unblock: {
    en: 'Take the UserID off the blocklist, or log in as another user.',
    zh: '把它移出黑名单，或者换一个用户登录。',
  },
  import_account: {
    en: 'Import the account first, or log in with it once.',
    zh: '先导入该账号，或者先用它登录一次。',
  },
  admin: {
    en: 'Call with the UserID and the UserSig of an administrator of this application, as set in the Tencent console.',
    zh: '使用腾讯云控制台里为这个应用设置的管理员 UserID 及其 UserSig 来调用。',
  },
  pay: {
    en: 'Look at the state, the plan and the balance of the application in the Tencent console.',
    zh: '到腾讯云控制台查看应用的状态、套餐和余额。',
  },
  delete_accounts: {
    en: 'Delete accounts that you do not need, or upgrade the edition in the Tencent console.',
    zh: '删除不用的账号，或者在腾讯云控制台升级版本。',
  },
  parameters: {
    en: 'Compare the parameters with the documentation of the call.',
    zh: '对照该接口的文档检查参数。',
  },
  named_parameter: {
    en: 'The message names the parameter; compare it with the documentation of the call.',
    zh: '错误信息里写明了是哪个参数；请对照该接口的文档。',
  },
  login_parameters: {
    en: 'At a login, check in this order: key, SDKAppID (a number, not 0), UserID, UserSig. None may be empty.',
    zh: '如果发生在登录时，请依次检查：密钥、SDKAppID（数字，不能是 0）、UserID、UserSig，都不能为空。',
  },
  url_parameters: {
    en: 'Check sdkappid, identifier and usersig in the URL of the call: all three are needed, and usersig must be URL-encoded once.',
    zh: '检查请求 URL 里的 sdkappid、identifier 和 usersig：三者缺一不可，usersig 做一次 URL 编码。',
  },
  json_body: {
    en: 'Send valid JSON in UTF-8 as the body, with contenttype=json in the URL.',
    zh: '请求体使用 UTF-8 的合法 JSON，并在 URL 里带上 contenttype=json。',
  },
  quote_user_ids: {
    en: 'Write UserIDs in quotes in the JSON of the request.',
    zh: '在请求的 JSON 里给 UserID 加上引号。',
  },
  allow_ip: {
    en: 'Add the address of your server to the allowed IP addresses of the application in the Tencent console.',
    zh: '在腾讯云控制台把服务器的出口 IP 加入应用的 IP 白名单。',
  },
  login_first: {
    en: 'Wait until the login is done; log in again after the client was kicked out.',
    zh: '等登录完成后再调用；被踢下线之后要重新登录。',
  },
  init_first: {
    en: 'Initialise the SDK with the SDKAppID and wait for it, then log in.',
    zh: '先用 SDKAppID 初始化 SDK，初始化完成后再登录。',
  },
  pass_app: {
    en: 'Pass the SDKAppID when the SDK is created, before the login.',
    zh: '创建 SDK 实例时传入 SDKAppID，然后再登录。',
  },
  pass_user: {
    en: 'Pass the UserID as text that is not empty; wait until your app knows it.',
    zh: '传入非空的字符串 UserID；等业务拿到用户之后再登录。',
  },
  wait_login: {
    en: 'Wait for the login or logout that is under way, in place of a second one.',
    zh: '等当前的登录或登出完成，不要再次调用。',
  },
  stay_out: {
    en: 'Tell the user, and log in again only when the user asks for it.',
    zh: '告知用户，只有用户自己要求时才重新登录。',
  },
  stay_out_pages: {
    en: 'Tell the user. How many pages one user may have open at once is set in the Tencent console.',
    zh: '告知用户。同一用户可同时在线的页面数在即时通信 IM 控制台设置。',
  },
  kicked_by_rest: {
    en: 'Log in with a new UserSig if the user may come back.',
    zh: '如果允许该用户回来，用新的 UserSig 登录。',
  },
  user_id_ascii: {
    en: 'Use 1 to 32 bytes of printable ASCII.',
    zh: '使用 1 至 32 字节的可打印 ASCII 字符。',
  },
  user_id_letters: {
    en: 'Use 1 to 32 bytes: letters, digits, "_" and "-".',
    zh: '使用 1 至 32 字节，只含字母、数字、下划线和连字符。',
  },
  room_number: {
    en: 'Use an integer from 1 to 4294967294.',
    zh: '使用 1 至 4294967294 的整数。',
  },
  room_either: {
    en: 'Use an integer from 1 to 4294967294 as roomId, or 1 to 64 bytes of the documented characters as strRoomId.',
    zh: 'roomId 使用 1 至 4294967294 的整数，或者 strRoomId 使用 1 至 64 字节、由文档所列字符组成的字符串。',
  },
  room_string: {
    en: 'Pass a string, or a number as roomId, which is a different room.',
    zh: '传入字符串，或者改用数字类型的 roomId。注意：数字房间和字符串房间是两个不同的房间。',
  },
  room_is_number: {
    en: 'Pass a number, or a string as strRoomId, which is a different room.',
    zh: '传入数字，或者改用字符串类型的 strRoomId。注意：数字房间和字符串房间是两个不同的房间。',
  },
  room_needed: { en: 'Pass roomId or strRoomId.', zh: '传入 roomId 或 strRoomId。' },
  room_48: {
    en: 'Use 1 to 48 bytes of printable ASCII: TUIRoomKit and TUILiveKit allow no more.',
    zh: '使用 1 至 48 字节的可打印 ASCII 字符：TUIRoomKit 和 TUILiveKit 的房间号以此为限。',
  },
  other_room: {
    en: 'Check that the room exists and that its id is of the right kind: room 123 and room "123" are two rooms.',
    zh: '确认房间存在，并且类型正确：数字房间 123 和字符串房间 "123" 是两个房间。',
  },
  room_key: {
    en: 'With advanced permission control switched on, every user needs a PrivateMapKey for this very room that has not expired.',
    zh: '开启高级权限控制之后，每个用户进每个房间都需要为该房间签发且未过期的 PrivateMapKey。',
  },
  right_create: {
    en: 'Issue a PrivateMapKey that holds the right createRoom (1), or let someone who has it enter first.',
    zh: '签发带有 createRoom（1）权限的 PrivateMapKey，或者让有该权限的人先进房。',
  },
  right_enter: {
    en: 'Issue a PrivateMapKey that holds the right enterRoom (2) for this room.',
    zh: '为该房间签发带有 enterRoom（2）权限的 PrivateMapKey。',
  },
  right_video: {
    en: 'Issue a PrivateMapKey that holds the right sendVideo (16); "audience" does not.',
    zh: '签发带有 sendVideo（16）权限的 PrivateMapKey；"audience" 不含该权限。',
  },
  right_substream: {
    en: 'Issue a PrivateMapKey that holds the right sendSubstream (64), which screen sharing needs.',
    zh: '签发带有 sendSubstream（64）权限的 PrivateMapKey，屏幕分享需要它。',
  },
  right_receive_video: {
    en: 'Issue a PrivateMapKey that holds the right receiveVideo (32).',
    zh: '签发带有 receiveVideo（32）权限的 PrivateMapKey。',
  },
  extra_code: {
    en: 'Look at extraCode of the error: it holds the code of the server, such as 70009.',
    zh: '查看错误对象的 extraCode，里面是服务器返回的错误码，例如 70009。',
  },
  message_code: {
    en: 'Look for a second code in the message, such as -100018 or 70009: that one says why.',
    zh: '在错误信息里找第二个错误码，例如 -100018 或 70009，它说明真正的原因。',
  },
  activate: {
    en: 'Open the application in the Tencent console and activate TRTC for it; that takes some minutes to take effect.',
    zh: '在腾讯云控制台为该应用开通实时音视频 TRTC，开通后需要几分钟生效。',
  },
  enter_first: { en: 'Wait until the room is entered, then call it.', zh: '等进房成功后再调用。' },
  doctor: {
    en: 'Paste the UserSig here: its parts show what is wrong with it.',
    zh: '把 UserSig 粘贴到这里，诊断会指出问题在哪里。',
  },
  after_event: {
    en: 'Wait for the event that announces the stream, and pass the userId and streamType that it names.',
    zh: '等收到远端流可用的事件之后，用事件里的 userId 和 streamType 调用。',
  },
  once: { en: 'Wait for the first call to end, and call it once.', zh: '等上一次调用结束，只调用一次。' },
  allow_device: {
    en: 'Allow the page its device in the browser and in the system; in a frame, with allow="camera; microphone".',
    zh: '在浏览器和系统里允许页面使用设备；页面嵌在框架里时，还要在框架上放行。',
  },
  free_device: {
    en: 'Close other programs that use the device, reconnect it, and try again.',
    zh: '关闭占用设备的其他程序，重新插拔后再试。',
  },
  device_values: {
    en: 'Ask for a lower resolution, and list the devices again: their ids change.',
    zh: '降低分辨率等参数，并重新获取设备列表：设备 ID 会变化。',
  },
  after_click: {
    en: 'Start it out of a click of the user, while the page is visible.',
    zh: '在页面可见时，由用户点击触发。',
  },
  in_call: {
    en: 'Switch during a call that is going on, and look at the message next to the code.',
    zh: '在通话进行中切换，并查看错误码旁边的信息。',
  },
  mic_seat: {
    en: 'Ask for the state of the seats first, and take one that is free and open.',
    zh: '先查询麦位状态，再选择空闲且未锁定的麦位。',
  },
  room_rights: {
    en: 'Call it as the owner or an administrator of the room.',
    zh: '以房主或管理员的身份调用。',
  },
  room_state: {
    en: 'Ask for the state of the room first: whether it exists, and who is in it.',
    zh: '先查询房间状态：是否存在，成员有哪些。',
  },
  chat_group: {
    en: 'Look at the group with the same id in Chat: whether it exists, and what its type allows.',
    zh: '查看 IM 中同名的群组：是否存在，群类型是否允许该操作。',
  },
  device: {
    en: 'Check the device and its permissions; the ticket has nothing to do with it.',
    zh: '检查设备及其权限，与票据无关。',
  },
  browser: {
    en: 'Use HTTPS and a browser that the SDK supports; the ticket has nothing to do with it.',
    zh: '使用 HTTPS 和 SDK 支持的浏览器，与票据无关。',
  },
  update: { en: 'Update the SDK to its latest version.', zh: '把 SDK 升级到最新版本。' },
  reinstall: {
    en: 'Update the SDK and log in with a new UserSig; clear the stored login of the app if it stays.',
    zh: '升级 SDK，并用新的 UserSig 登录；仍然失败时清除应用里保存的登录状态。',
  },
  buy: {
    en: 'Activate the package that this function needs in the Tencent console.',
    zh: '在腾讯云控制台开通该功能所需的套餐。',
  },
  enable: {
    en: 'Enable the application or the command in the Tencent console.',
    zh: '在腾讯云控制台启用该应用或该接口。',
  },
  domains: {
    en: 'Add the domains of the SDK to the server domain names of the mini program, as the quick start of the SDK lists them.',
    zh: '在微信公众平台把 SDK 文档列出的域名加入小程序的服务器域名。',
  },
  licence: { en: 'Check the licence of the SDK in the Tencent console.', zh: '在腾讯云控制台检查 SDK 的 License。' },
  callee: {
    en: 'Let the user who is called log in once, and compare the UserID.',
    zh: '让被叫用户先登录一次，并核对 UserID。',
  },
  message: {
    en: 'The message next to the code says more.',
    zh: '错误码旁边的信息里有更具体的说明。',
  },
} as const satisfies Record<string, Text>

/** Name of an advice. */
export type AdviceCode = keyof typeof ADVICE
