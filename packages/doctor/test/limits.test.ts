import { deflateSync } from 'node:zlib'
import { createUserSigner } from '@usersig/core'
import { describe, expect, it } from 'vitest'
import { diagnose, dissect, repairTicket } from '../src/index.ts'
import { toTicket } from './support.ts'

const signer = createUserSigner({ sdkAppId: 1400000000, secretKey: 'key' })
const FULL = 65_536

/** Empty blocks of fixed codes: three bits of head, of which the second is set, and seven of the end. */
function emptyBlocks(count: number): Uint8Array {
  const bytes = new Uint8Array(2 + Math.ceil((count * 10) / 8))
  bytes.set([0x78, 0x9c])
  for (let i = 0; i < count; i++) {
    const bit = i * 10 + 1
    bytes[2 + (bit >> 3)] = (bytes[2 + (bit >> 3)] ?? 0) | (1 << (bit & 7))
  }
  return bytes
}

describe('texts that are made to take long', () => {
  // No time is measured: each of them took seconds, or the stack, where the work grew with the square of the text.
  it.each([
    ['quotes and separators', `${'"'.repeat(12)}${';'.repeat(FULL - 13)}x`],
    ['one quote and white space', `"${' '.repeat(FULL - 2)}x`],
    ['padding', `${'='.repeat(FULL - 1)}x`],
    ['a ticket and padding', `eJ${'='.repeat(FULL - 3)}x`],
    ['many beginnings', 'eJ '.repeat(FULL / 3)],
    ['percent signs', '%25'.repeat(FULL / 3)],
    ['braces', '{'.repeat(FULL)],
    ['words without an end', 'err'.repeat(FULL / 3)],
    ['letters in JSON', JSON.stringify({ a: 'x'.repeat(FULL - 9) })],
    ['names of values', 'sdkappid'.repeat(FULL / 8)],
    ['names of keys', 'secretKey:"'.repeat(FULL / 11)],
    ['digits', `code:${'1'.repeat(FULL - 5)}`],
    ['codes', 'code: 70009 '.repeat(FULL / 12)],
    ['backslashes', '\\"'.repeat(FULL / 2)],
    ['underscores', '_a'.repeat(FULL / 2)],
    ['what only begins like tickets', `eJ${'wA'.repeat(2030)} `.repeat(16)],
    ['a bomb', toTicket(deflateSync(Buffer.alloc(3_000_000)))],
    ['calls of a generator', 'TLSSigAPIv2('.repeat(FULL / 12)],
    ['a call of a generator with digits', `TLSSigAPIv2(${'1'.repeat(FULL - 12)}`],
    ['names of tickets', 'userSig=eyJaaaaaaaaaaaaaaa.'.repeat(FULL / 27)],
    ['a JWT without an end', `userSig: eyJ${'a'.repeat(FULL - 20)}.`],
    ['events of a webhook', '"EventGroupId" '.repeat(FULL / 15)],
    ['words on webhooks', '回调'.repeat(FULL / 2)],
    ['types of an SDKAppID', 'sdkappid: Int32 = '.repeat(FULL / 18)],
    ['titles of a problem', '"title":'.repeat(FULL / 8)],
    ['errors of this toolkit', 'UserSigError: code: "'.repeat(FULL / 21)],
    ['tokens of others', '007eJ04AAAAA'.repeat(FULL / 12)],
    ['functions', 'async a '.repeat(FULL / 8)],
    ['calls of a shell', '$ curl https://x?a&b'.repeat(FULL / 20)],
    ['paths of an endpoint', '/usersig '.repeat(FULL / 9)],
    ['products', 'expire: 1 * 1 * 1 * '.repeat(FULL / 20)],
    ['entities', '&#42;'.repeat(FULL / 5)],
    ['quoted lines', '> '.repeat(FULL / 2)],
    ['a log of one line', 'x'.repeat(500_000)],
    ['a log of tickets', `eJ${'A'.repeat(80)}\n`.repeat(6000)],
    ['empty blocks', toTicket(emptyBlocks(39_000)).slice(0, FULL)],
    ['empty blocks in a log', `log: ${toTicket(emptyBlocks(39_000))}`.slice(0, FULL)],
  ])('%s', (_name, text) => {
    expect(['invalid', 'none']).toContain(diagnose(text).verdict)
  })

  it('a text that leads to itself', () => {
    expect(diagnose(`eJ${'A'.repeat(70)}%26usersig%3Dx`).verdict).toBe('invalid')
  })
})

it('finds tickets of every level of zlib in a text', () => {
  const { document } = dissect(signer.genUserSig('alice'))
  for (const level of [0, 1, 5, 6, 9]) {
    const ticket = toTicket(deflateSync(document, { level }))
    expect(repairTicket(`login failed for ${ticket} at noon`).ticket).toBe(ticket)
    expect(diagnose(ticket).claims?.userId).toBe('alice')
  }
})

it('keeps a key that stands in the place of a UserID to itself', () => {
  const key = '0123456789abcdef'.repeat(4)
  for (const userId of [key, ` ${key}`, `"${key}"`, signer.genUserSig('bob')]) {
    const said = JSON.stringify(diagnose(signer.genUserSig('alice'), { userId }))
    expect(said).toContain('user_mismatch')
    expect(said).not.toContain(userId.slice(2, 30))
  }
})
