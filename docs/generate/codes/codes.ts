import { type ProblemCode, ProblemError } from '@usersig/core/endpoint'
import { type CodeExplanation, listTencentCodes, listToolkitCodes } from '@usersig/doctor'
import { readMeanings } from './readme-lists.ts'

/** A text in every language of the pages. */
export interface Text {
  readonly en: string
  readonly zh: string
}

/** A code of Tencent's. */
export interface TencentCode extends Pick<CodeExplanation, 'code' | 'source' | 'document'> {
  readonly answeredBy: Text
  readonly meaning: Text
  readonly action: Text
}

/** A code of a `UserSigError`. */
export interface UserSigCode {
  readonly code: string
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
  const zh = listTencentCodes({ language: 'zh' })
  return listTencentCodes()
    .map((en, i) => {
      const text = (name: 'answeredBy' | 'meaning' | 'action'): Text => ({ en: en[name], zh: zh[i]?.[name] ?? '' })
      const { code, source, document } = en
      return {
        code,
        source,
        document,
        answeredBy: text('answeredBy'),
        meaning: text('meaning'),
        action: text('action'),
      }
    })
    .sort((a, b) => size(a) - size(b) || (a.source < b.source ? -1 : 1))
}

/** The codes of one part of the toolkit in every language; the README of its package says the same in English. */
function toolkitCodes(origin: 'ticket' | 'endpoint' | 'client', meanings: ReadonlyMap<string, string>): UserSigCode[] {
  const zh = new Map(listToolkitCodes({ language: 'zh' }).map((each) => [`${each.origin} ${each.code}`, each]))
  return listToolkitCodes()
    .filter((each) => each.origin === origin)
    .map(({ code, meaning, action, tencentCode }) => {
      const other = zh.get(`${origin} ${code}`)
      if (expect(meanings, code) !== meaning) throw new Error(`the README says something else of ${code}: ${meaning}`)
      const hint = { en: action, zh: other?.action ?? '' }
      return { code, meaning: { en: meaning, zh: other?.meaning ?? '' }, hint, tencentCode }
    })
}

export function userSigCodes(): UserSigCode[] {
  return toolkitCodes('ticket', readMeanings('packages/core/README.md', 'Errors'))
}

export function endpointCodes(): EndpointCode[] {
  return toolkitCodes('endpoint', readMeanings('packages/core/README.md', 'Write an adapter'))
    .map(({ code, meaning }) => {
      const { status, title } = new ProblemError(code as ProblemCode, '')
      return { code, status, title, meaning }
    })
    .sort((a, b) => a.status - b.status)
}

export function clientCodes(): ClientCode[] {
  return toolkitCodes('client', readMeanings('packages/client/README.md', 'Errors'))
}

function expect(meanings: ReadonlyMap<string, string>, code: string): string {
  const meaning = meanings.get(code)
  if (!meaning) throw new Error(`the README has no item for ${code}`)
  return meaning
}
