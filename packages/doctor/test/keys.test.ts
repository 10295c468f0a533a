import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { diagnose, inspectSecretKey } from '../src/index.ts'
import { NOW, signerWith } from './support.ts'

const APP = 1_400_123_456
const KEY = '3f2a91c07be4d85516f09a2277cd41b8e06d5f3c9a8817402be6c1d30f5a9e74'
const ticket = signerWith({ sdkAppId: APP, secretKey: KEY }).genUserSig('alice', { expire: 86_400 })
const codes = (key: string) => inspectSecretKey(key).map(({ code }) => code)

/** Keys that cannot be right, and what the doctor calls them. */
const DOUBTFUL: readonly (readonly [name: string, key: string, code: string])[] = [
  ['in double quotes', `"${KEY}"`, 'key_quotes'],
  ['in curly quotes', `“${KEY}”`, 'key_quotes'],
  ['in upper case', KEY.toUpperCase(), 'key_upper_case'],
  ['with a line break', `${KEY}\n`, 'key_white_space'],
  ['wrapped', `${KEY.slice(0, 30)}\n${KEY.slice(30)}`, 'key_white_space'],
  ['with its name', `USERSIG_SECRETKEY=${KEY}`, 'key_prefix'],
  ['in base64', Buffer.from(KEY).toString('base64'), 'key_base64'],
]

describe('a doubtful key', () => {
  it.each(DOUBTFUL)('%s is put right, and the ticket is valid', (_name, secretKey, code) => {
    expect(codes(secretKey)).toContain(code)
    const found = diagnose(ticket, { keys: [{ sdkAppId: APP, secretKey }], now: NOW })
    expect([found.verdict, found.causes[0]?.code]).toEqual(['valid', code])
  })

  // A signer takes no white space at the ends.
  it.each(DOUBTFUL.filter(([, key]) => key.trim() === key))(
    '%s that signs is not certified',
    (_name, secretKey, code) => {
      const signed = signerWith({ sdkAppId: APP, secretKey }).genUserSig('alice', { expire: 86_400 })
      const found = diagnose(signed, { keys: [{ sdkAppId: APP, secretKey }], now: NOW })
      expect([found.verdict, found.tencentCode, found.causes[0]?.code]).toEqual(['invalid', 70009, code])
    },
  )

  it.each([
    ['nothing', '', 'key_empty'],
    ['63 digits', KEY.slice(1), 'key_length'],
    ['a cloud API key', 'kFPN3VkmYh7MNYUBcmgKIk1XqvmQnUv5', 'key_cloud_api'],
    ['the id of one', `AKID${'z8krbsJ5yKBZQpn74WFkmL'}`, 'key_cloud_api'],
    ['a PEM key', '-----BEGIN PRIVATE KEY-----\nMIG\n', 'key_pem'],
    ['a key out of a README', '5bd2850fff3ecb11d7c805251c51ee463a25727bddc2385f3fa8bfee1bb93b5e', 'key_sample'],
    ['a placeholder', 'your_secret_key', 'key_placeholder'],
    ['several', `${KEY},${KEY}`, 'key_several'],
    ['a ticket', ticket, 'key_ticket'],
    ['a word', 'correct horse', 'key_not_hex'],
    ['a novel', 'x'.repeat(100_000), 'key_not_hex'],
  ])('%s', (_name, key, code) => {
    expect(codes(key)).toEqual([code])
    expect(inspectSecretKey(key, { language: 'zh' })[0]?.message).toMatch(/\p{Script=Han}/u)
  })

  it('a key as the console shows it has nothing to be said about', () => {
    expect(codes(KEY)).toEqual([])
    expect(() => inspectSecretKey(undefined as never)).toThrow(TypeError)
  })

  it('is not repeated', () => {
    for (const [, secretKey] of DOUBTFUL) {
      const shown = inspect([inspectSecretKey(secretKey), diagnose(ticket, { keys: [{ sdkAppId: APP, secretKey }] })], {
        depth: 9,
      })
      expect(shown).not.toContain(secretKey.slice(20, 50))
    }
  })
})
