import type { EndpointResponse } from '@usersig/core/endpoint'

/** Result of a function, from which the platform builds the answer. */
export interface FunctionAnswer {
  /** HTTP status. */
  statusCode: number
  /** Headers, names in lower case. Absent where the load balancer asks for `multiValueHeaders`. */
  headers?: Record<string, string>
  /** Headers with all their values, for an Application Load Balancer in that mode. */
  multiValueHeaders?: Record<string, string[]>
  /** Status and its name, which an Application Load Balancer asks for. */
  statusDescription?: string
  /** The body: JSON. */
  body: string
  /** The body is text. */
  isBase64Encoded: boolean
  /** The mark of an answer for uniCloud on Alibaba Cloud. */
  mpserverlessComposedResponse?: boolean
}

/** An HTTP request, read out of what a platform passes to a function. */
export interface HttpForm {
  readonly method: string
  /** Header values by their names in lower case; several values are joined by ", ". */
  readonly headers: ReadonlyMap<string, string>
  query(name: string): string | null | undefined
  /** Bytes that the platform has passed on, their text, or what it has made of them. */
  readonly body: BodyForm
  answer(response: EndpointResponse): FunctionAnswer
}

export type BodyForm =
  | { readonly kind: 'text'; readonly text: string; readonly isBase64: boolean }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'json'; readonly json: unknown }

export type Fields = Readonly<Record<string, unknown>>

/** The fields of an object itself: what another program left on `Object.prototype` is none of them. */
export function fieldsOf(value: unknown): Fields | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  return Object.assign(Object.create(null), value)
}

/** The headers of an event; names of any case, a value or several under each. */
export function readHeaders(...groups: readonly unknown[]): Map<string, string> {
  const headers = new Map<string, string>()
  for (const group of groups) {
    for (const [name, value] of Object.entries(fieldsOf(group) ?? {})) {
      const text = Array.isArray(value) ? value.join(', ') : value
      if (typeof text !== 'string') continue
      const key = name.toLowerCase()
      const before = headers.get(key)
      headers.set(key, before === undefined ? text : `${before}, ${text}`)
    }
  }
  return headers
}

/** The body of an event: its text, which is base64 where the platform took it for binary. */
export function readBody({ body, isBase64Encoded }: Fields): BodyForm | undefined {
  if (body === undefined || body === null) return { kind: 'text', text: '', isBase64: false }
  return typeof body === 'string' ? { kind: 'text', text: body, isBase64: isBase64Encoded === true } : undefined
}

/** Reads parameters from an object that has one value, or several, under each name. */
export function readQuery(...groups: readonly unknown[]): (name: string) => string | undefined {
  return (name) => {
    for (const group of groups) {
      const value = fieldsOf(group)?.[name]
      const first: unknown = Array.isArray(value) ? value[0] : value
      if (typeof first === 'string') return first
    }
    return undefined
  }
}

/** The answer that all of these platforms take. */
export function answerPlainly({ status, headers, body }: EndpointResponse): FunctionAnswer {
  return { statusCode: status, headers: { ...headers }, body, isBase64Encoded: false }
}
