import { table } from './row.ts'

const HEADER = 'V2TIMErrorCode.h; cloud.tencent.com/document/product/269/1671'

/** Codes of messages, which people meet right after a login that worked. */
export const MESSAGE_CODES = /* @__PURE__ */ table('messages', HEADER, [
  [
    20001,
    'ERR_SVR_MSG_PKG_PARSE_FAILED',
    'The request is not valid: check that sender and receiver exist.',
    '请求包非法：请检查发送方和接收方账号是否存在。',
    'import_account',
    'account_missing',
  ],
  [20004, 'ERR_SVR_MSG_NET_ERROR', 'The network failed.', '网络异常。', 'retry_network', 'network'],
  [20005, 'ERR_SVR_MSG_INTERNAL_ERROR1', 'The server failed.', '服务器内部错误。', 'retry'],
  [
    20006,
    'ERR_SVR_MSG_PUSH_DENY',
    'Your own server refused the message in its webhook (before sending).',
    '业务后台在发消息之前的回调里禁止下发该消息。',
    'own_webhook',
  ],
  [
    20007,
    'ERR_SVR_MSG_IN_PEER_BLACKLIST',
    'The receiver has blocked the sender.',
    '发送方在对方的黑名单里。',
    'relation',
  ],
  [
    20009,
    'ERR_SVR_MSG_BOTH_NOT_FRIEND',
    'Sender and receiver are not friends, which the application demands.',
    '双方互相不是好友，而应用开启了单聊的好友关系校验。',
    'relation',
  ],
  [
    20010,
    'ERR_SVR_MSG_NOT_PEER_FRIEND',
    'The sender is not a friend of the receiver, which the application demands.',
    '自己不是对方的好友，而应用开启了单聊的好友关系校验。',
    'relation',
  ],
  [
    20011,
    'ERR_SVR_MSG_NOT_SELF_FRIEND',
    'The receiver is not a friend of the sender, which the application demands.',
    '对方不是自己的好友，而应用开启了单聊的好友关系校验。',
    'relation',
  ],
  [20012, 'ERR_SVR_MSG_SHUTUP_DENY', 'The sender is muted.', '发送方被禁言。', 'muted'],
  [90001, 'ERR_SVR_MSG_JSON_PARSE_FAILED', 'The body is not valid JSON.', '请求体的 JSON 解析失败。', 'json_body'],
  [
    90002,
    'ERR_SVR_MSG_INVALID_JSON_BODY_FORMAT',
    'MsgBody does not have the documented form.',
    'MsgBody 不符合消息格式。',
    'parameters',
  ],
  [
    90003,
    'ERR_SVR_MSG_INVALID_TO_ACCOUNT',
    'To_Account is missing, or has the wrong type.',
    '缺少 To_Account 字段，或者其类型不对。',
    'to_account',
  ],
  [
    90005,
    'ERR_SVR_MSG_INVALID_RAND',
    'MsgRandom is missing, or is not an integer.',
    '缺少 MsgRandom 字段，或者它不是整数。',
    'parameters',
  ],
  [
    90006,
    'ERR_SVR_MSG_INVALID_TIMESTAMP',
    'MsgTimeStamp is missing, or is not an integer.',
    '缺少 MsgTimeStamp 字段，或者它不是整数。',
    'parameters',
  ],
  [90007, 'ERR_SVR_MSG_BODY_NOT_ARRAY', 'MsgBody is not an array.', 'MsgBody 不是数组。', 'parameters'],
  [
    90010,
    'ERR_SVR_MSG_INVALID_JSON_FORMAT',
    'The request does not have the documented form of a message.',
    '请求不符合消息格式。',
    'parameters',
  ],
  [
    90012,
    'ERR_SVR_MSG_TO_ACCOUNT_NOT_FOUND',
    'A receiver in To_Account does not exist.',
    'To_Account 里的账号没有注册，或者不存在。',
    'import_account',
    'account_missing',
  ],
])
