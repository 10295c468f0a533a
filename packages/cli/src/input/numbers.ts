import { InvalidArgumentError } from 'commander'
import { MAX_SDK_APP_ID } from '../limits.ts'
import { words } from '../words/index.ts'

/** The digits that were meant: full-width ones, or with signs between the thousands. */
function plainDigits(text: string): string | undefined {
  const plain = text.normalize('NFKC').replace(/[\s,._'’]/g, '')
  return /^\d{1,15}$/.test(plain) ? plain : undefined
}

/** An SDKAppID in digits, or what is wrong with it. */
export function readSdkAppId(text: string): { readonly id: number } | { readonly fault: string } {
  const digits = plainDigits(text)
  const id = Number(digits)
  if (digits === undefined || id < 1 || id > MAX_SDK_APP_ID) return { fault: words.sdkAppId.wrong }
  return digits === text ? { id } : { fault: words.sdkAppId.separated(digits) }
}

export function parseSdkAppId(text: string): number {
  const read = readSdkAppId(text)
  if ('id' in read) return read.id
  throw new InvalidArgumentError(read.fault)
}

/** An integer in digits. */
export function parseInteger(text: string): number {
  const digits = plainDigits(text)
  if (digits === undefined) throw new InvalidArgumentError(words.number.wrong)
  if (digits !== text) throw new InvalidArgumentError(words.number.separated(digits))
  return Number(text)
}

/** An integer from 1 to a limit. */
export function parseCount(max: number): (text: string) => number {
  return (text) => {
    const count = /^\d{1,6}$/.test(text) ? Number(text) : 0
    if (count >= 1 && count <= max) return count
    throw new InvalidArgumentError(words.bulk.threadsWrong(max))
  }
}
