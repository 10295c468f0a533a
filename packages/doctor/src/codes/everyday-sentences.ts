import type { Sentence } from './sentence.ts'

const TLS = 'cloud.tencent.com/document/product/269/1671'
const CHAT = '@tencentcloud/chat index.js'
const LISTENER = 'trtc.io/document/47969'

const SPOILED = ['ticket_spoiled', 'not_the_ticket', 'wrong_packing'] as const
const REFUSED = ['other_key', 'key_spoiled', 'wrong_recipe'] as const
const ENDED = ['ticket_expired', 'lifetime_wrong', 'clock_wrong'] as const

/** Several spellings of the same. */
const all = (what: Omit<Sentence, 'text'>, ...texts: readonly string[]): Sentence[] =>
  texts.map((text) => ({ text, ...what }))

/** What people, apps and servers of their own say in place of Tencent's message. The documents name what it stands for. */
export const EVERYDAY_SENTENCES: readonly Sentence[] = /* @__PURE__ */ [
  ...all(
    { code: 70013, document: TLS },
    'identifier in the request does not match',
    'userid in the request does not match',
  ),
  ...all({ code: 70014, document: TLS }, 'sdkappid does not match', 'sdkappid in the request does not match'),
  ...all({ code: 70009, document: TLS }, '用公钥验证 usersig 失败'),
  ...all(
    { causes: REFUSED, document: TLS },
    'usersig 校验失败',
    'usersig 验证失败',
    '签名错误',
    '签名校验失败',
    '签名验证失败',
    'signature mismatch',
    'signature does not match',
    'signature verification failed',
  ),
  ...all({ causes: REFUSED, isWeak: true, document: TLS }, 'invalid signature'),
  ...all(
    { causes: ['other_key', 'key_spoiled'], document: TLS },
    'wrong secret key',
    'invalid secret key',
    'invalid secretkey',
    '密钥错误',
    '密钥不正确',
  ),
  ...all(
    { causes: SPOILED, document: TLS },
    'invalid usersig',
    'invalid user sig',
    'usersig invalid',
    'usersig is invalid',
    'usersig is not valid',
    'user sig is invalid',
    'usersig 无效',
    'usersig 不合法',
  ),
  ...all({ causes: SPOILED, isWeak: true, document: TLS }, 'usersig 错误'),
  ...all(
    { causes: ENDED, document: TLS },
    'user sig has expired',
    'user sig expired',
    'ticket has expired',
    'ticket expired',
    '签名已过期',
  ),
  ...all({ causes: ENDED, document: LISTENER }, 'onusersigexpired'),
  ...all({ code: 70020, document: TLS }, 'sdkappid does not exist', 'sdkappid not found', 'sdkappid 不存在'),
  ...all({ code: 6208, document: CHAT }, 'multipledevice', 'multipleaccount'),
  ...all({ code: 6208, document: LISTENER }, 'onkickedoffline'),
  ...all({ code: 6208, document: TLS }, '其他设备登录', '其它设备登录'),
  ...all({ code: 6208, isWeak: true, document: TLS }, '被踢下线'),
  ...all({ code: 6208, isWeak: true, document: LISTENER }, 'kicked offline'),
  ...all({ code: -1001, source: 'call', document: 'TUICallKit' }, 'package you purchased does not support'),
  ...all({ code: 6014, isWeak: true, document: TLS }, '未登录'),
  ...all({ code: 6012, isWeak: true, document: TLS }, '登录超时', 'login timeout', 'login timed out'),
]
