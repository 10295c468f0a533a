import type { Report } from './reports.ts'
import { recipe, sign } from './tickets.ts'

const { app, key, keys } = recipe
const HOUR = 3600
const REST = 'https://console.tim.qq.com/v4'
const JWT = 'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJ1XzEwMDg2In0.c2lnbmF0dXJlLW9mLXRoZS1zYW1wbGU'

/**
 * What strangers paste: code with its values, logs, answers, commands, questions in a forum. The right cause was written down
 * before the doctor was asked: 20 of these 36 had the right cause first then.
 */
export const strangers: readonly Report[] = [
  {
    source: 'Swift: GenerateTestUserSig as it was downloaded',
    pasted: `/// 腾讯云 SDKAppId
static let SDKAPPID: Int32 = 0
/// 密钥
static let SECRETKEY = ""
...
TUILogin.login(GenerateTestUserSig.SDKAPPID, userID: uid, userSig: sig) fail -> code 6017`,
    right: ['app_id_missing'],
  },
  {
    source: 'Kotlin: another case',
    pasted: `val sig = GenerateTestUserSig.genTestUserSig("Alice")
TUILogin.login(this, ${app}, "alice", sig, object : TUICallback() {
  override fun onError(errorCode: Int, errorMessage: String) // errorCode=70013 UserID mismatch
})`,
    right: ['user_spelled', 'other_user'],
  },
  {
    source: 'Java: the key of the cloud API',
    pasted: `TLSSigAPIv2 api = new TLSSigAPIv2(${app}L, "kFPN3VkmYh7MNYUBcmgKIk1XqvmQnUv5");
String sig = api.genUserSig("administrator", 86400);
// {"ActionStatus":"FAIL","ErrorCode":70009,"ErrorInfo":"UserSig verification Failed..."}`,
    right: ['key_cloud_api', 'key_spoiled'],
  },
  {
    source: 'PHP: a private key of the old pair',
    pasted: `$api = new \\Tencent\\TLSSigAPIv2(${app}, '-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg
-----END PRIVATE KEY-----');
echo $api->genUserSig('alice');
// 前端登录 70009`,
    right: ['old_key_pair', 'key_pem'],
  },
  {
    source: 'Python: the text of bytes',
    pasted: `>>> print(sig)
b'${sign()}'
前端拿到的就是上面这一串，login 报 70003`,
    right: ['quotes', 'ticket_spoiled'],
  },
  {
    source: 'Go: a call of a plain user',
    pasted: `2024/05/06 12:01:02 im.go:48: POST ${REST}/group_open_http_svc/get_appid_group_list?sdkappid=${app}&identifier=u1001&usersig=eJw***&random=77&contenttype=json
2024/05/06 12:01:02 im.go:55: {"ActionStatus":"FAIL","ErrorCode":60010,"ErrorInfo":"need admin permission"}`,
    right: ['admin_missing'],
  },
  {
    source: 'HAR: the ticket of another user',
    pasted: JSON.stringify({
      log: {
        entries: [
          {
            request: {
              method: 'POST',
              url: `${REST}/openim/sendmsg?sdkappid=${app}&identifier=administrator&usersig=${sign()}&random=8&contenttype=json`,
            },
            response: {
              status: 200,
              content: { text: '{"ActionStatus":"FAIL","ErrorCode":70013,"ErrorInfo":"identifier not match"}' },
            },
          },
        ],
      },
    }),
    right: ['user_mismatch', 'rest_url_wrong', 'other_user'],
  },
  {
    source: '.env: the key in quotes, read as it stands',
    pasted: `# docker run --env-file .env ...
TRTC_SDKAPPID=${app}
TRTC_SECRET_KEY="${key}"

issued: ${sign({ key: `"${key}"` })}
client: login failed 70009`,
    right: ['key_changed', 'key_quotes'],
  },
  {
    source: 'curl: the ticket of last week',
    pasted: `$ curl -s -d '{"UserID":"bob"}' "${REST}/im_open_login_svc/account_import?usersig=${sign({ user: 'administrator', at: -200 * 24 * HOUR })}&identifier=administrator&sdkappid=${app}&random=123&contenttype=json"
{"ActionStatus":"FAIL","ErrorInfo":"UserSig expired","ErrorCode":70001}`,
    right: ['expired'],
  },
  {
    source: 'Web: a package that was not bought',
    pasted: "TUICallKit calls error: {code: -1002, message: 'The current package does not support this ability'}",
    right: ['tencent_-1002'],
  },
  {
    source: 'forum: forced offline',
    pasted:
      '大佬们，IM 登录一直报 6206 怎么破？sig 有效期设的 180 天，昨天还好好的，今天在控制台给这个号点了强制下线之后就这样了',
    right: ['kicked'],
  },
  {
    source: 'mini program: a socket',
    pasted: '真机 {errMsg: "connectSocket:fail url not in domain list:wss://wss.im.qcloud.com"}，开发者工具里好的',
    right: ['domain_list'],
  },
  {
    source: 'JWT of the app in place of the ticket',
    pasted: `chat.login({ userID: 'u_10086', userSig: '${JWT}' })
.catch => code: 70003`,
    right: ['jwt', 'not_the_ticket'],
  },
  {
    source: 'Agora: its token',
    pasted:
      'client.join token=007eJxTYPj7RuWlcLbKl0XWu3Z/2QsAQv2Cs+qzIaWmRsUlWwJTWFwNPeR1oZt00HdqmiwQzMDAwsDGAOEzgkkWMA3ics',
    right: ['agora_token', 'not_the_ticket'],
  },
  {
    source: 'ZEGO: its token',
    pasted: '04AAAAAGXdVaMAEDMyOXZ5a3ZkZGZqMTJhcGEAoLk3tq1hV0xZc3JqZ2xu',
    right: ['zego_token'],
  },
  {
    source: 'Twilio: its token',
    pasted:
      'eyJjdHkiOiJ0d2lsaW8tZnBhO3Y9MSIsInR5cCI6IkpXVCIsImFsZyI6IkhTMjU2In0.eyJncmFudHMiOnsiaWRlbnRpdHkiOiJhbGljZSJ9fQ.c2lnbmF0dXJlLW9mLWEtc2FtcGxl',
    right: ['jwt'],
  },
  {
    source: 'Android: nothing was passed',
    pasted: '05-06 10:11:12.345 E/TRTCCloudListener( 9876): onError errCode = -3320, errMsg = userSig is empty',
    right: ['ticket_missing'],
  },
  {
    source: 'TRTC web 5: an error as JSON',
    pasted:
      '{"name":"RtcError","code":5400,"extraCode":-100018,"functionName":"enterRoom","message":"[join] failed: get tinyid error"}',
    right: ['ticket_refused'],
  },
  {
    source: 'webhook: the signature differs',
    pasted: `TRTC 回调验签一直不过：header Sign 和我算的不一样
{"EventGroupId":1,"EventType":103,"CallbackTs":1700000000000,"EventInfo":{"RoomId":12345,"EventTs":1700000000,"UserId":"alice","Role":20,"TerminalType":2,"UserType":3,"Reason":1}}`,
    right: ['webhook_signature'],
  },
  {
    source: 'this toolkit: an answer of the endpoint',
    pasted:
      'HTTP/1.1 401 Unauthorized\ncontent-type: application/problem+json\n\n{"type":"about:blank","title":"Unauthorized","status":401,"code":"unauthenticated"}',
    right: ['usersig_unauthenticated'],
  },
  {
    source: 'this toolkit: an error of the client',
    pasted: 'UserSigSourceError: invalid_answer: the answer holds no UserSig\n  at createUserSigSource',
    right: ['usersig_invalid_answer'],
  },
  {
    source: 'Android: the network',
    pasted: 'V2TIMManager.login onError code=9508 desc=network is not connected',
    right: ['network', 'tencent_9508'],
  },
  {
    source: 'iOS: twice at once',
    pasted: '[TUILogin] login fail, code:7501 desc:is logining',
    right: ['tencent_7501'],
  },
  {
    source: 'Flutter: another device',
    pasted: 'V2TimCallback{code: 6208, desc: kicked off by other device}',
    right: ['tencent_6208'],
  },
  {
    source: 'REST: nobody of that name',
    pasted: '{"ActionStatus":"FAIL","ErrorCode":70107,"ErrorInfo":"Err_TLS_PT_Open_Check_Acct_NotExist"}',
    right: ['account_missing'],
  },
  {
    source: 'github.com/chmagicduck/tencent-im-demo/issues/4',
    pasted: '{"ActionStatus":"FAIL","ErrorInfo":"Invalid format of To_Account","ErrorCode":90003}  /openim/sendmsg',
    right: ['tencent_90003'],
  },
  {
    source: 'github.com/tencentyun/TRTCSDK/issues/35',
    pasted: `firefox 67 web demo
{"name":"startRTCError","data":{"errorCode":10012,"errorMsg":"on set remote sdp failed , exception = Answer changed id for extmap attribute at level 1"}}`,
    right: ['tencent_10012', 'browser_unsupported'],
    says: /browser/i,
  },
  {
    source: 'MySQL: a column that is too short',
    pasted: `数据库字段 user_sig varchar(128)，从库里取出来登录报 70003：
${sign().slice(0, 128)}`,
    right: ['cut_off', 'cut_off_at_limit'],
  },
  {
    source: 'REST: the wrong data centre',
    pasted: `应用建在新加坡，服务器调 ${REST}/im_open_login_svc/account_import 返回 {"ErrorCode":70020,"ErrorInfo":"sdkappid not exist"}`,
    right: ['other_region'],
  },
  {
    source: 'Node: the two arguments swapped',
    pasted: `const api = new TLSSigAPIv2.Api('${key}', ${app})
TypeError [ERR_INVALID_ARG_TYPE]: The "key" argument must be of type string or an instance of ArrayBuffer, Buffer, TypedArray, DataView, KeyObject, or CryptoKey. Received type number (${app})
    at new Hmac (node:internal/crypto/hash:160:9)
    at Api._hmacsha256 (TLSSigAPIv2.js:53:27)`,
    right: ['arguments_swapped', 'login_parameter_wrong'],
  },
  {
    source: 'a good login, another fault',
    pasted: `login success userID=alice userSig=${sign()}
sendMessage failed: {"code":20009,"message":"双方互相不是好友"}`,
    context: { keys },
    right: ['tencent_20009'],
  },
  {
    source: 'milliseconds',
    pasted: `Date.now() 当作 currTime，生成的：${sign({ timesPerSecond: 1000 })}  控制台校验不过`,
    context: { keys },
    right: ['milliseconds'],
  },
  {
    source: 'a name that never came',
    pasted: `[im] login start userID=undefined\n[im] sig=${sign({ user: 'undefined' })}`,
    context: { keys },
    right: ['user_id_placeholder'],
  },
  {
    source: 'a question in English: another region',
    pasted:
      'My app was created in the Korea data center. When my backend calls the REST API on console.tim.qq.com I always get ErrorCode 70016, the same code works for our China app.',
    right: ['other_region'],
  },
  {
    source: 'a screenshot, typed',
    pasted: '提示\n登录失败，错误码：70402\n参数非法\n确定',
    right: ['login_parameter_wrong'],
  },
  {
    source: 'a PrivateMapKey in place of the ticket',
    pasted: '用 genPrivateMapKey 的返回值去 TIM login，报 70003，但是进房没问题',
    right: ['not_the_ticket'],
  },
]
