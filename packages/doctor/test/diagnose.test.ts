import { createHmac } from 'node:crypto'
import { inspect } from 'node:util'
import { deflateSync } from 'node:zlib'
import { decodeUserSig } from '@usersig/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type DiagnoseContext, diagnose, dissect, packDocument, showDuration, showMoment } from '../src/index.ts'
import { APP, hostile, KEY, NOW, official, quirks, signerWith } from './support.ts'

const keys = [
  { sdkAppId: 20000001, secretKey: 'another key' },
  { sdkAppId: APP, secretKey: ['the new key', KEY] },
]
const signer = signerWith()
const ticket = signer.genUserSig('alice', { expire: 86_400 })
const foreign = signerWith({ secretKey: 'e'.repeat(64) }).genUserSig('alice')
const key = signer.genPrivateMapKey('alice', { roomId: 123, expire: 86_400 })

const look = (text: string, options: DiagnoseContext = {}) => diagnose(text, { keys, now: NOW, ...options })
const codes = ({ findings }: ReturnType<typeof look>, severity = 'error') =>
  findings.filter((each) => each.severity === severity).map(({ code }) => code)

/** A ticket over a document of our own, signed with any bytes as the key. */
function sign(claims: Record<string, unknown>, secret: string | Buffer = KEY): string {
  const all = {
    'TLS.ver': '2.0',
    'TLS.identifier': 'alice',
    'TLS.sdkappid': APP,
    'TLS.time': NOW,
    'TLS.expire': 86_400,
    ...claims,
  }
  const names = ['TLS.identifier', 'TLS.sdkappid', 'TLS.time', 'TLS.expire'] as const
  // Go signs the 0 that it leaves out.
  const content = names.map((name) => `${name}:${all[name] ?? 0}\n`).join('')
  const sig = createHmac('sha256', secret).update(content).digest('base64')
  return packDocument(JSON.stringify({ ...all, 'TLS.sig': sig }))
}

describe('a ticket that is right', () => {
  it('is valid with its key, and unverified without', () => {
    expect(look(ticket)).toMatchObject({
      verdict: 'valid',
      kind: 'user_sig',
      signedBy: { sdkAppId: APP, index: 1 },
      claims: { userId: 'alice' },
      tencentCode: undefined,
    })
    const unverified = look(ticket, { keys: [keys[0]!] })
    expect(unverified).toMatchObject({ verdict: 'unverified', signedBy: undefined })
    expect(codes(unverified, 'warning')).toEqual(['key_unknown'])
    expect(look(key)).toMatchObject({ verdict: 'valid', kind: 'private_map_key' })
    expect(look(key, { roomId: 123, userId: 'alice', sdkAppId: APP }).verdict).toBe('valid')
    expect(look(signer.genUserSig('alice', { userBuf: Uint8Array.of(1) }))).toMatchObject({
      verdict: 'valid',
      kind: 'user_sig_with_buffer',
    })
  })

  it.each(official)('of $implementation, $kind of $userId', ({ userSig, sdkAppId, secretKey, userId, time }) => {
    const found = diagnose(userSig, { keys: [{ sdkAppId, secretKey }], now: time, userId, sdkAppId })
    const isAscii = /^[\x20-\x7e]*$/.test(userId)
    expect([found.verdict, codes(found)]).toEqual(isAscii ? ['valid', []] : ['invalid', ['user_id_not_ascii']])
    expect(found.findings.map(({ code }) => code)).toContain('verified')
  })
})

