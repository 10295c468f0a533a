import { inflateSync } from 'node:zlib'
import { createUserSigner, UserSigError } from '@usersig/core'
import { describe, expect, it } from 'vitest'
import { dissect, packDocument } from '../src/index.ts'

const signer = createUserSigner({ sdkAppId: 1400000000, secretKey: 'key' })

describe('packDocument', () => {
  it.each(['none', 'deflate'] as const)('packs what any zlib unpacks (%s)', (compression) => {
    for (const document of ['', '{}', '{"a":"ü"}', 'x'.repeat(2048)]) {
      const base64 = packDocument(document, compression).replaceAll('*', '+').replaceAll('-', '/').replaceAll('_', '=')
      expect(inflateSync(Buffer.from(base64, 'base64')).toString()).toBe(document)
    }
  })

  it('packs the document of a ticket anew, and its signature holds', () => {
    const { document } = dissect(signer.genUserSig('alice'))
    const [stored, deflated] = [packDocument(document, 'none'), packDocument(document)]
    expect(deflated.length).toBeLessThan(stored.length)
    for (const ticket of [stored, deflated]) expect(signer.verifyUserSig(ticket).userId).toBe('alice')
  })

  it('refuses what no verifier would unpack', () => {
    expect(() => packDocument('x'.repeat(2049))).toThrow(UserSigError)
  })
})
