import type { Report } from './reports.ts'
import { recipe, sign } from './tickets.ts'

const { app, key, keys } = recipe
const REST = 'https://console.tim.qq.com/v4'
const JWT = 'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJ1XzEwMDg2In0.c2lnbmF0dXJlLW9mLXRoZS1zYW1wbGU'
const PROBLEM = JSON.stringify({
  type: 'about:blank',
  title: 'Unauthorized',
  status: 401,
  detail: 'you are not logged in',
  code: 'unauthenticated',
})

/** A session of a browser as its developer tools save it. */
const har = (content: object, status = 200) =>
  JSON.stringify({
    log: {
      version: '1.2',
      entries: [
        {
          startedDateTime: '2026-11-20T08:00:00.000Z',
          time: 70_001,
          request: { method: 'POST', url: 'https://app.example.com/api/usersig', headers: [] },
          response: { status, content },
        },
      ],
    },
  })
const base64 = (text: string) => Buffer.from(text).toString('base64')
const AT = sign({ at: -700_000 })

/**
 * What a stranger pasted who wrote down the right cause of 216 pastes before asking: 174 had it first. Here are those that did
 * not, one of each kind, and texts without a login in which numbers only look like codes.
 */
export const fourthRound: readonly Report[] = [
  {
    source: 'sentence: identifier',
    pasted: 'identifier in the request does not match the one in UserSig',
    right: ['other_user', 'user_spelled'],
  },
  {
    source: 'sentence: SDKAppID',
    pasted: 'The requested SDKAppID does not match the SDKAppID in UserSig',
    right: ['hard_coded_app', 'other_app'],
  },
  {
    source: 'sentence: public key',
    pasted: '用公钥验证 UserSig 失败，请确认生成 UserSig 的私钥和 SDKAppID 是否对应',
    right: ['other_key', 'old_key_pair'],
  },
  { source: 'sentence: another device', pasted: 'KICKED_OUT type: multipleDevice', right: ['tencent_6208'] },
  { source: 'sentence: another device, Chinese', pasted: '账号在其他设备登录，被踢下线', right: ['tencent_6208'] },
  { source: 'sentence: event of the SDK', pasted: 'V2TIMSDKListener onKickedOffline()', right: ['tencent_6208'] },
  { source: 'sentence: onUserSigExpired', pasted: 'onUserSigExpired called, user offline', right: ['ticket_expired'] },
  {
    source: 'sentence: invalid',
    pasted: 'login error: Invalid UserSig',
    right: ['ticket_spoiled', 'wrong_packing', 'not_the_ticket'],
  },
  {
    source: 'sentence: invalid, Chinese',
    pasted: '登录失败：UserSig 无效',
    right: ['ticket_spoiled', 'wrong_packing', 'not_the_ticket'],
  },
  { source: 'sentence: check', pasted: 'UserSig 校验失败', right: ['other_key', 'wrong_recipe', 'key_spoiled'] },
  {
    source: 'sentence: signature',
    pasted: 'im login: signature verification failed',
    right: ['other_key', 'wrong_recipe', 'key_spoiled'],
  },
  {
    source: 'sentence: signature, Chinese',
    pasted: '进房报错 签名错误',
    right: ['other_key', 'wrong_recipe', 'key_spoiled'],
  },
  { source: 'sentence: key', pasted: 'wrong secret key', right: ['other_key', 'key_spoiled'] },
  { source: 'sentence: key, Chinese', pasted: '密钥错误', right: ['other_key', 'key_spoiled'] },
  { source: 'sentence: ended', pasted: 'user sig has expired', right: ['ticket_expired'] },
  { source: 'sentence: ended, Chinese', pasted: '签名已过期', right: ['ticket_expired'] },
  { source: 'sentence: no such application', pasted: 'SDKAppID does not exist', right: ['app_id_wrong'] },
  { source: 'sentence: no such application, Chinese', pasted: 'SDKAppID 不存在', right: ['app_id_wrong'] },
  {
    source: 'sentence: not logged in, Chinese',
    pasted: '发送消息失败：未登录',
    right: ['not_logged_in', 'tencent_6014'],
  },
  { source: 'number without its sign', pasted: 'enterRoom result: 4294867278', right: ['ticket_refused'] },
  { source: 'number with a comma', pasted: 'login failed, error code 70,009', right: ['other_key', 'key_spoiled'] },
  {
    source: 'no login: nginx',
    pasted: '10.0.0.1 - - [20/Nov/2026:08:00:00 +0000] "GET /a.js HTTP/1.1" 200 70001',
    right: ['nothing'],
  },
  { source: 'no login: an order', pasted: 'Your order 70009 has shipped', right: ['nothing'] },
  { source: 'no login: a port', pasted: 'Server listening on port 6206', right: ['nothing'] },
  { source: 'no login: a build', pasted: 'build finished in 70001 ms, 6206 modules', right: ['nothing'] },
  {
    source: 'no login: three lines',
    pasted: 'Server listening on port 6206\nGET /index.html 200 70001\nconnected to db in 7013 ms',
    right: ['nothing'],
  },
  {
    source: 'answer that is undefined',
    pasted: "TypeError: Cannot read properties of undefined (reading 'userSig')",
    right: ['ticket_missing', 'not_the_ticket'],
  },
  { source: 'own code: a page', pasted: 'login failed: unauthenticated', right: ['usersig_unauthenticated'] },
  { source: 'own code: a proxy', pasted: 'login failed: http_502 Bad Gateway', right: ['usersig_http_<status>'] },
  {
    source: 'own code: a callable function',
    pasted: '{"error":"unauthenticated","message":"you are not logged in"}',
    right: ['usersig_unauthenticated'],
  },
  {
    source: 'own code: HAR',
    pasted: har({ mimeType: 'application/problem+json', text: PROBLEM }, 401),
    right: ['usersig_unauthenticated'],
  },
  {
    source: 'HAR with base64',
    pasted: har({ mimeType: 'application/json', encoding: 'base64', text: base64(JSON.stringify({ userSig: AT })) }),
    right: ['expired'],
  },
  {
    source: 'HAR with a JWT',
    pasted: har({ mimeType: 'application/json', text: JSON.stringify({ userSig: JWT }) }),
    right: ['jwt'],
  },
  {
    source: 'HAR with a good ticket, slow',
    pasted: har({ mimeType: 'application/json', text: JSON.stringify({ userSig: sign() }) }),
    context: { keys },
    right: ['nothing'],
  },
  {
    source: 'curl without a ticket',
    pasted: `curl '${REST}/im_open_login_svc/kick?sdkappid=${app}&identifier=administrator&usersig=&random=1&contenttype=json'`,
    right: ['ticket_missing'],
  },
  {
    source: 'curl by a user',
    pasted: `curl '${REST}/im_open_login_svc/kick?sdkappid=${app}&identifier=alice&usersig=${sign()}&random=1&contenttype=json'`,
    context: { keys },
    right: ['admin_missing'],
  },
  {
    source: '.env, swapped',
    pasted: `USERSIG_SDKAPPID=${key}\nUSERSIG_SECRETKEY=${app}`,
    right: ['arguments_swapped'],
  },
  { source: '.env, key alone', pasted: `USERSIG_SECRETKEY=${key.toUpperCase()}`, right: ['key_upper_case'] },
  {
    source: '.env, a quote that stays open',
    pasted: `USERSIG_SDKAPPID=${app}\nUSERSIG_SECRETKEY='${key}`,
    right: ['key_quotes'],
  },
  {
    source: 'Objective-C',
    pasted: `static NSString * const SECRETKEY = @"${key.toUpperCase()}";\nstatic const int SDKAPPID = ${app};`,
    right: ['key_upper_case'],
  },
  { source: 'quotes in quotes', pasted: `SDKAPPID = ${app}\nSECRETKEY = "'${key}'"`, right: ['key_quotes'] },
  { source: 'a blank in quotes', pasted: `SDKAPPID = ${app}\nSECRETKEY = ' ${key}'`, right: ['key_white_space'] },
  {
    source: 'Java: empty',
    pasted: 'V2TIMManager.getInstance().login("alice", "", callback);',
    right: ['ticket_missing'],
  },
  {
    source: 'Go: swapped',
    pasted: 'sig, err := tencentyun.GenUserSig(key, appid, "alice", 86400)',
    right: ['arguments_swapped'],
  },
  {
    source: 'Chat: a text',
    pasted: `const chat = TencentCloudChat.create({ SDKAppID: '${app}' })`,
    right: ['app_id_text'],
  },
  { source: 'milliseconds', pasted: `SDKAPPID = ${app}\nEXPIRETIME = 604800 * 1000`, right: ['expire_milliseconds'] },
  {
    source: 'a web page',
    pasted: '<!DOCTYPE html>\n<html><head><title>404 Not Found</title></head><body><h1>404</h1></body></html>',
    right: ['web_page'],
  },
  { source: 'a short web page', pasted: '<html><body>404</body></html>', right: ['web_page'] },
  { source: 'a group', pasted: 'joinGroup failed code=10007 desc=not group member', right: ['tencent_10007'] },
  {
    source: 'TRTC Web',
    pasted: 'RtcError: <INVALID_PARAMETER 0x1001> userSig is invalid',
    right: ['ticket_spoiled', 'wrong_packing', 'not_the_ticket', 'login_parameter_wrong'],
  },
  { source: 'cut by three', pasted: sign().slice(0, -3), right: ['cut_off'] },
  {
    source: 'another ticket was used',
    pasted: `${sign()}\nlogin error code 70001`,
    context: { keys },
    right: ['another_ticket_sent'],
  },
  { source: 'a name in front', pasted: sign({ key: `SECRETKEY=${key}` }), context: { keys }, right: ['key_changed'] },
  {
    source: 'the other application was signed',
    pasted: sign({ signed: { sdkAppId: 1_400_777_777 } }),
    context: { keys, sdkAppId: 1_400_777_777 },
    right: ['signed_app', 'app_mismatch'],
  },
  {
    source: 'a quoted mail',
    pasted: `> login with\n> ${sign().slice(0, 76)}\n> ${sign().slice(76)}`,
    right: ['white_space', 'nothing'],
  },
  {
    source: 'HTML',
    pasted: AT.replace(/\*/g, '&#42;')
      .replace(/^/, '')
      .replace(/(.{20})/, '$1'),
    right: ['expired', 'html_encoded'],
  },
  { source: 'pasted twice', pasted: sign().repeat(2), right: ['pasted_twice'] },
  {
    source: 'one answer, another user and application',
    pasted: JSON.stringify({ sdkAppId: 1_400_000_001, userId: 'bob', userSig: sign() }),
    context: { keys },
    right: ['app_mismatch', 'user_mismatch'],
  },
  {
    source: 'a login of another user',
    pasted: `chat.login({ userID: 'bob', userSig: '${sign()}' })`,
    context: { keys },
    right: ['user_mismatch'],
  },
]
