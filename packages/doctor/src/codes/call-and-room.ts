import { table } from './row.ts'

const CALL = 'trtc.io/document/54901; trtc.io/document/69214'
/** Of the web alone; the SDK itself has 60006 where the page has 60005. */
const CALL_WEB = 'cloud.tencent.com/document/product/647/90445; @tencentcloud/call-engine-js 3.3.4'
const ROOM =
  'tencentcloud.com/document/product/647/60027; trtc.io/document/60326; cloud.tencent.com/document/product/647/118566'

/** Codes of TUICallKit, and of TUIRoomKit and TUILiveKit: the same numbers mean different things. */
export const CALL_AND_ROOM_CODES = /* @__PURE__ */ [
  ...table('call', CALL, [
    [-1001, 'ERROR_PACKAGE_NOT_PURCHASED', 'No package for calls was bought.', '没有购买音视频通话套餐。', 'buy'],
    [-1002, 'ERROR_PACKAGE_NOT_SUPPORTED', 'The package does not have this function.', '当前套餐不支持该功能。', 'buy'],
    [-1003, 'ERROR_TIM_VERSION_OUTDATED', 'The Chat SDK is too old.', 'Chat SDK 版本过低。', 'update'],
    [
      -1101,
      'ERROR_PERMISSION_DENIED',
      'The app has no permission for camera or microphone.',
      '没有摄像头或麦克风权限。',
      'device',
    ],
    [-1102, 'ERROR_GET_DEVICE_LIST_FAIL', 'The devices could not be listed.', '获取设备列表失败。', 'device'],
    [-1201, 'ERROR_INIT_FAIL', 'init was not called before.', '没有先调用 init。', 'init_first', 'not_initialised'],
    [
      -1202,
      'ERROR_PARAM_INVALID',
      'A parameter is not valid.',
      '参数无效。',
      'named_parameter',
      'login_parameter_wrong',
    ],
    [
      -1203,
      'ERROR_REQUEST_REFUSED',
      'The call is not possible in this state.',
      '当前状态不能这样调用。',
      'login_first',
    ],
    [-1204, 'ERROR_REQUEST_REPEATED', 'The call is already under way.', '重复调用。', 'wait_login'],
    [-1205, 'ERROR_SCENE_NOT_SUPPORTED', 'The scene does not support it.', '当前场景不支持该功能。', 'parameters'],
    [-1401, '', 'The signalling of the call failed.', '通话信令发送失败。', 'retry_network'],
    [-1406, '', 'The signalling of the call failed.', '通话信令发送失败。', 'retry_network'],
    [8010, '', 'The id of the call is not valid.', '信令 ID 无效。', 'parameters'],
    [8021, '', 'The user who is called never logged in.', '被叫用户从未登录过。', 'callee', 'account_missing'],
  ]),
  ...table('call', CALL_WEB, [
    [
      60001,
      'FAILURE_SWITCH_TO_AUDIO',
      'The video call could not be switched to audio.',
      '视频通话切换为语音失败。',
      'in_call',
    ],
    [
      60002,
      'FAILURE_SWITCH_TO_VIDEO',
      'The audio call could not be switched to video.',
      '语音通话切换为视频失败。',
      'in_call',
    ],
    [60003, 'NOT_MICROPHONE_LIST', 'There is no microphone that can be used.', '没有可用的麦克风。', 'device'],
    [60004, 'NOT_CAMERA_LIST', 'There is no camera that can be used.', '没有可用的摄像头。', 'device'],
    [60005, 'NOT_SUPPORT', 'The page has no WebRTC.', '当前页面不具备音视频通话能力。', 'browser'],
    [60006, 'NOT_SUPPORT', 'The page has no WebRTC.', '当前页面不具备音视频通话能力。', 'browser'],
  ]),
  ...table('live-room', 'github.com/tencentyun/MLVBSDK/issues/1; github.com/tencentyun/MLVBSDK/issues/86', [
    [
      204004,
      '',
      'The addresses to push to and to play from could not be made.',
      '获取推流、播放地址失败。',
      'parameters',
      'live_domain',
    ],
  ]),
  ...table('room-engine', ROOM, [
    [-1000, '', 'The SDKAppID was not found.', '找不到 SDKAppID。', 'copy_app', 'app_id_wrong'],
    [-1001, '', 'A parameter is not valid.', '参数无效。', 'named_parameter', 'login_parameter_wrong'],
    [-1002, '', 'Not logged in.', '未登录。', 'login_first', 'not_logged_in'],
    [-1003, '', 'The app has no permission for camera or microphone.', '没有摄像头或麦克风权限。', 'device'],
    [-1004, '', 'The function needs a package.', '该功能需要购买套餐。', 'buy'],
    [-1100, '', 'The camera could not be opened.', '打开摄像头失败。', 'device'],
    [-1101, '', 'The app has no permission for the camera.', '没有摄像头权限。', 'device'],
    [-1102, '', 'Another program uses the camera.', '摄像头被占用。', 'device'],
    [-1103, '', 'There is no camera.', '没有摄像头。', 'device'],
    [-1104, '', 'The microphone could not be opened.', '打开麦克风失败。', 'device'],
    [-1105, '', 'The app has no permission for the microphone.', '没有麦克风权限。', 'device'],
    [-1106, '', 'Another program uses the microphone.', '麦克风被占用。', 'device'],
    [-1107, '', 'There is no microphone.', '没有麦克风。', 'device'],
    [-1108, '', 'The screen could not be captured.', '获取屏幕分享对象失败。', 'device'],
    [-1109, '', 'Screen sharing could not be started.', '开启屏幕分享失败。', 'device'],
    [-2100, '', 'There is no such room.', '房间不存在。', 'other_room'],
    [-2101, '', 'The room must be entered first.', '需要先进房。', 'enter_first'],
    [-2102, '', 'The owner of the room cannot leave it.', '房主不支持退房。', 'parameters'],
    [-2103, '', 'Rooms of this type do not support it.', '当前房间类型不支持该操作。', 'parameters'],
    [-2105, '', 'The id of the room is illegal.', '房间 ID 非法。', 'room_48', 'room_kind'],
    [-2106, '', 'The id of the room is taken.', '房间 ID 已被使用。', 'parameters'],
    [-2107, '', 'The name of the room is illegal.', '房间名称非法。', 'parameters'],
    [-2108, '', 'The user is in another room already.', '用户已在另一个房间内。', 'parameters'],
    [-2200, '', 'There is no such user.', '用户不存在。', 'import_account', 'account_missing'],
    [-2300, '', 'The call needs the rights of the owner of the room.', '需要房主权限。', 'parameters'],
    [-2301, '', 'The call needs the rights of an administrator of the room.', '需要管理员权限。', 'parameters'],
  ]),
]
