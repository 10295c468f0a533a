import { type Row, table } from './row.ts'

const COMMON = 'cloud.tencent.com/document/product/679/131708; V2TIMErrorCode.h'
const REST = 'cloud.tencent.com/document/product/269/3853'
const PLANS = 'tencentcloud.com/zh/document/product/1047/47971; trtc.io/document/48867'
const GROUP = 'web.sdk.qcloud.com/im/download/error-message/v3/0.0.4/tim-error-message.txt; V2TIMErrorCode.h'
const CONFERENCE = 'cloud.tencent.com/document/product/1690/102911'

const numbers = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, i) => first + i)

/** Numbers of a family: their page says what each means. */
const family = (codes: readonly number[], en: string, zh: string): Row[] =>
  codes.map((code) => [code, '', en, zh, 'message'])

/** Codes of the REST API and of the services that it leads to. */
export const REST_CODES = /* @__PURE__ */ [
  ...table('rest', COMMON, [
    [
      60002,
      'ERR_SVR_COMM_INVALID_HTTP_URL',
      'The HTTP request or its URL could not be parsed.',
      'HTTP 请求或 URL 解析失败。',
      'url_parameters',
    ],
    [
      60003,
      'ERR_SVR_COMM_REQ_JSON_PARSE_FAILED',
      'The JSON of the request could not be parsed.',
      '请求的 JSON 解析失败。',
      'json_body',
    ],
    [
      60004,
      'ERR_SVR_COMM_INVALID_ACCOUNT',
      'The account or the signature in the URL or in the JSON is wrong.',
      'URL 或 JSON 里的账号或签名不对。',
      'url_parameters',
      'rest_url_wrong',
    ],
    [
      60005,
      'ERR_SVR_COMM_INVALID_ACCOUNT_EX',
      'The account or the signature in the URL or in the JSON is wrong.',
      'URL 或 JSON 里的账号或签名不对。',
      'url_parameters',
      'rest_url_wrong',
    ],
    [
      60006,
      'ERR_SVR_COMM_INVALID_SDKAPPID',
      'The SDKAppID is not valid.',
      'SDKAppID 无效。',
      'copy_app',
      'app_id_wrong',
    ],
    [60007, 'ERR_SVR_COMM_REST_FREQ_LIMIT', 'This call is made too often.', '该接口调用过于频繁。', 'slow_down'],
    [
      60008,
      'ERR_SVR_COMM_REQUEST_TIMEOUT',
      'The service timed out, or the HTTP request has a wrong format.',
      '服务超时，或者 HTTP 请求格式不对。',
      'url_parameters',
      'rest_url_wrong',
      'network',
    ],
    [
      60009,
      'ERR_SVR_COMM_INVALID_RES',
      'The resource or the URL of the call is wrong.',
      '请求的资源或 URL 不对。',
      'parameters',
    ],
    [
      60011,
      'ERR_SVR_COMM_SDKAPPID_FREQ_LIMIT',
      'The application makes too many calls.',
      '应用的调用总频率超限。',
      'slow_down',
    ],
    [
      60012,
      'ERR_SVR_COMM_SDKAPPID_MISS',
      'The SDKAppID is missing in the request.',
      '请求里缺少 SDKAppID。',
      'url_parameters',
      'app_id_missing',
    ],
    [
      60013,
      'ERR_SVR_COMM_RSP_JSON_PARSE_FAILED',
      'The JSON of the answer could not be parsed.',
      '应答的 JSON 解析失败。',
      'retry',
    ],
    [
      60014,
      'ERR_SVR_COMM_EXCHANGE_ACCOUNT_TIMEUT',
      'The exchange of the account timed out.',
      '置换账号超时。',
      'retry',
    ],
    [60015, 'ERR_SVR_COMM_INVALID_ID_FORMAT', 'A UserID is not a string.', 'UserID 不是字符串。', 'quote_user_ids'],
    [60016, 'ERR_SVR_COMM_SDKAPPID_FORBIDDEN', 'The application is disabled.', '应用已被禁用。', 'enable'],
    [60017, 'ERR_SVR_COMM_REQ_FORBIDDEN', 'The request is disabled.', '请求已被禁用。', 'enable'],
    [60018, 'ERR_SVR_COMM_REQ_FREQ_LIMIT', 'There are too many requests.', '请求过于频繁。', 'slow_down'],
    [60019, 'ERR_SVR_COMM_REQ_FREQ_LIMIT_EX', 'There are too many requests.', '请求过于频繁。', 'slow_down'],
    [60021, '', 'Calls from this IP address are not allowed.', '该来源 IP 不允许调用。', 'allow_ip'],
  ]),
  ...table('rest', REST, [
    [
      60010,
      'ERR_SVR_COMM_ID_NOT_ADMIN',
      'Only an administrator may do this.',
      '只有管理员才能执行此操作。',
      'admin',
      'admin_missing',
    ],
  ]),
  ...table('rest', PLANS, [
    [
      60020,
      'ERR_SVR_COMM_INVALID_SERVICE',
      'The plan of the application is missing or has expired.',
      '应用没有购买套餐，或者套餐已到期。',
      'pay',
    ],
  ]),
  ...table('group', GROUP, [
    [
      10003,
      'ERR_SVR_GROUP_API_NAME_ERROR',
      'The name of the call is wrong; old login services answer it for an SDKAppID that they do not know.',
      '请求的接口名称不对；旧的登录服务在不认识 SDKAppID 时也返回此码。',
      'copy_app',
      'app_id_wrong',
    ],
    [
      10004,
      'ERR_SVR_GROUP_INVALID_PARAMETERS',
      'A parameter of the group call is not valid.',
      '群组接口的参数非法。',
      'named_parameter',
    ],
    [
      10007,
      'ERR_SVR_GROUP_PERMISSION_DENY',
      'No right to do this; some calls are for app administrators only.',
      '没有操作权限；部分接口只允许 App 管理员调用。',
      'admin',
      'admin_missing',
    ],
    [
      10008,
      'ERR_SVR_GROUP_INVALID_REQ',
      'The request is illegal; perhaps the signature in it is wrong.',
      '请求非法，可能是其中的签名校验不正确。',
      'new_ticket',
      'ticket_expired',
      'other_key',
    ],
    [10010, 'ERR_SVR_GROUP_NOT_FOUND', 'There is no such group.', '群组不存在。', 'parameters'],
    [
      10012,
      'ERR_SVR_GROUP_INVALID_ID',
      'The UserID of the operator is illegal.',
      '操作者的 UserID 非法。',
      'user_id_letters',
    ],
    [10015, 'ERR_SVR_GROUP_INVALID_GROUPID', 'The id of the group is illegal.', '群组 ID 非法。', 'parameters'],
    [
      10019,
      'ERR_SVR_GROUP_ACCOUNT_NOT_FOUND',
      'There is no account of that UserID.',
      '请求的 UserID 不存在。',
      'import_account',
      'account_missing',
    ],
    [
      10026,
      'ERR_SVR_GROUP_SDKAPPID_DENY',
      'The command is disabled for this SDKAppID.',
      '该 SDKAppID 的请求命令字已被禁用。',
      'enable',
    ],
  ]),
  ...table('friends', 'cloud.tencent.com/developer/ask/170314; V2TIMErrorCode.h', [
    [
      30002,
      'ERR_SVR_FRIENDSHIP_INVALID_SDKAPPID',
      'The SDKAppID does not fit.',
      'SDKAppID 不匹配。',
      'same_app',
      'hard_coded_app',
    ],
    [
      30003,
      'ERR_SVR_FRIENDSHIP_ACCOUNT_NOT_FOUND, Err_Sns_Invalid_Account',
      'The account does not exist: it was not imported.',
      '账号不存在：没有导入。',
      'import_account',
      'account_missing',
    ],
    [
      30004,
      'ERR_SVR_FRIENDSHIP_ADMIN_REQUIRED',
      'The call needs an app administrator.',
      '该接口需要 App 管理员权限。',
      'admin',
      'admin_missing',
    ],
  ]),
  ...table('chat-client', 'V2TIMErrorCode.h; cloud.tencent.com/doc/product/269/1671', [
    [
      20002,
      'ERR_SVR_MSG_INTERNAL_AUTH_FAILED',
      'The service did not accept the login of the request.',
      '服务内部鉴权失败，不认可这次请求的登录。',
      'new_ticket',
      'ticket_expired',
      'other_key',
    ],
    [
      20003,
      'ERR_SVR_MSG_INVALID_ID',
      'A UserID is not valid, or was not imported.',
      'UserID 无效，或者没有导入。',
      'import_account',
      'account_missing',
    ],
  ]),
  ...table('push', 'tencentcloud.com/zh/document/product/1047/74196; V2TIMErrorCode.h', [
    [
      90009,
      'ERR_SVR_MSG_ADMIN_REQUIRED',
      'The call needs an app administrator.',
      '该接口需要 App 管理员权限。',
      'admin',
      'admin_missing',
    ],
  ]),
  ...table(
    'desk',
    'cloud.tencent.com/document/product/679/131708',
    family(
      [141000, 141002, 141004],
      'A code of the customer service (Desk); its message says which fault it is.',
      '客服（Desk）服务的错误码，具体原因见错误信息。',
    ),
  ),
  ...table(
    'conference',
    CONFERENCE,
    family(
      [83007, ...numbers(84002, 84006), ...numbers(85001, 85008), ...numbers(87001, 87008)],
      'A code of the REST API for TUIRoomKit; its message says which fault it is.',
      'TUIRoomKit 服务端接口的错误码，具体原因见错误信息。',
    ),
  ),
]
