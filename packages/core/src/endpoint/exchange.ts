/** A request as the endpoint sees it: adapters translate their framework's request into this. */
export interface EndpointRequest<Request, Context = undefined> {
  /** HTTP method in upper case. */
  readonly method: string
  /**
   * Value of a header; several values are joined by ", ".
   *
   * @param name its name, in lower case
   */
  header(name: string): string | null | undefined
  /**
   * The whole body. Called at most once, and only after authentication.
   *
   * An adapter stops reading after `maxBytes` and returns `'too-large'`; it returns `{ json }` when a parser has consumed
   * the body before, `'aborted'` when the client left, and `'timeout'` when it was too slow.
   *
   * @param maxBytes how many bytes it may have
   */
  readBody(maxBytes: number): Promise<RequestBody>
  /** First argument of callbacks: the framework's request. */
  readonly request: Request
  /** Second argument of callbacks: the platform's context. */
  readonly context: Context
  /**
   * Keeps the process alive until a promise settles (Workers: `ctx.waitUntil`). On a platform with a long-lived process
   * it does nothing. It is absent if the platform stops all work after the answer.
   */
  waitUntil?: ((promise: Promise<unknown>) => void) | undefined
}

/** The body of a request: its bytes, what a parser has made of them, or why there is none. */
export type RequestBody =
  | Uint8Array
  | {
      /** Result of the parser; `undefined` for an empty body. */
      readonly json: unknown
    }
  | 'too-large'
  | 'aborted'
  | 'timeout'

/** A response as the endpoint returns it: adapters write it out as it is. */
export interface EndpointResponse {
  /** HTTP status. */
  readonly status: number
  /** Header names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  /** The body: JSON. */
  readonly body: string
}

/** The part of a request that callbacks and hooks need. */
export type Asked<Request, Context> = Pick<EndpointRequest<Request, Context>, 'request' | 'context' | 'waitUntil'>

export function jsonResponse(status: number, body: unknown): EndpointResponse {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
    body: JSON.stringify(body),
  }
}
