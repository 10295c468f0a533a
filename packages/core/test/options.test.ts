import { runInNewContext } from 'node:vm'
import { describe, expect, test } from 'vitest'
import { callback, duration, wholeNumber } from '../src/options/option-checks.ts'
import { type OptionTable, readOptions } from '../src/options/read-options.ts'

interface Options {
  expire?: number
  authenticate?: () => string
  callbackTimeout?: number
}

const TABLE: OptionTable<Options> = {
  expire: wholeNumber(1, 100, 'seconds'),
  authenticate: callback,
  callbackTimeout: duration(),
}
const read = (given: unknown) => readOptions<Options>(given, TABLE, 'issueUserSig')

describe('readOptions', () => {
  test('returns a frozen snapshot without a prototype', () => {
    const given = { expire: 5, callbackTimeout: undefined }
    const options = read(given)
    given.expire = 6
    expect(options.expire).toBe(5)
    expect(Object.isFrozen(options)).toBe(true)
    expect(Object.getPrototypeOf(options)).toBe(null)
    expect(Object.keys(options)).toEqual(['expire'])
  })

  test('reads each option once', () => {
    let reads = 0
    read({
      get expire() {
        reads++
        return 5
      },
    })
    expect(reads).toBe(1)
  })

  test.each([
    ['expires', 'expire'],
    ['EXPIRE', 'expire'],
    ['expier', 'expire'],
    ['ttl', 'expire'],
    ['authentificate', 'authenticate'],
    ['getUserId', 'authenticate'],
    ['timeout', 'callbackTimeout'],
  ])('%s: did you mean %s?', (wrong, right) => {
    expect(() => read({ [wrong]: 1 })).toThrow(
      new TypeError(`issueUserSig: there is no option "${wrong}": did you mean "${right}"?`),
    )
  })

  test('lists the options where no name is near', () => {
    expect(() => read({ zebra: 1 })).toThrow('the options are expire, authenticate, callbackTimeout')
    expect(() => read({ ['x'.repeat(1e6)]: 1 })).toThrow('the options are')
  })

  test('says so where a framework called what was to be called by the app', () => {
    class IncomingMessage {
      _events = {}
    }
    expect(() => read(new IncomingMessage())).toThrow(
      'issueUserSig got an object of another kind in place of its options: did you mean issueUserSig()?',
    )
  })

  test.each([[[]], ['text'], [5], [null], [() => {}]])('refuses %o as options', (given) => {
    expect(() => read(given)).toThrow('issueUserSig needs an object with options')
  })

  test.each([
    [{ expire: '5' }, 'expire is "5", but must be a whole number of seconds from 1 to 100'],
    [{ expire: Number.NaN }, 'expire is NaN'],
    [{ authenticate: 'alice' }, 'authenticate is "alice", but must be a function'],
    [{ callbackTimeout: 10_000_000 }, 'not milliseconds'],
    [{ callbackTimeout: Number.POSITIVE_INFINITY }, 'callbackTimeout is Infinity'],
    [{ callbackTimeout: 0 }, 'above 0'],
  ])('refuses %o', (given, message) => {
    expect(() => read(given)).toThrow(message)
  })

  test('takes what a class or another realm gives', () => {
    class Settings {
      expire = 7
    }
    class More extends Settings {
      callbackTimeout = 3
    }
    expect({ ...read(new More()) }).toEqual({ expire: 7, callbackTimeout: 3 })
    expect(read(Object.create({ expire: 8 })).expire).toBe(8)
    expect(read(runInNewContext('({ expire: 9 })')).expire).toBe(9)
    expect(read(Object.assign(Object.create(null), { expire: 10 })).expire).toBe(10)
  })

  test('is not impressed by a polluted Object.prototype', () => {
    const polluted = Object.prototype as { expire?: number; zebra?: number }
    polluted.expire = 50
    polluted.zebra = 1
    try {
      expect('expire' in read({})).toBe(false)
      expect(read({}).expire).toBe(undefined)
      expect(read({ callbackTimeout: 2 }).callbackTimeout).toBe(2)
    } finally {
      delete polluted.expire
      delete polluted.zebra
    }
  })
})
