import { explainTencentError, type TencentErrorSource, type UserSigErrorCode } from '@usersig/core'
import { listTencentErrors, listUserSigErrors } from '@usersig/core/doctor'
import { type ProblemCode, ProblemError } from '@usersig/core/endpoint'
import { problemZh, sourceZh, tencentZh, userSigZh } from '../zh/codes.ts'
import { readMeanings } from './readme-tables.ts'

/** A text in every language of the pages. */
export interface Text {
  readonly en: string
  readonly zh: string
}

/** A code of Tencent's. */
export interface TencentCode {
  readonly code: number
  readonly source: TencentErrorSource
  readonly meaning: Text
  readonly action: Text
  readonly document: string
}

/** A code of a `UserSigError`. */
export interface UserSigCode {
  readonly code: UserSigErrorCode
  readonly meaning: Text
  readonly hint: Text
  readonly tencentCode: number | undefined
}

/** A code of the endpoint itself. */
export interface EndpointCode {
  readonly code: string
  readonly status: number
  readonly title: string
  readonly meaning: Text
}

/** A code of the client itself. */
export interface ClientCode {
  readonly code: string
  readonly meaning: Text
}

/** By their digits, since a minus sign is easily lost. */
export function tencentCodes(): TencentCode[] {
  const size = ({ code }: { code: number }) => Math.abs(code)
  return listTencentErrors()
    .map(({ code, source, document, ...en }) => {
      const zh = tencentZh[`${source}:${code}`]
      if (!zh) throw new Error(`tencentZh in docs/generate/zh/codes.ts has no ${source}:${code}`)
      const meaning = { en: en.meaning, zh: zh.meaning }
      return { code, source, document, meaning, action: { en: en.action, zh: zh.action } }
    })
    .sort((a, b) => size(a) - size(b) || (a.source < b.source ? -1 : 1))
}

export function userSigCodes(): UserSigCode[] {
  const meanings = readMeanings('packages/core/README.md', ['code', 'what is wrong'])
  return listUserSigErrors().map(({ code, hint, tencentCode }) => {
    if (tencentCode !== undefined && !explainTencentError(tencentCode))
      throw new Error(`${tencentCode} is not explained`)
    const zh = userSigZh[code]
    return {
      code,
      meaning: { en: expect(meanings, code), zh: zh.meaning },
      hint: { en: hint, zh: zh.hint },
      tencentCode,
    }
  })
}

export function endpointCodes(): EndpointCode[] {
  const meanings = readMeanings('packages/core/README.md', ['code', 'when'])
  return Object.entries(problemZh)
    .map(([code, zh]) => {
      const { status, title } = new ProblemError(code as ProblemCode, '')
      return { code, status, title, meaning: { en: expect(meanings, code), zh: zh.meaning } }
    })
    .sort((a, b) => a.status - b.status)
}

export function clientCodes(): ClientCode[] {
  const meanings = readMeanings('packages/client/README.md', ['`code`', 'when'])
  const unknown = [...meanings.keys()].find((code) => !(code in sourceZh))
  if (unknown !== undefined) throw new Error(`sourceZh in docs/generate/zh/codes.ts has no ${unknown}`)
  return Object.entries(sourceZh).map(([code, zh]) => ({
    code,
    meaning: { en: expect(meanings, code), zh: zh.meaning },
  }))
}

function expect(meanings: ReadonlyMap<string, string>, code: string): string {
  const meaning = meanings.get(code)
  if (!meaning) throw new Error(`the README has no row for ${code}`)
  return meaning
}
