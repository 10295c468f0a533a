import { table } from './row.ts'

const CLIENT = 'cloud.tencent.com/doc/product/269/1671; trtc.io/document/34348; V2TIMErrorCode.h'
const LOGIN = 'trtc.io/document/47971; cloud.tencent.com/doc/product/269/1671'
const WEB = 'web.sdk.qcloud.com/im/doc/zh-cn/module-ERROR_CODE.html'
const WEB_KICKED = 'trtc.io/document/47970; @tencentcloud/chat index.js'

/** Codes of the Chat SDKs. */
export const CHAT_CODES = /* @__PURE__ */ [
  ...table('chat-client', CLIENT, [
    [6012, 'ERR_REQUEST_TIMEOUT', 'retry_network', 'network', 'sdk_old'],
    [6013, 'ERR_SDK_NOT_INITIALIZED', 'init_first', 'not_initialised'],
    [6014, 'ERR_SDK_NOT_LOGGED_IN', 'login_first', 'not_logged_in'],
    [6015, 'ERR_IN_PROGESS', 'wait_login'],
    [6017, 'ERR_INVALID_PARAMETERS', 'named_parameter', 'login_parameter_wrong'],
    [6026, 'ERR_NO_PREVIOUS_LOGIN', 'new_ticket', 'auto_login'],
    [6206, 'ERR_USER_SIG_EXPIRED', 'new_ticket', 'ticket_expired', 'kicked', 'sdk_state', 'clock_wrong'],
    [6208, 'ERR_LOGIN_KICKED_OFF_BY_OTHER', 'stay_out'],
    [7002, 'ERR_SDK_COMM_TINYID_EMPTY', 'import_account', 'account_missing'],
    [7008, 'ERR_SDK_COMM_API_CALL_FREQUENCY_LIMIT', 'slow_down'],
    [7009, 'ERR_SDK_COMM_INTERRUPT', 'wait_login'],
    [7013, 'ERR_SDK_INTERFACE_NOT_SUPPORT', 'buy'],
    [7014, 'ERR_SDK_INVALID_OPERATION', 'login_first'],
    [7501, 'ERR_SDK_ACCOUNT_LOGIN_IN_PROCESS', 'wait_login'],
    [7502, 'ERR_SDK_ACCOUNT_LOGOUT_IN_PROCESS', 'wait_login'],
    [8010, 'ERR_SDK_SIGNALING_INVALID_INVITE_ID', 'parameters'],
    [9508, 'ERR_SDK_NET_DISCONNECT', 'retry_network', 'network'],
    [-10003, 'ERR_SVR_SSO_A2_UP_INVALID', 'new_ticket', 'kicked', 'sdk_state'],
  ]),
  ...table('chat-client', LOGIN, [
    [7003, 'ERR_SDK_COMM_INVALID_IDENTIFIER, ERR_SDK_COMM_INVALID_USERID', 'user_id_ascii', 'user_id_odd'],
  ]),
  ...table('chat-client', 'github.com/TencentCloud/TIMSDK/issues/190', [[6632, '', 'update', 'sdk_old', 'network']]),
  ...table('chat-client', 'github.com/TencentCloud/TIMSDK/issues/195', [
    [6707, 'RawData packet timeout', 'retry_network', 'network', 'sdk_old'],
  ]),
  ...table('chat-client', 'V2TIMErrorCode.h', [
    [9503, 'ERR_SDK_NET_AUTH_INVALID', 'login_first', 'not_logged_in'],
    [9510, 'ERR_SDK_NET_CONN_TIMEOUT', 'retry_network', 'network'],
    [9519, 'ERR_SDK_NET_WAIT_SEND_TIMEOUT', 'retry_network', 'network'],
    [9520, 'ERR_SDK_NET_WAIT_ACK_TIMEOUT', 'retry_network', 'network'],
  ]),
  ...table('chat-client', 'github.com/TencentCloud/TIMSDK/issues/25', [
    [-5, 'tls exchange failed', 'reinstall', 'ticket_expired', 'sdk_state'],
  ]),
  ...table('chat-web', WEB, [
    [2000, 'NO_SDKAPPID', 'pass_app', 'app_id_missing'],
    [2001, 'NO_ACCOUNT_TYPE', 'update'],
    [2002, 'NO_IDENTIFIER', 'pass_user'],
    [2003, 'NO_USERSIG', 'wait_for_ticket'],
    [2022, 'NO_TINYID', 'login_first', 'not_logged_in'],
    [2023, 'NO_A2KEY', 'login_first', 'not_logged_in'],
    [2024, 'USER_NOT_LOGGED_IN', 'login_first', 'not_logged_in'],
    [2025, 'REPEAT_LOGIN', 'wait_login'],
    [2800, 'NETWORK_ERROR', 'retry_network', 'domain_list', 'network'],
    [2801, 'NETWORK_TIMEOUT', 'retry_network', 'domain_list', 'network'],
  ]),
  ...table('chat-web', WEB_KICKED, [
    [2805, 'NO_NETWORK', 'retry_network', 'network'],
    [2999, 'SDK_IS_NOT_READY', 'login_first', 'not_logged_in'],
    [3000, 'LOGGING_IN', 'login_first', 'not_logged_in'],
    [3001, 'LOGIN_FAILED', 'message_code', 'ticket_refused'],
    [3002, 'KICKED_OUT_MULT_DEVICE', 'stay_out'],
    [3003, 'KICKED_OUT_MULT_ACCOUNT', 'stay_out_pages'],
    [3004, 'KICKED_OUT_USERSIG_EXPIRED', 'new_ticket', 'ticket_expired'],
    [3005, 'LOGGED_OUT', 'login_first', 'not_logged_in'],
    [3006, 'KICKED_OUT_REST_API', 'kicked_by_rest', 'kicked'],
  ]),
  ...table(
    'mini-program',
    'github.com/TencentCloud/TIMSDK/issues/221; developers.weixin.qq.com/miniprogram/dev/framework/ability/network.html',
    [[-2, '', 'domains', 'domain_list']],
  ),
]
