import { table } from './row.ts'

const ACCOUNT = 'cloud.tencent.com/document/product/679/131708'
const ACCOUNT_TXLITEAV = 'cloud.tencent.com/document/product/647/32257; TXLiteAVCode.h'
const WEB_V4 = 'web.sdk.qcloud.com/trtc/webrtc/doc/en/module-ErrorCode.html'
const IMPORT = 'tencentcloud.com/zh/document/product/1047/34953; cloud.tencent.com/document/product/454/1608'

/** Codes of the account service, which every product asks. */
export const ACCOUNT_CODES = /* @__PURE__ */ [
  ...table('server', ACCOUNT, [
    [
      70001,
      'ERR_SVR_ACCOUNT_USERSIG_EXPIRED, ERR_SERVER_SSO_SIG_EXPIRED',
      'new_ticket_or_lifetime',
      'ticket_expired',
      'lifetime_wrong',
      'kicked',
      'clock_wrong',
    ],
    [
      70003,
      'ERR_SVR_ACCOUNT_USERSIG_CHECK_FAILED, ERR_SERVER_SSO_SIG_VERIFICATION_FAILED_1',
      'whole_ticket',
      'ticket_spoiled',
      'not_the_ticket',
      'wrong_packing',
    ],
    [
      70009,
      'ERR_SVR_ACCOUNT_USERSIG_MISMATCH_PUBLICKEY, ERR_SERVER_SSO_SIG_VERIFICATION_FAILED_7',
      'own_key',
      'other_key',
      'key_spoiled',
      'old_key_pair',
      'other_file',
      'wrong_recipe',
      'release_build',
    ],
    [
      70013,
      'ERR_SVR_ACCOUNT_USERSIG_MISMATCH_ID, ERR_SERVER_SSO_SIG_VERIFICATION_ID_NOT_MATCH, Err_TLS_Third_Sig_Check_Sig_Identifier_Unmatch',
      'same_user',
      'other_user',
      'user_spelled',
      'old_ticket',
    ],
    [
      70014,
      'ERR_SVR_ACCOUNT_USERSIG_MISMATCH_SDKAPPID, ERR_SERVER_SSO_APPID_NOT_MATCH',
      'same_app',
      'hard_coded_app',
      'other_app',
    ],
    [70016, 'ERR_SVR_ACCOUNT_USERSIG_PUBLICKEY_NOT_FOUND', 'create_key', 'key_not_created', 'other_region'],
    [
      70020,
      'ERR_SVR_ACCOUNT_SDKAPPID_NOT_FOUND, ERR_SERVER_SSO_APPID_NOT_FOUND',
      'region',
      'app_id_wrong',
      'other_region',
    ],
    [70050, 'ERR_SVR_ACCOUNT_FREQ_LIMIT', 'wait_minute'],
    [70051, 'ERR_SVR_ACCOUNT_BLACKLIST, ERR_SERVER_SSO_ACCOUNT_IN_BLACKLIST', 'unblock'],
    [70107, 'ERR_SVR_ACCOUNT_NOT_FOUND', 'import_account', 'account_missing'],
    [70169, 'ERR_SVR_ACCOUNT_INTERNAL_TIMEOUT', 'retry'],
    [70202, '', 'retry'],
    [70402, 'ERR_SVR_ACCOUNT_INVALID_PARAMETERS', 'login_parameters', 'login_parameter_wrong', 'auto_login'],
    [70403, 'ERR_SVR_ACCOUNT_ADMIN_REQUIRED', 'admin', 'admin_missing'],
    [70500, 'ERR_SVR_ACCOUNT_INTERNAL_ERROR, ERR_SERVER_SSO_INTERNAL_ERROR', 'retry'],
  ]),
  ...table('server', WEB_V4, [
    [70002, 'ERR_SVR_ACCOUNT_USERSIG_EMPTY', 'wait_for_ticket'],
    [70004, 'ERR_SERVER_SSO_SIG_VERIFICATION_FAILED_2', 'whole_ticket', 'ticket_spoiled', 'not_the_ticket'],
    [
      70005,
      'ERR_SVR_ACCOUNT_USERSIG_CHECK_FAILED_EX, ERR_SERVER_SSO_SIG_VERIFICATION_FAILED_3',
      'doctor',
      'other_key',
      'ticket_spoiled',
    ],
    [70006, 'ERR_SERVER_SSO_SIG_VERIFICATION_FAILED_4', 'doctor', 'other_key', 'ticket_spoiled'],
  ]),
  ...table('server', ACCOUNT_TXLITEAV, [
    [70007, 'ERR_SERVER_SSO_SIG_VERIFICATION_FAILED_5', 'doctor', 'other_key', 'ticket_spoiled'],
    [70008, 'ERR_SERVER_SSO_SIG_VERIFICATION_FAILED_6', 'doctor', 'other_key', 'ticket_spoiled'],
    [70010, 'ERR_SERVER_SSO_SIG_VERIFICATION_FAILED_8', 'doctor', 'other_key', 'ticket_spoiled'],
    [70017, 'ERR_SERVER_SSO_VERIFICATION_EXPIRED', 'retry'],
    [70018, 'ERR_SERVER_SSO_VERIFICATION_FAILED', 'retry'],
    [70052, 'ERR_SVR_ACCOUNT_INVALID_USERSIG, ERR_SERVER_SSO_SIG_INVALID', 'new_ticket', 'kicked'],
    [70114, 'ERR_SVR_ACCOUNT_SEC_RSTR, ERR_SERVER_SSO_LIMITED_BY_SECURITY', 'retry'],
    [70221, 'ERR_SERVER_SSO_INVALID_LOGIN_STATUS', 'new_ticket'],
    [70252, 'ERR_SERVER_SSO_APPID_ERROR', 'copy_app', 'app_id_wrong'],
    [70346, 'ERR_SERVER_SSO_TICKET_VERIFICATION_FAILED', 'url_parameters', 'credential_parameters', 'old_key_pair'],
    [70347, 'ERR_SERVER_SSO_TICKET_EXPIRED', 'new_ticket', 'ticket_expired'],
  ]),
  ...table('server', IMPORT, [
    [
      70398,
      'ERR_SVR_ACCOUNT_COUNT_LIMIT, Err_TLS_Account_Num_Exceed_Threshold, ERR_SERVER_SSO_ACCOUNT_EXCEED_PURCHASES',
      'delete_accounts',
    ],
    [70399, '', 'parameters'],
  ]),
]
