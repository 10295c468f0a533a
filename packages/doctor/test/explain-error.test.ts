import { describe, expect, it } from 'vitest'
import { explainError } from '../src/index.ts'

const TICKET = `eJw${'A'.repeat(80)}`

describe('explainError', () => {
  it.each([
    ['an error of the Chat SDK', Object.assign(new Error('UserSig is expired'), { code: 70001 }), 'ticket_expired'],
    [
      'an error of TRTC with the code of the server',
      { name: 'RtcError', code: 5400, extraCode: -100018 },
      'ticket_refused',
    ],
    ['an error of a native SDK', { errCode: 6206, errMsg: 'userSig expired' }, 'ticket_expired'],
    ['an error of the Chat SDK without a code', new Error('Params validate failed.'), 'ticket_missing'],
    ['a call before the login', Object.assign(new Error(' | getMyProfile | '), { code: 3000 }), 'not_logged_in'],
    ['a code as text', { code: '70009' }, 'other_key'],
    ['a number', 70013, 'other_user'],
    ['a sentence', new Error('Rest Api need sdkappid'), 'app_id_missing'],
    ['a kick by your server', 'REST_API_Kick', 'kicked'],
    ['a kick by another device', 'multipleDevice', 'tencent_3002'],
    ['the end of a ticket', 'userSigExpired', 'ticket_expired'],
    ['no network', 'disconnected', 'network'],
    ['an error of the client', { name: 'UserSigSourceError', code: 'invalid_answer' }, 'invalid_answer'],
    ['an answer of a proxy', { name: 'UserSigSourceError', code: 'http_502', status: 502 }, 'http_<status>'],
    ['an answer of the endpoint', { code: 'unauthenticated', status: 401 }, 'unauthenticated'],
  ])('explains %s', (_name, error, code) => {
    const [first] = explainError(error)
    expect(first?.code).toBe(code)
    expect(first?.message).not.toBe('')
    expect(first?.action).not.toBe('')
    expect(explainError(error, { language: 'zh' })[0]?.action).toMatch(/\p{Script=Han}/u)
  })

  it.each([
    [undefined],
    [null],
    [0],
    [''],
    [{}],
    [[]],
    [Symbol('x')],
    [{ code: {} }],
    [{ code: '__proto__' }],
    ['constructor'],
    [Number.NaN],
  ])('has nothing to say about %o', (error) => {
    expect(explainError(error)).toEqual([])
  })

  it('bears members that throw', () => {
    const hostile = {
      get code(): number {
        throw new Error('no')
      },
    }
    expect(explainError(hostile)).toEqual([])
  })

  it('repeats nothing of the error', () => {
    const error = { code: 70009, message: `login of alice failed with ${TICKET}`, config: { userSig: TICKET } }
    expect(JSON.stringify(explainError(error))).not.toMatch(/alice|eJw/)
  })
})
