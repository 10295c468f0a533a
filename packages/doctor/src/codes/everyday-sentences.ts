import type { Sentence } from './sentence.ts'

const TLS = 'cloud.tencent.com/document/product/269/1671'
const CHAT = '@tencentcloud/chat index.js'
const LISTENER = 'trtc.io/document/47969'

const SPOILED = ['ticket_spoiled', 'not_the_ticket', 'wrong_packing'] as const
const REFUSED = ['other_key', 'key_spoiled', 'wrong_recipe'] as const
const ENDED = ['ticket_expired', 'lifetime_wrong', 'clock_wrong'] as const

/** What people, apps and servers of their own say in place of Tencent's message. The documents name what it stands for. */
export const EVERYDAY_SENTENCES: readonly Sentence[] = [
  { text: 'identifier in the request does not match', code: 70013, document: TLS },
  { text: 'userid in the request does not match', code: 70013, document: TLS },
  { text: 'sdkappid does not match', code: 70014, document: TLS },
  { text: 'sdkappid in the request does not match', code: 70014, document: TLS },
  { text: '用公钥验证 usersig 失败', code: 70009, document: TLS },
  { text: 'usersig 校验失败', causes: REFUSED, document: TLS },
  { text: 'usersig 验证失败', causes: REFUSED, document: TLS },
  { text: '签名错误', causes: REFUSED, document: TLS },
  { text: '签名校验失败', causes: REFUSED, document: TLS },
  { text: '签名验证失败', causes: REFUSED, document: TLS },
  { text: 'signature mismatch', causes: REFUSED, document: TLS },
  { text: 'signature does not match', causes: REFUSED, document: TLS },
  { text: 'signature verification failed', causes: REFUSED, document: TLS },
  { text: 'invalid signature', causes: REFUSED, isWeak: true, document: TLS },
  { text: 'wrong secret key', causes: ['other_key', 'key_spoiled'], document: TLS },
  { text: 'invalid secret key', causes: ['other_key', 'key_spoiled'], document: TLS },
  { text: 'invalid secretkey', causes: ['other_key', 'key_spoiled'], document: TLS },
  { text: '密钥错误', causes: ['other_key', 'key_spoiled'], document: TLS },
  { text: '密钥不正确', causes: ['other_key', 'key_spoiled'], document: TLS },
  { text: 'invalid usersig', causes: SPOILED, document: TLS },
  { text: 'invalid user sig', causes: SPOILED, document: TLS },
  { text: 'usersig invalid', causes: SPOILED, document: TLS },
  { text: 'usersig is invalid', causes: SPOILED, document: TLS },
  { text: 'usersig is not valid', causes: SPOILED, document: TLS },
  { text: 'user sig is invalid', causes: SPOILED, document: TLS },
  { text: 'usersig 无效', causes: SPOILED, document: TLS },
  { text: 'usersig 不合法', causes: SPOILED, document: TLS },
  { text: 'usersig 错误', causes: SPOILED, isWeak: true, document: TLS },
  { text: 'user sig has expired', causes: ENDED, document: TLS },
  { text: 'user sig expired', causes: ENDED, document: TLS },
  { text: 'ticket has expired', causes: ENDED, document: TLS },
  { text: 'ticket expired', causes: ENDED, document: TLS },
  { text: '签名已过期', causes: ENDED, document: TLS },
  { text: 'onusersigexpired', causes: ENDED, document: LISTENER },
  { text: 'sdkappid does not exist', code: 70020, document: TLS },
  { text: 'sdkappid not found', code: 70020, document: TLS },
  { text: 'sdkappid 不存在', code: 70020, document: TLS },
  { text: 'multipledevice', code: 6208, document: CHAT },
  { text: 'multipleaccount', code: 6208, document: CHAT },
  { text: 'onkickedoffline', code: 6208, document: LISTENER },
  { text: '其他设备登录', code: 6208, document: TLS },
  { text: '其它设备登录', code: 6208, document: TLS },
  { text: '被踢下线', code: 6208, isWeak: true, document: TLS },
  { text: 'kicked offline', code: 6208, isWeak: true, document: LISTENER },
  { text: 'package you purchased does not support', code: -1001, source: 'call', document: 'TUICallKit' },
  { text: '未登录', code: 6014, isWeak: true, document: TLS },
  { text: '登录超时', code: 6012, isWeak: true, document: TLS },
  { text: 'login timeout', code: 6012, isWeak: true, document: TLS },
  { text: 'login timed out', code: 6012, isWeak: true, document: TLS },
]
