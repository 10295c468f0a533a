import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { flag, text, wholeNumber } from '../src/options/option-checks.ts'
import { optionReader } from '../src/options/option-reader.ts'

interface Options {
  expire?: number
  debug?: boolean
  name?: string
}

const read = optionReader<Options>({ expire: wholeNumber(1, 100, 'seconds'), debug: flag, name: text }, 'sign', [
  'name',
])

class Settings {
  expire = 7
}

describe('what is read of options', () => {
  it.each<[string, unknown, Partial<Options>]>([
    ['nothing', undefined, {}],
    ['a literal', { expire: 5 }, { expire: 5 }],
    ['a literal with what was left out', { expire: undefined, debug: true }, { debug: true }],
    ['an object of a class', new Settings(), { expire: 7 }],
    ['an object that inherits', Object.create({ expire: 8 }), { expire: 8 }],
    ['an object of another realm', runInNewContext('({ expire: 9 })'), { expire: 9 }],
    ['an object without a prototype', Object.assign(Object.create(null), { expire: 10 }), { expire: 10 }],
  ])('%s', (_, given, expected) => {
    const options = read(given)
    expect(options).toEqual({ expire: undefined, debug: undefined, name: undefined, ...expected })
    expect(Object.keys(options)).toEqual(['expire', 'debug', 'name'])
  })

  it.each([
    [{ expires: 5 }, 'sign: there is no option "expires": did you mean "expire"?'],
    [{ expire: 5, zebra: 1 }, 'sign: there is no option "zebra": the options are expire, debug, name'],
    [{ expire: '5' }, 'expire is "5", but must be a whole number of seconds'],
    [{ debug: 1 }, 'debug is 1, but must be true or false'],
    [{ name: '' }, 'name is empty, but must be a text'],
    [null, 'sign needs an object with options, but got null'],
    ['text', 'sign needs an object with options'],
    [[], 'sign needs an object with options, but got an array'],
  ])('%o is refused', (given, message) => {
    expect(() => read(given)).toThrow(message)
  })

  it.each([
    ['in a literal', { name: undefined }],
    ['by an object of a class', Object.assign(new Settings(), { name: undefined })],
    ['further up', Object.create(Object.create({ name: undefined }))],
    ['by an object without a prototype', Object.assign(Object.create(null), { name: undefined })],
  ])('undefined is told from left out where a table asks for it, %s', (_, given) => {
    expect(() => read(given)).toThrow('name is undefined, but must be a text')
  })

  it('reads each option once, in either way', () => {
    for (const prototype of [Object.prototype, null, Settings.prototype]) {
      let reads = 0
      const given = Object.defineProperty(Object.create(prototype), 'expire', {
        get: () => ++reads,
        enumerable: true,
      })
      expect(read(given).expire).toBe(1)
      expect(reads).toBe(1)
    }
  })
})
