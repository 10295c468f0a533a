import { describe, expect, it } from 'vitest'
import { listUserSigErrors, UserSigError, type UserSigErrorCode } from '../src/errors.ts'
import { TENCENT_CODES } from '../src/tencent-codes.ts'
import { explainTencentError, listTencentErrors } from '../src/tencent-errors.ts'

const DOCUMENTED = [
  70001, 70002, 70003, 70004, 70005, 70006, 70009, 70013, 70014, 70016, 70020, 70050, 70051, 70107, 70402, 70403, 60010,
  60015, 60020, 6014, 6206, 6208, 7003, 7501, 3002, 3003, 3004, 3006, 5000, 5012, 5013, 5015, 5016, 5400, -8, -3317,
  -3318, -3319, -3320, -100006, -100013, -100018,
]

/** Every code, which the type sees to: a new one is to be placed here. */
const TENCENT_CODE_OF: Record<UserSigErrorCode, number | undefined> = {
  invalid_sdk_app_id: undefined,
  invalid_secret_key: undefined,
  invalid_user_id: undefined,
  invalid_expire: undefined,
  invalid_time: undefined,
  invalid_room: undefined,
  invalid_privileges: undefined,
  invalid_user_buf: undefined,
  too_large: 70003,
  malformed: 70003,
  unsupported_version: 70003,
  bad_signature: 70009,
  app_mismatch: 70014,
  user_mismatch: 70013,
  expired: 70001,
  not_yet_valid: undefined,
  unexpected_user_buf: undefined,
  user_buf_mismatch: undefined,
  not_a_private_map_key: undefined,
  room_mismatch: undefined,
}

describe('explainTencentError', () => {
  it.each(DOCUMENTED)('explains %i', (code) => {
    const explanation = explainTencentError(code)
    expect(explanation?.code).toBe(code)
    for (const text of [explanation?.meaning, explanation?.action]) expect(text).toMatch(/^\w.*\.$/)
    expect(explanation?.document).not.toBe('')
  })

  it('knows no code twice in one program', () => {
    const keys = TENCENT_CODES.map(({ source, code }) => `${source} ${code}`)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('takes digits from a log, and the program that answered', () => {
    expect(explainTencentError('70009')?.meaning).toMatch(/another key/)
    expect(explainTencentError(-100013)?.source).toBe('trtc-web')
    expect(explainTencentError(-100013, 'trtc-native')?.source).toBe('trtc-native')
  })

  it.each([0, 12_345, Number.NaN, '', ' ', 'abc'])('knows nothing of %j', (code) => {
    expect(explainTencentError(code)).toBeUndefined()
    expect(explainTencentError(70009, 'chat-web')).toBeUndefined()
  })

  it.each(Object.entries(TENCENT_CODE_OF))('explains the code that goes with %s', (code, tencentCode) => {
    expect(new UserSigError(code as UserSigErrorCode, 'a message').tencentCode).toBe(tencentCode)
    if (tencentCode !== undefined) expect(explainTencentError(tencentCode)?.source).toBe('server')
  })
})

it('lists all codes, those of Tencent and our own', () => {
  const codes = listTencentErrors().map(({ code }) => code)
  for (const code of codes) expect(explainTencentError(code)?.code).toBe(code)
  for (const { code, hint, tencentCode } of listUserSigErrors()) {
    expect(new UserSigError(code, '')).toMatchObject({ hint, tencentCode })
    if (tencentCode !== undefined) expect(codes).toContain(tencentCode)
  }
})
