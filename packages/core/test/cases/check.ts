import type { UserSigErrorCode } from '../../src/index.ts'
import type { Lib } from './case.ts'

/** Compares by content; a difference is thrown with both sides. */
export function equal(actual: unknown, expected: unknown, what = 'the result'): void {
  const [left, right] = [spell(actual), spell(expected)]
  if (left !== right) throw new Error(`${what} is ${left}, but should be ${right}`)
}

export function ok(condition: boolean, what: string): void {
  if (!condition) throw new Error(`it does not hold that ${what}`)
}

/** Text that is the same for the same content: keys in order, and told apart what JSON confuses. */
function spell(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value)
  if (value instanceof Uint8Array) return `bytes(${[...value].join(' ')})`
  if (Array.isArray(value)) return `[${value.map(spell).join(', ')}]`
  if (typeof value !== 'object' || value === null) return Object.is(value, -0) ? '-0' : String(value)
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([name, each]) => `${name}: ${spell(each)}`).join(', ')}}`
}

function thrownBy(run: () => unknown): unknown {
  let result: unknown
  try {
    result = run()
  } catch (error) {
    return error
  }
  throw new Error(`it should throw, but returned ${spell(result)}`)
}

/** Expects a UserSigError of one of these codes, whose message holds the phrase. */
export function refuses(
  lib: Lib,
  codes: UserSigErrorCode | readonly UserSigErrorCode[],
  run: () => unknown,
  phrase = '',
): InstanceType<Lib['UserSigError']> {
  return expectRefusal(lib, codes, thrownBy(run), phrase)
}

/** {@link refuses} for what answers with a promise. */
export async function refusesAsync(
  lib: Lib,
  codes: UserSigErrorCode | readonly UserSigErrorCode[],
  run: () => Promise<unknown>,
  phrase = '',
): Promise<void> {
  expectRefusal(lib, codes, await rejectionOf(run), phrase)
}

function expectRefusal(
  lib: Lib,
  codes: UserSigErrorCode | readonly UserSigErrorCode[],
  error: unknown,
  phrase: string,
): InstanceType<Lib['UserSigError']> {
  if (!(error instanceof lib.UserSigError)) throw new Error(`it should throw a UserSigError, but threw ${error}`)
  if (![codes].flat().includes(error.code)) {
    throw new Error(`it should be refused as ${[codes].flat().join(' or ')}, but is as ${error.code}: ${error.message}`)
  }
  expectPhrase(error.message, phrase)
  return error
}

/** Expects a TypeError, which says that the program is wired wrongly. */
export function misuse(run: () => unknown, phrase = ''): void {
  expectMisuse(thrownBy(run), phrase)
}

/** {@link misuse} for what answers with a promise. */
export async function misuseAsync(run: () => Promise<unknown>, phrase = ''): Promise<void> {
  expectMisuse(await rejectionOf(run), phrase)
}

function expectMisuse(error: unknown, phrase: string): void {
  if (!(error instanceof TypeError)) throw new Error(`it should throw a TypeError, but threw ${error}`)
  expectPhrase(error.message, phrase)
}

async function rejectionOf(run: () => Promise<unknown>): Promise<unknown> {
  let result: unknown
  try {
    result = await run()
  } catch (error) {
    return error
  }
  throw new Error(`it should reject, but resolved to ${spell(result)}`)
}

function expectPhrase(message: string, phrase: string): void {
  if (!message.includes(phrase)) throw new Error(`the message should hold "${phrase}", but is "${message}"`)
}
