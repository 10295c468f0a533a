import { describe, expect, test, vi } from 'vitest'
import { UserSigError } from '../src/index.ts'

describe('an error of another copy of the core', () => {
  test('is recognised', async () => {
    vi.resetModules()
    const other = await import('../src/errors.ts')
    expect(other.UserSigError).not.toBe(UserSigError)
    const error: unknown = new other.UserSigError('expired', 'the ticket expired 5 s ago')
    expect(UserSigError.is(error)).toBe(true)
    expect(error instanceof UserSigError).toBe(true)
    expect(Object.keys(error as object)).toEqual(['name', 'code', 'hint', 'tencentCode'])
  })

  test.each([
    [undefined],
    [null],
    ['expired'],
    [{ code: 'expired' }],
    [new Error('expired')],
    [UserSigError.prototype],
  ])('%o is not one', (value) => {
    expect(UserSigError.is(value)).toBe(false)
    expect((value as unknown) instanceof UserSigError).toBe(false)
  })
})