describe('what does not fit', () => {
  it.each<[string, string, DiagnoseContext, string[], number | undefined]>([
    ['another user', ticket, { userId: 'bob' }, ['user_mismatch'], 70013],
    ['another application', ticket, { sdkAppId: 20000001 }, ['app_mismatch'], 70014],
    ['expired', ticket, { now: NOW + 86_406 }, ['expired'], 70001],
    ['from the future', ticket, { now: NOW - 3600 }, ['not_yet_valid'], undefined],
    ['a PrivateMapKey as login', key, { expect: 'user_sig' }, ['unexpected_user_buf'], undefined],
    ['a UserSig for a room', ticket, { roomId: 123 }, ['not_a_private_map_key'], -100006],
    ['a UserSig as PrivateMapKey', ticket, { expect: 'private_map_key' }, ['not_a_private_map_key'], -100006],
    ['another room', key, { roomId: 124 }, ['room_mismatch'], -100006],
    ['the same room as a string', key, { strRoomId: '123' }, ['room_mismatch'], -100006],
    ['a PrivateMapKey of another user', key, { userId: 'bob' }, ['user_mismatch'], -100006],
    ['a PrivateMapKey that expired', key, { now: NOW + 86_406 }, ['expired'], -100006],
    ['a PrivateMapKey from the future', key, { now: NOW - 3600 }, ['not_yet_valid'], undefined],
    ['a PrivateMapKey cut off', key.slice(0, 99), { strRoomId: 'x' }, ['cut_off'], -100006],
    [
      'a PrivateMapKey of another user as login',
      key,
      { expect: 'user_sig', userId: 'bob' },
      ['user_mismatch', 'unexpected_user_buf'],
      70013,
    ],
    ['two faults', ticket, { userId: 'bob', now: NOW + 90_000 }, ['user_mismatch', 'expired'], 70013],
    ['a wrong key', ticket, { keys: [{ sdkAppId: APP, secretKey: 'f'.repeat(64) }] }, ['sample_key'], 70009],
    ['another wrong key', foreign, { keys: [{ sdkAppId: APP, secretKey: 'f'.repeat(64) }] }, ['bad_signature'], 70009],
    ['the key of another application', ticket, { keys: [{ sdkAppId: 2, secretKey: KEY }] }, ['other_app_key'], 70009],
  ])('%s', (_name, text, options, expected, tencentCode) => {
    const found = look(text, options)
    expect([found.verdict, codes(found), found.tencentCode]).toEqual(['invalid', expected, tencentCode])
    expect(
      found.findings.filter(({ severity }) => severity === 'error').every(({ action }) => action.length > 10),
    ).toBe(true)
  })

  it('tells near misses', () => {
    const message = (options: DiagnoseContext) => look(ticket, options).findings[0]?.message
    expect(message({ userId: 'Alice' })).toContain('differ in the case of letters')
    expect(message({ userId: 'alice ' })).toContain('differ in white space')
    expect(look(key, { strRoomId: '123' }).findings[0]?.message).toContain(
      'the number room 123, not the string room "123"',
    )
    expect(message({ keys: [{ sdkAppId: 2, secretKey: KEY }] })).toContain('signed with the key of 2')
  })

  it('a user buffer where a login is meant', () => {
    const withBuffer = signer.genUserSig('alice', { userBuf: Uint8Array.of(1) })
    expect(codes(look(withBuffer, { expect: 'user_sig' }))).toEqual(['unexpected_user_buf'])
  })

  it('a room record that contradicts the ticket around it', () => {
    const bob = signer.genPrivateMapKey('bob', { roomId: 5 })
    const userBuf = signer.verifyPrivateMapKey(bob).userBuf
    expect(codes(look(signer.genUserSig('alice', { userBuf })))).toEqual(['room_user_mismatch'])
    const other = signerWith({ sdkAppId: 9 })
    const record = other.verifyPrivateMapKey(other.genPrivateMapKey('alice', { strRoomId: 'x' })).userBuf
    expect(codes(look(signer.genUserSig('alice', { userBuf: record })))).toEqual(['room_app_mismatch'])
    const short = signer.verifyPrivateMapKey(signer.genPrivateMapKey('alice', { roomId: 5, expire: 60 })).userBuf
    const longer = signer.genUserSig('alice', { userBuf: short, expire: 3600 })
    expect(look(longer, { now: NOW + 120 }).findings[0]?.message).toBe('Its rights in the room ended 1 minute ago.')
  })
})

describe('a key that was changed before it signed', () => {
  it.each([
    ['line break', `${KEY}\n`],
    ['Windows line break', `${KEY}\r\n`],
    ['double quotes', `"${KEY}"`],
    ['single quotes', `'${KEY}'`],
    ['a space', `${KEY} `],
    ['upper case', KEY.toUpperCase()],
    ['hex', Buffer.from(KEY, 'hex')],
    ['base64', Buffer.from(KEY).toString('base64')],
  ])('%s', (name, secret) => {
    const found = look(sign({}, secret))
    expect([codes(found), found.tencentCode]).toEqual([['key_changed'], 70009])
    expect(found.causes[0]?.message).toContain(name)
  })

  it('keys that are no hex and no ASCII are compared, too', () => {
    const odd = [{ sdkAppId: APP, secretKey: '钥匙' }]
    expect(codes(look(foreign, { keys: odd }))).toEqual(['bad_signature'])
    expect(look(sign({}, '钥匙'), { keys: odd }).verdict).toBe('valid')
  })
})

