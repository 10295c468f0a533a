import { describe, expect, it } from 'vitest'
import { createLogReader, type DiagnoseContext, diagnose } from '../src/index.ts'
import { NOW, signerWith } from './support.ts'

const APP = 1_400_123_456
const KEY = '3f2a91c07be4d85516f09a2277cd41b8e06d5f3c9a8817402be6c1d30f5a9e74'
const keys = [{ sdkAppId: APP, secretKey: KEY }]
const signer = signerWith({ sdkAppId: APP, secretKey: KEY })
const ticket = signer.genUserSig('alice', { expire: 86_400 })
const roomKey = signer.genPrivateMapKey('alice', { roomId: 7, expire: 86_400 })
const admin = signer.genUserSig('administrator', { expire: 86_400 })
const look = (text: string, context: DiagnoseContext = {}) => diagnose(text, { now: NOW, keys, ...context })

const REST = `https://console.tim.qq.com/v4/im_open_login_svc/kick?sdkappid=${APP}&identifier=administrator&usersig=${admin}&random=1&contenttype=json`

describe('a good ticket stays good', () => {
  it.each([
    ['in a log line with a code', `2026-11-23 12:00:01 E login failed code=70009 userSig=${ticket} user=alice`],
    ['in a sentence with a code', `code: 70003, I pass ${ticket}`],
    ['in a JSON answer', JSON.stringify({ code: 0, data: { userId: 'alice', userSig: ticket, sdkAppId: APP } })],
    ['with a PrivateMapKey', JSON.stringify({ userSig: ticket, privateMapKey: roomKey })],
    ['in a curl line', `curl -X POST '${REST}' -d '{"UserID":"bob"}'`],
    ['in a REST URL, encoded', REST.replace(admin, encodeURIComponent(admin).replaceAll('*', '%2A'))],
    [
      'in a HAR',
      JSON.stringify({
        log: {
          entries: [
            {
              request: { method: 'POST', url: REST },
              response: { status: 200, content: { text: '{"ErrorCode":60010}' } },
            },
          ],
        },
      }),
    ],
    [
      'in code',
      `const chat = TencentCloudChat.create({ SDKAppID: ${APP} })\nchat.login({ userID: 'alice', userSig: '${ticket}' })`,
    ],
    ['in a header', `POST /room\nAuthorization: Bearer ${ticket}\n`],
    ['in an .env with its key', `USERSIG_SDKAPPID=${APP}\nUSERSIG_SECRETKEY=${KEY}\nSIG=${ticket}`],
    ['after an older one', `old ${signer.genUserSig('alice', { now: NOW - 900_000, expire: 60 })}\nnew ${ticket}`],
  ])('%s', (_name, text) => {
    expect(look(text).verdict).toBe('valid')
    expect(look(text, { keys: [] }).verdict).toBe(text.includes(KEY) ? 'valid' : 'unverified')
  })

  it('and the cause of its code lies elsewhere', () => {
    const first = (text: string) => look(text).causes[0]
    expect(first(`login failed, 70009 ${ticket}`)?.code).toBe('another_ticket_sent')
    expect(first(`login failed, 6206 ${ticket}`)?.code).toBe('kicked')
    expect(first(`login failed, 70014 ${ticket}`)?.code).toBe('hard_coded_app')
    expect(first(`login failed, 70013 ${ticket}`)?.evidence.join()).toContain('"alice"')
  })
})

