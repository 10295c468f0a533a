import { table } from './row.ts'

const CALL = 'trtc.io/document/54901; trtc.io/document/69214'
/** Of the web alone; the SDK itself has 60006 where the page has 60005. */
const CALL_WEB = 'cloud.tencent.com/document/product/647/90445; @tencentcloud/call-engine-js 3.3.4'
const ROOM =
  'tencentcloud.com/document/product/647/60027; trtc.io/document/60326; cloud.tencent.com/document/product/647/118566'

/** Codes of TUICallKit, and of TUIRoomKit and TUILiveKit: the same numbers mean different things. */
export const CALL_AND_ROOM_CODES = /* @__PURE__ */ [
  ...table('call', CALL, [
    [-1001, 'ERROR_PACKAGE_NOT_PURCHASED', 'buy'],
    [-1002, 'ERROR_PACKAGE_NOT_SUPPORTED', 'buy'],
    [-1003, 'ERROR_TIM_VERSION_OUTDATED', 'update'],
    [-1101, 'ERROR_PERMISSION_DENIED', 'device'],
    [-1102, 'ERROR_GET_DEVICE_LIST_FAIL', 'device'],
    [-1201, 'ERROR_INIT_FAIL', 'init_first', 'not_initialised'],
    [-1202, 'ERROR_PARAM_INVALID', 'named_parameter', 'login_parameter_wrong'],
    [-1203, 'ERROR_REQUEST_REFUSED', 'login_first'],
    [-1204, 'ERROR_REQUEST_REPEATED', 'wait_login'],
    [-1205, 'ERROR_SCENE_NOT_SUPPORTED', 'parameters'],
    [-1401, '', 'retry_network'],
    [-1406, '', 'retry_network'],
    [8010, '', 'parameters'],
    [8021, '', 'callee', 'account_missing'],
  ]),
  ...table('call', CALL_WEB, [
    [60001, 'FAILURE_SWITCH_TO_AUDIO', 'in_call'],
    [60002, 'FAILURE_SWITCH_TO_VIDEO', 'in_call'],
    [60003, 'NOT_MICROPHONE_LIST', 'device'],
    [60004, 'NOT_CAMERA_LIST', 'device'],
    [60005, 'NOT_SUPPORT', 'browser'],
    [60006, 'NOT_SUPPORT', 'browser'],
  ]),
  ...table('live-room', 'github.com/tencentyun/MLVBSDK/issues/1; github.com/tencentyun/MLVBSDK/issues/86', [
    [204004, '', 'parameters', 'live_domain'],
  ]),
  ...table('room-engine', 'npmjs.com/package/tuikit-atomicx-react', [[30006, '', 'new_ticket', 'ticket_expired']]),
  ...table('room-engine', ROOM, [
    [-1000, '', 'copy_app', 'app_id_wrong'],
    [-1001, '', 'named_parameter', 'login_parameter_wrong'],
    [-1002, '', 'login_first', 'not_logged_in'],
    [-1003, '', 'device'],
    [-1004, '', 'buy'],
    [-1100, '', 'device'],
    [-1101, '', 'device'],
    [-1102, '', 'device'],
    [-1103, '', 'device'],
    [-1104, '', 'device'],
    [-1105, '', 'device'],
    [-1106, '', 'device'],
    [-1107, '', 'device'],
    [-1108, '', 'device'],
    [-1109, '', 'device'],
    [-2100, '', 'other_room'],
    [-2101, '', 'enter_first'],
    [-2102, '', 'parameters'],
    [-2103, '', 'parameters'],
    [-2105, '', 'room_48', 'room_kind'],
    [-2106, '', 'parameters'],
    [-2107, '', 'parameters'],
    [-2108, '', 'parameters'],
    [-2200, '', 'import_account', 'account_missing'],
    [-2300, '', 'parameters'],
    [-2301, '', 'parameters'],
  ]),
]