describe('what is odd', () => {
  it.each([
    ['TLS.time in milliseconds', { 'TLS.time': NOW * 1000 }, 'error', 'milliseconds'],
    ['TLS.time as a text', { 'TLS.time': String(NOW) }, 'warning', 'time_text'],
    ['TLS.expire in milliseconds', { 'TLS.expire': 604_800_000 }, 'warning', 'expire_milliseconds'],
    ['a day in milliseconds', { 'TLS.expire': 86_400_000 }, 'warning', 'expire_milliseconds'],
    ['ten years in seconds', { 'TLS.expire': 315_360_000 }, 'info', 'long_lifetime'],
    ['TLS.expire as a point in time', { 'TLS.expire': NOW + 86_400 }, 'warning', 'expire_moment'],
    ['a lifetime of seconds', { 'TLS.expire': 30 }, 'warning', 'short_lifetime'],
    ['a lifetime of years', { 'TLS.expire': 100_000_001 }, 'info', 'long_lifetime'],
    ['a UserID that some products refuse', { 'TLS.identifier': 'alice smith' }, 'info', 'user_id_other'],
  ])('%s', (_name, claims, severity, code) => {
    expect(codes(look(sign(claims)), severity)).toContain(code)
  })
})

describe('a document that is whole, and wrong', () => {
  it('TLS.time as a text, as HarmonyOS writes it, is verified all the same', () => {
    const { verdict, claims, signedBy, tencentCode } = look(sign({ 'TLS.time': String(NOW) }))
    expect([verdict, claims?.issuedAt, signedBy?.sdkAppId, tencentCode]).toEqual(['valid', NOW, APP, undefined])
    expect(look(sign({ 'TLS.time': String(NOW) }, 'wrong')).verdict).toBe('invalid')
    expect(look(sign({ 'TLS.time': 'today' })).verdict).toBe('invalid')
    expect(look(sign({ 'TLS.time': String(NOW), 'TLS.sdkappid': String(APP) })).verdict).toBe('invalid')
  })

  it.each([
    ['a lifetime of 0', { 'TLS.expire': 0 }],
    ['no lifetime, as Go writes 0', { 'TLS.expire': undefined }],
  ])('%s ends at once', (_name, claims) => {
    const found = look(sign(claims))
    expect([codes(found), found.tencentCode]).toEqual([['no_lifetime'], 70001])
  })

  it('a wrong type is no cut', () => {
    const [first] = look(sign({ 'TLS.sdkappid': String(APP) })).findings
    expect([first?.code, first?.action]).toEqual(['field_text', expect.stringContaining('Number(')])
  })
})

