import { listUserSigErrors } from '@usersig/core/internal'
import { describe, expect, it } from 'vitest'
import { diagnose, explainCode, listTencentCodes, listToolkitCodes } from '../src/index.ts'

/** Numbers of Tencent's documents that are about login, ticket, room rights, and what stands beside them. */
const DOCUMENTED = [
  70001, 70002, 70003, 70004, 70005, 70006, 70007, 70008, 70009, 70010, 70013, 70014, 70016, 70017, 70018, 70020, 70050,
  70051, 70052, 70107, 70114, 70169, 70202, 70221, 70252, 70346, 70347, 70398, 70399, 70402, 70403, 70500, 60002, 60003,
  60004, 60005, 60006, 60007, 60008, 60009, 60010, 60011, 60012, 60013, 60014, 60015, 60016, 60017, 60018, 60019, 60020,
  60021, 6012, 6013, 6014, 6015, 6017, 6026, 6206, 6208, 6632, 7002, 7003, 7008, 7009, 7013, 7014, 7501, 7502, 8010,
  8021, -10003, 2000, 2001, 2002, 2003, 2022, 2023, 2024, 2025, 2801, 3002, 3003, 3004, 3006, 10004, 10007, 10008,
  10010, 10012, 10015, 10019, 10026, -3301, -3308, -3315, -3316, -3317, -3318, -3319, -3320, -3325, -3340, -100000,
  -100001, -100003, -100004, -100005, -100006, -100010, -100011, -100013, -100014, -100015, -100016, -100017, -100018,
  -101000, -101001, -101002, -101003, -102001, -102003, -102004, -102005, -102010, -102011, -102013, -102015, -102019,
  -102023, -102029, -102030, -102052, -102055, -1, -2, -3, -4, -5, -6, -7, -8, 5000, 5001, 5002, 5003, 5012, 5013, 5014,
  5015, 5016, 5100, 5101, 5200, 5300, 5301, 5309, 5400, 5401, 5402, 5500, 4096, 4097, 4098, 4099, 4100, 16385, 16386,
  16387, 16388, 16389, 16390, 16448, 16449, 65535, 11000, -10010, -1001, -1002, -1003, -1101, -1102, -1201, -1202,
  -1203, -1204, -1205, -1401, -1406, 60001, -1000, -1004, -1100, -1109, -2100, -2101, -2102, -2103, -2105, -2106, -2107,
  -2108, -2200, -2300, -2301, 83007, 84002, 85001, 87001, 141000, 141002, 141004, 90009, 20002, 20003, 30003, 10003,
]

describe('explainCode', () => {
  it.each(DOCUMENTED)('explains %i', (code) => {
    const [explanation] = explainCode(code)
    expect(Math.abs(explanation?.code ?? 0)).toBe(Math.abs(code))
    for (const text of [explanation?.meaning, explanation?.action]) expect(text).toMatch(/^\w.*\.$/)
  })

  it('shows every meaning of a number, or that of one program', () => {
    expect(explainCode(-8).map(({ source }) => source)).toEqual(['trtc-native', 'trtc-web-v4'])
    expect(explainCode(-1001).map(({ source }) => source)).toEqual(['call', 'room-engine'])
    expect(explainCode(-1001, { source: 'room-engine' })).toHaveLength(1)
    expect(explainCode(70009, { source: 'chat-web' })).toEqual([])
  })

  it.each([
    ['-70009', 70009],
    [' 70009 ', 70009],
    ['－７０００９', 70009],
    ['0x4004', 16388],
    ['3301', -3301],
    ['code: 70009', 70009],
    ['70009,', 70009],
    ['ErrorCode=70009', 70009],
    ['{"ActionStatus":"FAIL","ErrorCode":60012}', 60012],
    ['错误码：70014', 70014],
    ['ERR_SVR_ACCOUNT_USERSIG_EXPIRED', 70001],
    ['ERR_SERVER_CENTER_NO_PRIVILEDGE_ENTER_ROOM', -102011],
    ['Err_TLS_Third_Sig_Check_Sig_Identifier_Unmatch', 70013],
    ['get tinyid error', -100018],
    ['Rest Api need sdkappid', 60012],
    ['The UserSig in use is illegal', 70003],
  ])('%s is %i', (text, code) => {
    expect(explainCode(text)[0]?.code).toBe(code)
    expect(diagnose(text).tencentCode).toBe(code)
  })

  it.each([0, 12_345, Number.NaN, '', ' ', 'abc', '2026-11-23 12:00:00', '1.70009.2'])(
    'knows nothing of %j',
    (code) => {
      expect(explainCode(code)).toEqual([])
    },
  )

  it('takes numbers and texts only', () => {
    expect(() => explainCode(undefined as never)).toThrow(TypeError)
    expect(() => explainCode(1, { language: 'fr' as never })).toThrow(TypeError)
  })
})

describe('the codes', () => {
  it('have a source each', () => {
    for (const { code, source, document } of listTencentCodes()) {
      expect([code, source, /[a-z]+\.[a-z]+\/|\.h$|index\.js$/.test(document)]).toEqual([code, source, true])
    }
  })

  it('stand once in each program', () => {
    const keys = listTencentCodes().map(({ source, code }) => `${source} ${code}`)
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([])
  })

  it('are found by each of their constants', () => {
    for (const { code, names } of listTencentCodes()) {
      for (const name of names.filter((each) => /^[A-Za-z]+_\w+$/.test(each))) {
        expect([name, explainCode(name).map((each) => each.code)]).toEqual([name, expect.arrayContaining([code])])
      }
    }
  })

  it('of this toolkit name known ones of Tencent', () => {
    const own = listToolkitCodes()
    for (const { code, tencentCode } of listUserSigErrors()) {
      expect(own).toContainEqual(expect.objectContaining({ code, tencentCode, origin: 'ticket' }))
      if (tencentCode !== undefined) expect(explainCode(tencentCode)[0]?.source).toBe('server')
    }
  })
})
