import { describe, expect, it } from 'vitest'
import { printable } from '../src/endpoint/printable.ts'

const TOKEN = `eyJhbGciOiJSUzI1NiJ9.${'x'.repeat(60)}.${'y'.repeat(43)}`

describe('an error as it is printed', () => {
  it('is its name, code and message, and those of its causes', () => {
    const cause = Object.assign(new Error('"exp" claim timestamp check failed'), {
      name: 'JWTExpired',
      code: 'ERR_JWT_EXPIRED',
      payload: { sub: 'alice', email: 'alice@example.com' },
    })
    expect(printable(new TypeError('the login failed', { cause }))).toBe(
      'TypeError: the login failed; caused by JWTExpired [ERR_JWT_EXPIRED]: "exp" claim timestamp check failed',
    )
    expect(printable(cause)).not.toContain('alice')
    expect(printable(new Error('no', { cause: { payload: 'alice' } }))).toBe('Error: no')
    expect(printable(new Error('no', { cause: 'text' }))).toBe('Error: no; caused by "text"')
  })

  it('holds no token, key or ticket that a library put into a message', () => {
    for (const secret of [
      TOKEN,
      '5bd2850fff3ecb11d7c805251c51ee463a25727bddc2385f3fa8bfee1bb93b5e',
      `eJx${'a'.repeat(200)}__`,
    ]) {
      expect(printable(new Error(`invalid: ${secret}`))).toBe('Error: invalid: …')
    }
  })

  it('stays on its line, and short', () => {
    expect(printable(new Error('a\nusersig: answered 200\u2028b'))).toBe('Error: a usersig: answered 200 b')
    expect(printable(new Error('word '.repeat(1000))).length).toBeLessThan(600)
    const endless: { message: string; cause?: unknown } = { message: 'again' }
    endless.cause = endless
    expect(printable(endless)).toBe(
      'Error: again; caused by Error: again; caused by Error: again; caused by Error: again',
    )
  })

  it('may be anything that was thrown', () => {
    expect([printable('text'), printable(undefined), printable(null), printable(7)]).toEqual([
      '"text"',
      '',
      'null',
      '7',
    ])
    expect(printable({ message: 5, name: null, code: {} })).toBe('null: 5')
  })
})
