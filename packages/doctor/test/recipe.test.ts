import { createHash, createHmac } from 'node:crypto'
import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { diagnose } from '../src/index.ts'
import { toTicket } from './support.ts'

const APP = 1_400_123_456
const KEY = '3f2a91c07be4d85516f09a2277cd41b8e06d5f3c9a8817402be6c1d30f5a9e74'
const TIME = 1_760_000_000
const FIELDS = { 'TLS.identifier': 'alice', 'TLS.sdkappid': APP, 'TLS.time': TIME, 'TLS.expire': 604_800 }
const keys = [{ sdkAppId: APP, secretKey: KEY }]

const lines = (fields: Record<string, unknown> = FIELDS, end = '\n') =>
  Object.entries(fields)
    .map(([name, value]) => `${name}:${value}${end}`)
    .join('')
const hmac = (content: string, key: string | Buffer = KEY) => createHmac('sha256', key).update(content).digest()
const sha256 = (...parts: string[]) => createHash('sha256').update(parts.join('')).digest()

/** The document around a signature. */
const documentOf = (sig: string | Buffer, change: Record<string, unknown> = {}) =>
  JSON.stringify({
    'TLS.ver': '2.0',
    ...FIELDS,
    ...change,
    'TLS.sig': typeof sig === 'string' ? sig : sig.toString('base64'),
  })
const pack = (document: string) => toTicket(deflateSync(document))
const look = (text: string) => diagnose(text, { keys, userId: 'alice', sdkAppId: APP, now: TIME + 100 })

const sum = `alice${APP}${TIME}604800`
const [user, app, time, expire] = Object.entries(FIELDS)
const inOrder = (...order: ([string, string | number] | undefined)[]) =>
  lines(Object.fromEntries(order.filter((each) => each !== undefined)))

/** What a wrong generator signs, with the right key, and what the doctor calls it. */
const SIGNED: readonly (readonly [name: string, signature: Buffer | string, code: string])[] = [
  ['a literal \\n', hmac(lines(FIELDS, '\\n')), 'signed_lines'],
  ['CR LF', hmac(lines(FIELDS, '\r\n')), 'signed_lines'],
  ['CR', hmac(lines(FIELDS, '\r')), 'signed_lines'],
  ['no line ends', hmac(lines(FIELDS, '')), 'signed_lines'],
  ['no last line end', hmac(lines().trimEnd()), 'signed_lines'],
  ['commas between', hmac(lines().trimEnd().replaceAll('\n', ',')), 'signed_lines'],
  ['a line end before', hmac(`\n${lines()}`), 'signed_shape'],
  ['the SDKAppID first', hmac(inOrder(app, user, time, expire)), 'signed_order'],
  ['the alphabet as order', hmac(inOrder(expire, user, app, time)), 'signed_order'],
  ['values alone', hmac(`alice\n${APP}\n${TIME}\n604800\n`), 'signed_shape'],
  ['the version, too', hmac(`TLS.ver:2.0\n${lines()}`), 'signed_shape'],
  ['spaces behind colons', hmac(lines().replaceAll(':', ': ')), 'signed_shape'],
  ['equals signs', hmac(lines().replaceAll(':', '=')), 'signed_shape'],
  ['names without TLS', hmac(lines().replaceAll('TLS.', '')), 'signed_shape'],
  ['the UserID in quotes', hmac(lines({ ...FIELDS, 'TLS.identifier': '"alice"' })), 'signed_shape'],
  ['no lifetime', hmac(lines(FIELDS).replace('TLS.expire:604800\n', '')), 'signed_shape'],
  ['the formula of the FAQ', hmac(`${sum}${Buffer.from(sum).toString('base64')}`), 'signed_formula'],
  ['another case of the UserID', hmac(lines({ ...FIELDS, 'TLS.identifier': 'Alice' })), 'signed_user'],
  ['undefined as UserID', hmac(lines({ ...FIELDS, 'TLS.identifier': 'undefined' })), 'signed_user'],
  ['SDKAppID 0', hmac(lines({ ...FIELDS, 'TLS.sdkappid': 0 })), 'signed_app'],
  ['the second after', hmac(lines({ ...FIELDS, 'TLS.time': TIME + 1 })), 'signed_time'],
  ['milliseconds', hmac(lines({ ...FIELDS, 'TLS.time': TIME * 1000 })), 'signed_time'],
  ['the default lifetime', hmac(lines({ ...FIELDS, 'TLS.expire': 15_552_000 })), 'signed_expire'],
  ['the end as lifetime', hmac(lines({ ...FIELDS, 'TLS.expire': TIME + 604_800 })), 'signed_expire'],
  ['an empty buffer', hmac(`${lines()}TLS.userbuf:\n`), 'signed_buffer'],
  ['a plain hash', sha256(lines()), 'signed_hash'],
  ['a hash over key and text', sha256(KEY, lines()), 'signed_hash'],
  ['a hash over text and key', sha256(lines(), KEY), 'signed_hash'],
  ['key and message swapped', hmac(KEY, Buffer.from(lines())), 'signed_hash'],
  ['the base64 of hex', Buffer.from(hmac(lines()).toString('hex')), 'signed_hash'],
  ['hex', hmac(lines()).toString('hex'), 'signature_hex'],
  ['the alphabet of tickets', toTicket(hmac(lines())), 'signature_alphabet'],
  ['SHA-1', createHmac('sha1', KEY).update(lines()).digest(), 'signature_length'],
  ['zeros', Buffer.alloc(32), 'signature_zero'],
]

