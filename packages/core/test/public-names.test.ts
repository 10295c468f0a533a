import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import * as lib from '../src/index.ts'
import { errorsWithSecrets } from './cases/secrecy.ts'

describe('the public face', () => {
  it('is this, and a change of it is a decision', () => {
    expect(Object.keys(lib).sort()).toEqual([
      'UserSigError',
      'createUserSigner',
      'decodeUserSig',
      'fromUuidUserId',
      'toPrivilegeMap',
      'toPrivilegeNames',
      'toUserId',
    ])
  })
})

describe('what Node shows', () => {
  const deep = { depth: 10, showHidden: true, maxArrayLength: null, maxStringLength: null, getters: true }

  it('of a signer is no key', () => {
    const signer = lib.createUserSigner({ sdkAppId: 1, secretKey: 'S3CRET' })
    expect(inspect(signer, deep)).toContain('sdkAppId')
    expect(inspect(signer, deep)).not.toContain('S3CRET')
    expect(inspect(signer, deep)).not.toContain(inspect(Buffer.from('S3CRET')).slice(8, -1))
    expect(() => structuredClone(signer)).toThrowError(/could not be cloned/)
  })

  it('of an error is no key, ticket or signature, not even after a structured clone', () => {
    const { secrets, errors } = errorsWithSecrets(lib)
    for (const error of errors) {
      for (const shown of [inspect(error, deep), inspect(structuredClone(error), deep)]) {
        for (const secret of secrets) expect(shown).not.toContain(secret)
      }
    }
  })
})
