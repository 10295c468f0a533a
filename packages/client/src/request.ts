import { type Credentials, isCredentials, type Room, toBody } from './credentials.ts'
import { UserSigSourceError } from './errors.ts'

/** The part of a `Response` that is read. */
export interface SourceResponse {
  readonly status: number
  readonly headers: { get(name: string): string | null | undefined }
  json(): Promise<unknown>
}

/** The part of `RequestInit` that is sent. */
export interface SourceRequest {
  readonly method: 'POST'
  readonly headers: Record<string, string>
  readonly body: string
  readonly credentials?: 'omit' | 'same-origin' | 'include' | undefined
  readonly signal?: AbortSignal | undefined
}

/** `fetch`, or what stands in for it where there is none. */
export type SourceFetch = (url: string, request: SourceRequest) => Promise<SourceResponse>

/** How the endpoint is asked. */
export interface RequestOptions {
  /** Address of the endpoint; a function is asked before every request. */
  readonly endpoint: string | URL | (() => string | URL | Promise<string | URL>)
  /** Sends the request (default: the global `fetch`). */
  readonly fetch?: SourceFetch
  /** Headers of the request, the app's own login for example; a function is asked before every request. */
  readonly headers?: Record<string, string> | (() => Record<string, string> | Promise<Record<string, string>>)
  /** `'include'` sends cookies to an endpoint of another origin, too (default: as `fetch` does). */
  readonly credentials?: 'omit' | 'same-origin' | 'include'
  /** How often a failed request is sent again before the caller gets the error (default 4). */
  readonly retries?: number
  /** After how many seconds a request counts as failed (default 10). */
  readonly timeout?: number
  /** UserID that the endpoint has to answer for; needed for a storage, and good where users change. */
  readonly userId?: string
}

/** A request under way, with all its retries. */
export interface Flight {
  readonly promise: Promise<Answer>
  cancel(error?: unknown): void
}

/** What the endpoint answered, and the server's time at that moment. */
export interface Answer {
  readonly set: Credentials
  readonly now: number
}

/** Longest wait between two attempts, in seconds; whoever is told to wait longer gets the error at once. */
const LONGEST_WAIT = 30

/** Seconds of a `Retry-After`, which is a number of seconds or a date. */
function toRetryAfter(value: string | null | undefined): number | undefined {
  if (!value) return
  const seconds = +value >= 0 ? +value : (Date.parse(value) - Date.now()) / 1000
  return seconds >= 0 ? seconds : undefined
}

/** The texts of network errors may repeat headers and addresses, so only their names are told. */
function toNetworkError(error: { name?: string; cause?: { code?: string } }): never {
  const detail = error?.cause?.code ?? error?.name
  throw new UserSigSourceError('network', `endpoint not reached: ${detail}`, { detail, retryable: true })
}

async function toAnswer(response: SourceResponse, room?: Room, userId?: string): Promise<Answer> {
  const { status, headers } = response
  const body = await response.json().catch((error) => {
    // A body that breaks off is a fault of the network; one that is not JSON is none.
    if (status === 200 && error.name !== 'SyntaxError') toNetworkError(error)
  })
  if (status === 200 && isCredentials(body, room, userId)) {
    return { set: body, now: Date.parse(headers.get('date') ?? '') / 1000 || body.issuedAt }
  }
  const { code = `http_${status}`, detail = code } =
    status < 300
      ? { code: 'invalid_answer', detail: 'no credentials for this user and room' }
      : ((body ?? {}) as { code?: string; detail?: string })
  throw new UserSigSourceError(code, `endpoint answered ${status}: ${detail}`, {
    status,
    detail,
    retryable: /408|429|5../.test(`${status}`),
    retryAfter: toRetryAfter(headers.get('retry-after')),
  })
}

const evaluate = <T>(value: T | (() => T | Promise<T>)): T | Promise<T> =>
  typeof value === 'function' ? (value as () => T | Promise<T>)() : value

/** Asks for credentials, and asks again while that may help. */
export function request(options: RequestOptions, room: Room | undefined): Flight {
  const { endpoint, headers, credentials, retries = 4, timeout = 10, fetch: send = fetch as SourceFetch } = options
  let timer: ReturnType<typeof setTimeout> | undefined
  // Mini programs have none; there an answer that comes too late is not looked at.
  let controller: AbortController | undefined
  let cancelled = false
  let cancel!: Flight['cancel']

  const sleep = (seconds: number) =>
    new Promise<void>((resolve) => {
      timer = setTimeout(resolve, seconds * 1000)
    })

  async function attempt(): Promise<Answer> {
    controller = globalThis.AbortController && new AbortController()
    const url = String(await evaluate(endpoint))
    const own = await evaluate(headers)
    try {
      return await Promise.race([
        sleep(timeout).then(() => {
          throw new UserSigSourceError('timeout', `no answer within ${timeout} s`, { retryable: true })
        }),
        send(url, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...own },
          body: toBody(room),
          credentials,
          signal: controller?.signal,
        })
          .catch(toNetworkError)
          .then((response) => toAnswer(response, room, options.userId)),
      ])
    } finally {
      release()
    }
  }

  function release(): void {
    clearTimeout(timer)
    controller?.abort()
  }

  async function attempts(): Promise<Answer> {
    for (let count = 0; ; count++) {
      try {
        return await attempt()
      } catch (error) {
        const { retryable, retryAfter = 0 } = error as UserSigSourceError
        if (cancelled || !retryable || count >= retries || retryAfter > LONGEST_WAIT) throw error
        // Full jitter: clients that failed together do not come back together.
        await sleep(retryAfter + Math.random() * Math.min(LONGEST_WAIT, 2 ** count / 2))
      }
    }
  }

  const promise = new Promise<Answer>((resolve, reject) => {
    cancel = (error) => {
      cancelled = true
      release()
      reject(error)
    }
    attempts().then(resolve, reject)
  })
  return { promise, cancel }
}