describe('a wrong generator', () => {
  it.each(SIGNED)('%s: the key is not blamed', (_name, signature, code) => {
    const { verdict, causes } = look(pack(documentOf(signature)))
    expect([verdict, causes[0]?.code]).toEqual(['invalid', code])
    const said = JSON.stringify(causes)
    expect(said).not.toContain('bad_signature')
  })

  it('a buffer that was left out of the signed text', () => {
    const document = documentOf(hmac(lines()), { 'TLS.userbuf': 'AQID' })
    expect(look(pack(document)).causes[0]?.code).toBe('signed_buffer')
  })

  it('what no known mistake explains is said to be that', () => {
    expect(look(pack(documentOf(hmac(lines(), 'f'.repeat(64))))).causes[0]?.code).toBe('bad_signature')
  })
})

const DOCUMENT = documentOf(hmac(lines()))
const latin1 = deflateSync(DOCUMENT).toString('latin1')

describe('a wrong packing', () => {
  it.each([
    ['no zlib', Buffer.from(DOCUMENT).toString('base64'), 'not_compressed'],
    ['raw deflate', toTicket(deflateRawSync(DOCUMENT)), 'raw_deflate'],
    ['gzip', toTicket(gzipSync(DOCUMENT)), 'gzip'],
    ['base64 twice', Buffer.from(deflateSync(DOCUMENT).toString('base64')).toString('base64'), 'base64_twice'],
    ['the ticket encoded again', toTicket(Buffer.from(pack(DOCUMENT))), 'base64_twice'],
    ['hexadecimal', deflateSync(DOCUMENT).toString('hex'), 'hex_packed'],
    ['bytes as UTF-8 of a text', toTicket(Buffer.from(latin1)), 'text_encoded'],
    ['the bare document', DOCUMENT, 'not_packed'],
  ])('%s, with the signature checked all the same', (_name, text, code) => {
    const { verdict, causes, findings, claims, tencentCode } = look(text)
    expect([verdict, causes[0]?.code, claims?.userId, tencentCode]).toEqual(['invalid', code, 'alice', 70003])
    expect(findings.map((each) => each.code)).toContain('verified')
  })

  it.each([
    ['bytes lost in a text', toTicket(Buffer.from(deflateSync(DOCUMENT).toString('utf8'))), 'text_spoiled'],
    ['the signature alone', hmac(lines()).toString('base64'), 'signature_alone'],
  ])('%s', (_name, text, code) => {
    expect(look(text).causes[0]?.code).toBe(code)
  })
})
