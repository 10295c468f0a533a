import { table } from './row.ts'

const HEADER = 'V2TIMErrorCode.h; cloud.tencent.com/document/product/269/1671'

/** Codes of messages, which people meet right after a login that worked. */
export const MESSAGE_CODES = /* @__PURE__ */ table('messages', HEADER, [
  [20001, 'ERR_SVR_MSG_PKG_PARSE_FAILED', 'import_account', 'account_missing'],
  [20004, 'ERR_SVR_MSG_NET_ERROR', 'retry_network', 'network'],
  [20005, 'ERR_SVR_MSG_INTERNAL_ERROR1', 'retry'],
  [20006, 'ERR_SVR_MSG_PUSH_DENY', 'own_webhook'],
  [20007, 'ERR_SVR_MSG_IN_PEER_BLACKLIST', 'relation'],
  [20009, 'ERR_SVR_MSG_BOTH_NOT_FRIEND', 'relation'],
  [20010, 'ERR_SVR_MSG_NOT_PEER_FRIEND', 'relation'],
  [20011, 'ERR_SVR_MSG_NOT_SELF_FRIEND', 'relation'],
  [20012, 'ERR_SVR_MSG_SHUTUP_DENY', 'muted'],
  [90001, 'ERR_SVR_MSG_JSON_PARSE_FAILED', 'json_body'],
  [90002, 'ERR_SVR_MSG_INVALID_JSON_BODY_FORMAT', 'parameters'],
  [90003, 'ERR_SVR_MSG_INVALID_TO_ACCOUNT', 'to_account'],
  [90005, 'ERR_SVR_MSG_INVALID_RAND', 'parameters'],
  [90006, 'ERR_SVR_MSG_INVALID_TIMESTAMP', 'parameters'],
  [90007, 'ERR_SVR_MSG_BODY_NOT_ARRAY', 'parameters'],
  [90010, 'ERR_SVR_MSG_INVALID_JSON_FORMAT', 'parameters'],
  [90012, 'ERR_SVR_MSG_TO_ACCOUNT_NOT_FOUND', 'import_account', 'account_missing'],
])
