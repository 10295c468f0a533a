/** A request as the endpoint sees it: adapters translate their framework's request into this. */
export interface EndpointRequest<Source> {
  /** HTTP method in upper case. */
  readonly method: string
  /** Value of a header, whose name is given in lower case; several values are joined by ", ". */
  header(name: string): string | null | undefined
  /**
   * The whole body. Called at most once, and only after authentication.
   *
   * An adapter stops reading behind `maxBytes` and answers `'too-large'`; it answers `{ json }` when a parser in front
   * of it has already consumed the body, `'aborted'` when the client left, and `'timeout'` when it was too slow.
   */
  readBody(maxBytes: number): Promise<RequestBody>
  /** What the app's callbacks get: the framework's own request. */
  readonly source: Source
  /** Keeps the process alive until a promise settles, where the platform has such a call (Workers: `ctx.waitUntil`). */
  waitUntil?(promise: Promise<unknown>): void
}

export type RequestBody = Uint8Array | { readonly json: unknown } | 'too-large' | 'aborted' | 'timeout'

/** A response as the endpoint gives it: adapters write it out as it is. */
export interface EndpointResponse {
  readonly status: number
  /** Header names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export function jsonResponse(status: number, body: unknown): EndpointResponse {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
    body: JSON.stringify(body),
  }
}
