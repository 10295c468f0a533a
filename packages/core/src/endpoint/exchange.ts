/** A request as the endpoint sees it: adapters translate their framework's request into this. */
export interface EndpointRequest<Source> {
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
   * An adapter stops reading behind `maxBytes` and answers `'too-large'`; it answers `{ json }` when a parser in front
   * of it has already consumed the body, `'aborted'` when the client left, and `'timeout'` when it was too slow.
   *
   * @param maxBytes how many bytes it may have
   */
  readBody(maxBytes: number): Promise<RequestBody>
  /** What the app's callbacks get: the framework's own request. */
  readonly source: Source
  /**
   * Keeps the process alive until a promise settles, where the platform has such a call (Workers: `ctx.waitUntil`).
   *
   * @param promise what is still under way
   */
  waitUntil?(promise: Promise<unknown>): void
}

/** The body of a request: its bytes, what a parser in front has made of them, or why there is none. */
export type RequestBody =
  | Uint8Array
  | {
      /** What the parser gave; `undefined` for an empty body. */
      readonly json: unknown
    }
  | 'too-large'
  | 'aborted'
  | 'timeout'

/** A response as the endpoint gives it: adapters write it out as it is. */
export interface EndpointResponse {
  /** HTTP status. */
  readonly status: number
  /** Header names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  /** The body: JSON. */
  readonly body: string
}

export function jsonResponse(status: number, body: unknown): EndpointResponse {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
    body: JSON.stringify(body),
  }
}