describe('what a text says about the login', () => {
  it('a REST call names its user and application', () => {
    const wrong = look(REST.replace('identifier=administrator', 'identifier=admin'))
    expect([wrong.verdict, wrong.tencentCode, wrong.causes[0]?.code]).toEqual(['invalid', 70013, 'user_mismatch'])
    expect(look(REST.replace(`sdkappid=${APP}`, 'sdkappid=1400000001')).causes[0]?.code).toBe('app_mismatch')
  })

  it('another SDKAppID in code is a warning: it may be of another login', () => {
    const { verdict, causes } = look(
      `create({ SDKAppID: 1400188366 }); login({ userID: 'alice', userSig: '${ticket}' })`,
    )
    expect([verdict, causes[0]?.code]).toEqual(['valid', 'app_mismatch'])
  })

  it('a code that fits the fault is told, and one that does not', () => {
    const expired = signer.genUserSig('alice', { now: NOW - 90_000, expire: 60 })
    expect(look(`70001 ${expired}`).causes[0]).toMatchObject({
      code: 'expired',
      evidence: [expect.stringContaining('fits'), expect.anything()],
    })
    expect(look(`70014 ${expired}`).causes[0]?.evidence[0]).toContain('another fault')
  })

  it('the key beside the ticket is tried, put right where it must be', () => {
    const found = diagnose(`SDKAPPID=${APP}\nSECRETKEY="${KEY.toUpperCase()}"\n${ticket}`, { now: NOW })
    expect(found.findings.map(({ code }) => code)).toEqual(expect.arrayContaining(['verified', 'key_upper_case']))
    expect(diagnose(`SDKAPPID: ${APP}, SECRETKEY: ''`, { now: NOW }).verdict).toBe('none')
  })

  it('a key file alone is judged by its form', () => {
    expect(diagnose(`USERSIG_SDKAPPID=${APP}\nUSERSIG_SECRETKEY=${KEY}`).findings.map(({ code }) => code)).toEqual([
      'key_fine',
      'key_shown',
    ])
    expect(diagnose(`USERSIG_SDKAPPID=${APP}\nUSERSIG_SECRETKEY=${KEY.slice(1)}`).causes[0]?.code).toBe('key_length')
  })
})

describe('a log of megabytes', () => {
  const line = (i: number) => `2026-11-23 12:00:${i % 60} INFO frame ${i} rendered in 16 ms\n`
  const log = Array.from({ length: 60_000 }, (_, i) => line(i))
  log.splice(30_000, 0, `E Login failed, code 6206|msg userSig expired ${ticket}\n`)

  it('is read in pieces of any size', () => {
    const reader = createLogReader()
    const text = log.join('')
    for (let at = 0; at < text.length; at += 9973) reader.write(text.slice(at, at + 9973))
    const kept = reader.end()
    expect(text.length).toBeGreaterThan(2_000_000)
    expect(kept.length).toBeLessThan(65_537)
    expect(look(kept)).toMatchObject({ verdict: 'valid', tencentCode: 6206 })
  })

  it('is read at once up to half a mebibyte', () => {
    expect(look(log.slice(26_000, 34_000).join(''))).toMatchObject({ verdict: 'valid', tencentCode: 6206 })
  })

  it('takes text only', () => {
    expect(() => createLogReader().write(Buffer.from('x') as never)).toThrow(TypeError)
  })
})

it('rooms of SDKs that write 0 and the empty text for none', () => {
  const named = signer.genPrivateMapKey('alice', { strRoomId: 'abc', expire: 86_400 })
  expect(look(named, { roomId: 0, strRoomId: 'abc' }).verdict).toBe('valid')
  expect(look(roomKey, { roomId: 7, strRoomId: '' }).verdict).toBe('valid')
})

it('an SDKAppID as text, and one that cannot be', () => {
  expect(look(ticket, { sdkAppId: String(APP) }).verdict).toBe('valid')
  expect(look('70009', { sdkAppId: 10_400_188_366 }).findings[0]?.message).toContain('11 digits')
})

it('repeats neither a key nor a ticket, in any language', () => {
  const other = signerWith({ sdkAppId: APP, secretKey: `${KEY}x` }).genUserSig('alice')
  const texts = [
    `USERSIG_SDKAPPID=${APP}\nUSERSIG_SECRETKEY=${KEY}\nSIG=${ticket}`,
    `login 70009 ${other} with SECRETKEY: '${KEY}' userId: '${KEY}'`,
    `${REST}&identifier=${ticket}`,
    `userID: "${KEY}", sdkAppId: ${APP}, userSig: "${ticket}"`,
    `code ${KEY} ${ticket.slice(0, 80)}`,
    KEY.repeat(3),
  ]
  for (const text of texts) {
    for (const language of ['en', 'zh'] as const) {
      const said = JSON.stringify(look(text, { language, userId: KEY }))
      for (const secret of [KEY, ticket, other, admin]) expect(said).not.toContain(secret.slice(8, 40))
    }
  }
})
