import type { EndpointRequest, RequestBody } from '../src/endpoint/index.ts'

/** What the callbacks of these tests get first: who is logged in. */
export interface Source {
  readonly user: string | null
}

export interface RequestParts {
  method?: string
  user?: string | null
  headers?: Record<string, string>
  body?: string | RequestBody
  waitUntil?: (promise: Promise<unknown>) => void
}

/** A request as an adapter would translate it; a body of text brings its type along. */
export function createRequest(
  parts: RequestParts = {},
): EndpointRequest<Source, undefined> & { bodyWasRead: () => boolean } {
  const { method = 'POST', user = 'alice', body = '', waitUntil } = parts
  const type = body === '' ? {} : { 'content-type': 'application/json' }
  const headers: Record<string, string> = { ...type, ...parts.headers }
  let read = false
  return {
    method,
    header: (name) => headers[name],
    readBody: async () => {
      read = true
      return typeof body === 'string' && body !== 'too-large' && body !== 'aborted' && body !== 'timeout'
        ? new TextEncoder().encode(body)
        : (body as RequestBody)
    },
    request: { user },
    context: undefined,
    bodyWasRead: () => read,
    ...(waitUntil && { waitUntil }),
  }
}
