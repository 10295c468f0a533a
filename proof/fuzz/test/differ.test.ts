import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CORE, type Library, type UserSigClaims, UserSigError } from '../src/tickets/core.ts'
import { differ } from '../src/tickets/differ.ts'
import { fuzzTickets } from '../src/tickets/run.ts'
import { fuzzTicketsWatched } from '../src/tickets/watched.ts'

/** The library with another way to verify a UserSig, which may ask the right one. */
function libraryWith(change: (text: string, verify: (text: string) => UserSigClaims) => UserSigClaims): Library {
  return {
    ...CORE,
    createUserSigner(app) {
      const signer = CORE.createUserSigner(app)
      return { ...signer, verifyUserSig: (text, how) => change(text, (its) => signer.verifyUserSig(its, how)) }
    },
  }
}

const compareWith = (library: Library) => () =>
  fuzzTickets({ seed: 1, cases: 3000, against: { name: 'other', library } })

describe('two outcomes', () => {
  const error = (message: string) => ({ code: 'malformed', error: new UserSigError('malformed', message) })

  it('agree where code, message and value are the same', () => {
    expect(differ(error('a'), error('a'))).toBeUndefined()
    const userBuf = Uint8Array.of(1)
    expect(differ({ code: 'accepted', value: { userBuf } }, { code: 'accepted', value: { userBuf } })).toBeUndefined()
  })

  it.each([
    ['another code', error('a'), { code: 'expired', error: new UserSigError('expired', 'a') }],
    ['another message', error('a'), error('b')],
    ['an error and a value', error('a'), { code: 'accepted', value: {} }],
    ['another value', { code: 'accepted', value: { expire: 0 } }, { code: 'accepted', value: { expire: -0 } }],
    ['a value more', { code: 'accepted', value: {} }, { code: 'accepted', value: { userBuf: undefined } }],
  ])('differ by %s', (_what, a, b) => {
    expect(differ(a, b)).toContain('but the other')
  })
})

describe('a comparison finds a library that', () => {
  it('takes what is not a ticket', () => {
    const library = libraryWith((text, verify) => verify(text.trim()))
    expect(compareWith(library)).toThrowError(/userSig|login/)
  })

  it('says the same in other words', () => {
    const library = libraryWith((text, verify) => {
      try {
        return verify(text)
      } catch (error) {
        if (error instanceof UserSigError && error.code === 'too_large') throw new UserSigError(error.code, 'too large')
        throw error
      }
    })
    expect(compareWith(library)).toThrowError(/too_large, "too large"[\s\S]*again: .* --against other/)
  })

  it('throws something else', () => {
    const library = libraryWith((text, verify) => (text === '' ? verify(text) : JSON.parse('{')))
    expect(compareWith(library)).toThrowError('not a UserSigError')
  })
})

describe('several threads', () => {
  it('share the cases that one would run', async () => {
    const { outcomes, byMutator, cases } = fuzzTickets({ seed: 3, cases: 2001 })
    const against = new URL(import.meta.resolve('@usersig/core')).pathname
    for (const other of [undefined, against]) {
      const shared = await fuzzTicketsWatched({ seed: 3, threads: 2, cases: 2001, against: other })
      expect(shared).toMatchObject({ outcomes, byMutator, cases })
    }
  })

  it('name the case at which one of them fails', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'usersig-')), 'other.mjs')
    const core = JSON.stringify(import.meta.resolve('@usersig/core'))
    writeFileSync(
      file,
      `import { UserSigError } from ${core}
       export { createUserSigner, UserSigError } from ${core}
       export function decodeUserSig() { throw new UserSigError('malformed', 'unreadable') }`,
    )
    const run = fuzzTicketsWatched({ seed: 3, threads: 2, cases: 500, against: file })
    await expect(run).rejects.toThrowError(/malformed, "unreadable"[\s\S]*again: .* --seed 3 --case \d+ --against/)
  })
})