const bomb = deflateSync(Buffer.alloc(100_000))
  .toString('base64')
  .replace(/\+/g, '*')
  .replace(/\//g, '-')
  .replace(/=/g, '_')

describe('what is no ticket', () => {
  it.each([
    ['nothing', '  \n', 'empty', ['empty'], 70002],
    ['a JWT', 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhbGljZSJ9.c2ln', 'jwt', ['jwt'], 70003],
    ['a secret key', KEY, 'secret_key', ['secret_key'], 70003],
    ['a PEM key', '-----BEGIN PRIVATE KEY-----\nMIG', 'private_key', ['private_key'], 70003],
    ['a cloud API key', `AKID${'z8krbsJ5yKBZQpn74WFkmL'}`, 'cloud_api_key', ['cloud_api_key'], 70003],
    ['a token of Agora', `007eJx${'Ab+/'.repeat(20)}`, 'other_token', ['agora_token'], 70003],
    ['a token of ZEGO', `04AAAAAG${'Ab+/'.repeat(20)}`, 'other_token', ['zego_token'], 70003],
    ['an SDKAppID', '1400000000', 'number', ['app_id'], undefined],
    ['words', 'no ticket yet', 'unknown', ['nothing_found'], undefined],
    ['nothing, as text', 'undefined', 'unknown', ['not_there'], 70003],
    ['a placeholder', '<userSig>', 'unknown', ['placeholder'], 70003],
    ['a masked ticket', 'login alice eJwt****Sgw2g__', 'unknown', ['masked'], undefined],
    ['a novel', 'x'.repeat(70_000), 'unknown', ['nothing_found'], undefined],
    ['a library', 'x'.repeat(1_100_000), 'unknown', ['text_too_large'], undefined],
  ])('%s', (_name, text, kind, expected, tencentCode) => {
    const found = diagnose(text)
    const found2 = [found.verdict, found.kind, found.findings.map(({ code }) => code), found.tencentCode]
    expect(found2).toEqual(['none', kind, expected, tencentCode])
  })
})

describe('what is not whole', () => {
  it.each([
    ['letters of one case', ticket.toLowerCase(), 'unknown', 'case_lost', 70003],
    ['a cut', ticket.slice(0, 130), 'user_sig', 'cut_off', 70003],
    ['a cut at a limit', ticket.slice(0, 128), 'user_sig', 'cut_off_at_limit', 70003],
    ['a cut that leaves nothing', ticket.slice(0, 8), 'unknown', 'cut_off', 70003],
    ['a missing checksum', ticket.slice(0, -8), 'user_sig', 'cut_off', 70003],
    [
      'a changed character',
      packDocument(decodeUserSig(ticket).document, 'none').replace('VExT', 'VExU'),
      'user_sig',
      'damaged',
      70003,
    ],
    ['another version', packDocument('{"TLS.ver":"3.0"}'), 'user_sig', 'unsupported_version', 70003],
    ['another document', packDocument('{"name":"alice"}'), 'unknown', 'malformed', 70003],
    [
      'the old scheme',
      packDocument('{"TLS.account_type":"1","TLS.expire_after":"86400"}'),
      'ecdsa_user_sig',
      'ecdsa',
      undefined,
    ],
    ['a bomb', bomb, 'unknown', 'too_large', 70003],
    ['too many characters', ticket.repeat(31), 'user_sig', 'too_large', 70003],
  ])('%s', (_name, text, kind, code, tencentCode) => {
    const found = look(text)
    expect([found.verdict, found.kind, codes(found), found.tencentCode]).toEqual(['invalid', kind, [code], tencentCode])
  })

  it('tells what a developer may have done', () => {
    const actionOf = (text: string) => diagnose(text).findings[0]?.action
    for (const text of ['undefined', 'null', '[object Object]', '[object Promise]', '"undefined"']) {
      expect(actionOf(text)).toContain('await')
    }
    expect(actionOf(ticket.slice(40))).toContain('double click')
    expect(actionOf('hello')).toContain('Paste the UserSig')
  })

  it('names the column that cut it', () => {
    expect(look(ticket.slice(0, 128)).findings[0]?.message).toContain('columns and buffers of 128 end')
  })

  it('what was repaired is an error, as the client gets it unrepaired', () => {
    const found = look(`"${encodeURIComponent(ticket)}"`)
    expect([found.verdict, codes(found), found.tencentCode]).toEqual(['invalid', ['quotes'], 70003])
    expect(found.claims?.userId).toBe('alice')
    expect(found.signedBy?.sdkAppId).toBe(APP)
  })

  it.each([...hostile, ...quirks])('$case', ({ userSig }) => {
    expect(look(userSig).findings.length).toBeGreaterThan(0)
  })
})

it('the gravest comes first', () => {
  const { findings } = look(sign({ 'TLS.expire': 30, 'TLS.identifier': 'a b' }), { userId: 'bob' })
  expect(findings.map(({ severity }) => severity)).toEqual(['error', 'warning', 'warning', 'info', 'info', 'info'])
})

it('never throws because of the text, and never repeats it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 24, maxLength: 300 }), (text) => {
      expect(['invalid', 'none']).toContain(look(text).verdict)
    }),
  )
  for (const text of [ticket, key, KEY, ticket.slice(0, 100), `"${ticket}"`, ticket.toLowerCase()]) {
    const shown = inspect(look(text, { userId: 'bob' }), { depth: 9 }) + JSON.stringify(look(text))
    for (const secret of [text.slice(0, 20), text.slice(-20), dissect(ticket).document.slice(-46, -2), KEY]) {
      expect(shown).not.toContain(secret)
    }
  }
})

it('faults of the caller are errors', () => {
  expect(() => look(ticket, { keys: [{ sdkAppId: 0, secretKey: KEY }] })).toThrow(
    expect.objectContaining({ code: 'invalid_sdk_app_id' }),
  )
  expect(() => look(ticket, { keys: [{ sdkAppId: 1, secretKey: 7 as never }] })).toThrow(TypeError)
  expect(() => look(ticket, { clockTolerance: Number.NaN })).toThrow(TypeError)
  expect(() => look(ticket, { language: 'de' as never })).toThrow(TypeError)
  expect(() => look(ticket, { now: 1e12 })).toThrow(expect.objectContaining({ code: 'invalid_time' }))
  expect(() => look(ticket, { user: 'alice' } as never)).toThrow(TypeError)
  expect(() => diagnose(undefined as never)).toThrow(new TypeError('the text is undefined, but must be a string'))
  expect(diagnose(ticket).findings.length).toBeGreaterThan(0)
})

it('times are told in words', () => {
  expect([0, 1, 59, 60, 61, 3600, 90_000, 86_400 * 365, 86_400 * 400].map((seconds) => showDuration(seconds))).toEqual([
    '0 seconds',
    '1 second',
    '59 seconds',
    '1 minute',
    '1 minute 1 second',
    '1 hour',
    '1 day 1 hour',
    '1 year',
    '1 year 35 days',
  ])
  expect([showMoment(0), showMoment(1e15)]).toEqual(['1970-01-01 00:00:00 UTC', '1000000000000000'])
})
