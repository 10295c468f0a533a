import type { RefusalCause } from '@usersig/core/endpoint'
import { diagnoseIn } from './diagnose.ts'
import { meaningOf } from './explain.ts'
import { rowsOf } from './named-codes.ts'
import { listToolkitCodesIn } from './toolkit-codes.ts'
import type { CauseCode } from './words/causes.ts'
import type { Words } from './words/words.ts'

/** What is read of an error. Its other members may hold anything, such as a ticket. */
interface Told {
  /** The first says most: an SDK that reports the code of the server has it beside its own. */
  readonly codes: readonly (number | string)[]
  readonly message: string
}

/**
 * Words of the SDKs for the end of a login. Source: `TencentCloudChat.TYPES` of `@tencentcloud/chat`, constants of
 * `@tencentcloud/tui-core` and `@tencentcloud/tuiroom-engine-js`.
 */
const ENDINGS: Readonly<Record<string, CauseCode | number>> = {
  multipleAccount: 3003,
  multipleDevice: 3002,
  REST_API_Kick: 'kicked',
  userSigExpired: 'ticket_expired',
  kicked_out: 'kicked',
  onKickedOffline: 6208,
  USER_KICKED_OFFLINE: 6208,
  userKickedOffline: 6208,
  onUserSigExpired: 'ticket_expired',
  disconnected: 'network',
}

/** A message that is longer is not looked at further. */
const MAX_MESSAGE_LENGTH = 2000

/** Of `explainError`, in one language. */
export function explainErrorIn(error: unknown, words: Words): RefusalCause[] {
  const { codes, message } = readError(error)
  const [first] = codes
  if (typeof first === 'string') return explainName(first, words)
  if (codes.length === 0 && Object.hasOwn(ENDINGS, message)) return explainName(message, words)
  if (first === undefined && message.trim() === '') return []
  // What is asked is the error; a ticket in its message belongs into `diagnose`.
  const text = `${message.replace(/e[AFJN][\w*+/=%-]{60,}/g, '')}\n${codes.map((code) => `code: ${code}`).join(', ')}`
  return diagnoseIn(text, {}, () => words).causes.map(({ code, message, action }) => ({ code, message, action }))
}

function explainName(name: string, words: Words): RefusalCause[] {
  const ending = Object.hasOwn(ENDINGS, name) ? ENDINGS[name] : undefined
  if (typeof ending === 'string') return [{ code: ending, ...words.causes[ending] }]
  if (typeof ending === 'number') {
    return rowsOf(ending)
      .slice(0, 1)
      .map((row) => ({
        code: `tencent_${ending}`,
        message: meaningOf(row, words),
        action: words.advice[row.advice],
      }))
  }
  const known = name.replace(/^http_\d{3}$/, 'http_<status>')
  const own = listToolkitCodesIn(words).find(({ code }) => code === known)
  return own ? [{ code: own.code, message: own.meaning, action: own.action }] : []
}

/** Reads what SDKs put into errors, each in its own way; getters that throw tell nothing. */
function readError(error: unknown): Told {
  if (typeof error === 'number') return { codes: [error], message: '' }
  if (typeof error === 'string') return { codes: [], message: error.slice(0, MAX_MESSAGE_LENGTH) }
  try {
    const { extraCode, code, errCode, errorCode, message, errMsg, errorInfo } = Object(error) as Record<string, unknown>
    const codes = [extraCode, code, errCode, errorCode].flatMap((each) => toCode(each) ?? [])
    const said = [message, errMsg, errorInfo].find((each) => typeof each === 'string') ?? ''
    return { codes: [...new Set(codes)], message: (said as string).slice(0, MAX_MESSAGE_LENGTH) }
  } catch {
    return { codes: [], message: '' }
  }
}

/** Numbers, also as text; names are those of this toolkit. */
function toCode(code: unknown): number | string | undefined {
  if (typeof code === 'number') return Number.isSafeInteger(code) && code !== 0 ? code : undefined
  if (typeof code !== 'string') return undefined
  return /^-?\d{1,7}$/.test(code) ? Number(code) : /^[a-z]+(?:_[a-z\d]+){0,4}$/.test(code) ? code : undefined
}
