import { deflateSync } from 'node:zlib'
import type { Report } from './reports.ts'
import { recipe, sign } from './tickets.ts'

const { app, keys } = recipe
const har = (url: string, status: number, text: string) =>
  JSON.stringify({
    log: { version: '1.2', entries: [{ request: { method: 'POST', url }, response: { status, content: { text } } }] },
  })

/**
 * What another stranger pasted: 65 of 90 faults had the right cause first, and 4 of 19 texts without a login were blamed. Here
 * are those that failed: consoles of browsers, code, and numbers of other programs.
 */
export const fifthRound: readonly Report[] = [
  {
    source: 'REST: accounts',
    pasted: 'account_import gives 70398 since we have more testers',
    right: ['tencent_70398'],
  },
  { source: 'a sentence', pasted: 'we get 70001 since yesterday', right: ['ticket_expired'] },
  { source: 'TRTC: service', pasted: '进房失败 onEnterRoom result=-100013', right: ['tencent_-100013'] },
  { source: 'TUICallKit: package', pasted: 'TUICallKit error -1001 call failed', right: ['tencent_-1001'] },
  {
    source: 'TRTC Web: nothing passed',
    pasted: "RtcError: [5000] 'userSig' is a required param when calling enterRoom(), received: undefined",
    right: ['ticket_missing'],
  },
  {
    source: 'Chat Web: time-out',
    pasted: 'TencentCloudChat login error: {code: 2801, message: "request timeout"}',
    right: ['network'],
  },
  {
    source: 'console: mixed content',
    pasted:
      "Mixed Content: The page at 'https://app.example.com/login' was loaded over HTTPS, but requested an insecure resource 'http://api.example.com/usersig'. This request has been blocked",
    right: ['https_needed'],
  },
  {
    source: 'console: 401',
    pasted: 'POST https://api.example.com/usersig 401 (Unauthorized)',
    right: ['endpoint_refuses'],
  },
  {
    source: 'console: 404',
    pasted: 'POST http://localhost:5173/api/usersig 404 (Not Found)',
    right: ['endpoint_missing'],
  },
  {
    source: 'console: 502',
    pasted: 'POST https://api.example.com/usersig 502 (Bad Gateway)',
    right: ['endpoint_fails'],
  },
  {
    source: 'console: nobody',
    pasted: 'POST http://localhost:3000/usersig net::ERR_CONNECTION_REFUSED',
    right: ['endpoint_unreachable'],
  },
  {
    source: 'console: a page in place of JSON',
    pasted: `login failed SyntaxError: Unexpected token '<', "<!DOCTYPE "... is not valid JSON at getUserSig (usersig.js:12)`,
    right: ['web_page'],
  },
  {
    source: 'console: no camera',
    pasted: 'TRTC enterRoom: navigator.mediaDevices is undefined, http://192.168.1.20:8080',
    right: ['insecure_context'],
  },
  {
    source: 'console: WebSocket',
    pasted: `WebSocket connection to 'wss://wss.im.qcloud.com/v4?sdkappid=${app}' failed: `,
    right: ['network'],
  },
  {
    source: 'YAML with a PEM key',
    pasted: `im:\n  sdkAppId: ${app}\n  secretKey: |\n    -----BEGIN PRIVATE KEY-----\n    MIGHAgEAMBMGByqGSM49AgEG\n    -----END PRIVATE KEY-----\n`,
    right: ['old_key_pair', 'key_pem'],
  },
  {
    source: 'JavaScript: swapped variables',
    pasted: `const api = new TLSSigAPIv2.Api(process.env.SECRETKEY, ${app})\nconst sig = api.genSig('alice', 86400)`,
    right: ['arguments_swapped'],
  },
  {
    source: 'PHP: swapped variables',
    pasted: '$api = new \\Tencent\\TLSSigAPIv2($secretKey, $sdkAppId);',
    right: ['arguments_swapped'],
  },
  {
    source: 'JavaScript: not awaited',
    pasted:
      "async function getUserSig(id) { return (await (await fetch('/usersig')).json()).userSig }\nchat.login({ userID: 'alice', userSig: getUserSig('alice') })",
    right: ['not_the_ticket'],
  },
  {
    source: 'Java: milliseconds',
    pasted: 'long currTime = System.currentTimeMillis();\nsigDoc.put("TLS.time", currTime);',
    right: ['time_unit'],
  },
  {
    source: 'Kotlin: swapped',
    pasted: 'V2TIMManager.getInstance().login(userSig, userId, object : V2TIMCallback {})',
    right: ['arguments_swapped', 'login_parameter_wrong'],
  },
  {
    source: 'Go: no lifetime',
    pasted: `sig, err := tencentyun.GenUserSig(${app}, os.Getenv("KEY"), "alice", 0)`,
    right: ['lifetime_wrong'],
  },
  {
    source: 'Python: SHA-1',
    pasted: 'mac = hmac.new(key.encode(), msg.encode(), hashlib.sha1).digest()\nmsg = "TLS.identifier:alice\\n"',
    right: ['wrong_hash'],
  },
  {
    source: 'C#: raw deflate',
    pasted:
      'using (var ds = new DeflateStream(ms, CompressionMode.Compress)) ds.Write(bytes);\nvar userSig = Convert.ToBase64String(ms.ToArray());',
    right: ['wrong_packing'],
  },
  {
    source: 'HAR: 500',
    pasted: har('https://api.example.com/usersig', 500, '{"message":"Internal server error","statusCode":500}'),
    right: ['endpoint_fails'],
  },
  {
    source: 'a forum: package',
    pasted: 'TUICallKit says "The package you purchased does not support this ability". It worked in the trial.',
    right: ['tencent_-1001'],
  },
  {
    source: 'a forum: the old generator',
    pasted:
      'We upgraded the app from ECDSA to HMAC-SHA256 in the console, now tls_sigature gives a sig, UserSig invalid.',
    right: ['old_key_pair'],
  },
  {
    source: 'curl without quotes',
    pasted: `$ curl -X POST https://console.tim.qq.com/v4/openim/sendmsg?sdkappid=${app}&identifier=administrator&usersig=${sign({ user: 'administrator' })}&random=1&contenttype=json -d '{}'\n[1] 4711\n[2] 4712\n{"ActionStatus":"FAIL","ErrorCode":60004}`,
    context: { keys },
    right: ['url_not_quoted'],
  },
  {
    source: 'good: a link with a room',
    pasted: `https://app.example.com/room?userId=alice&userSig=${encodeURIComponent(sign())}&roomId=70013`,
    context: { keys },
    right: ['nothing'],
  },
  {
    source: 'good: SQL',
    pasted: `INSERT INTO im_tickets (id, user_id, sig, size) VALUES (70009, 'alice', '${sign()}', 6014);`,
    context: { keys },
    right: ['nothing'],
  },
  {
    source: 'no login: an invoice',
    pasted: 'Invoice 70009 of 2026-11-12: total 6206.00 EUR, paid with VISA, delivery to 70013 Stuttgart',
    right: ['nothing'],
  },
  {
    source: 'no login: Postgres',
    pasted:
      '2026-11-27 10:00:00 UTC [70009] ERROR:  duplicate key value violates unique constraint "users_pkey"\n2026-11-27 10:00:00 UTC [70009] DETAIL:  Key (id)=(6208) already exists.',
    right: ['nothing'],
  },
  {
    source: 'no login: Keycloak',
    pasted: 'type="LOGIN_ERROR", realmId="acme", error="invalid_user_credentials", code_id="70013"',
    right: ['nothing'],
  },
  {
    source: 'no login: iOS',
    pasted: 'Error Domain=NSURLErrorDomain Code=-1001 "The request timed out."',
    right: ['nothing'],
  },
  {
    source: 'no login: WeCom',
    pasted: '{"errcode":60020,"errmsg":"not allow to access from your ip"}',
    right: ['nothing'],
  },
  { source: 'no login: a JWT library', pasted: 'JsonWebTokenError: invalid signature', right: ['nothing'] },
  { source: 'no login: a total', pasted: 'Total 70009 EUR', right: ['nothing'] },
  { source: 'no login: SQL', pasted: 'SELECT * FROM users WHERE id = 70001', right: ['nothing'] },
  { source: 'no login: a port', pasted: 'listening on 6017', right: ['nothing'] },
  { source: 'no login: a process', pasted: 'process ended with exit code 1001', right: ['nothing'] },
  { source: 'no login: bytes', pasted: '2026-11-27 login ok\nGET /a 200 bytes=60001', right: ['nothing'] },
  {
    source: 'no login: a saved game',
    pasted: `save=${deflateSync(Buffer.from('{"level":12,"gold":70009,"name":"hero","inventory":["sword","bow","map"]}')).toString('base64')}`,
    right: ['nothing'],
  },
]
