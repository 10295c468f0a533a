import type { Clock } from './clock.ts'
import { type Credentials, isCredentials, type Room, toBody } from './credentials.ts'
import { UserSigSourceError } from './errors.ts'

/** The part of a `Response` that is read. */
export interface SourceResponse {
  /** HTTP status. */
  readonly status: number
  /** The headers of the answer. */
  readonly headers: {
    /** Value of a header, whose name is given in lower case. */
    get(name: string): string | null | undefined
  }
  /** The body, parsed; it rejects with a `SyntaxError` where it is not JSON. */
  json(): Promise<unknown>
}

/** The part of `RequestInit` that is sent. */
export interface SourceRequest {
  /** Always `POST`. */
  readonly method: 'POST'
  /** `content-type`, and the headers of the options. */
  readonly headers: Record<string, string>
  /** JSON: the room that is asked for, or `{}`. */
  readonly body: string
  /** `credentials` of the options. */
  readonly credentials?: 'omit' | 'same-origin' | 'include' | undefined
  /** Aborted when the time is over, or nobody waits any more; `undefined` in mini programs. */
  readonly signal?: AbortSignal | undefined
}

/** `fetch`, or what stands in for it where there is none. */
export type SourceFetch = (url: string, request: SourceRequest) => Promise<SourceResponse>

/** How the endpoint is asked. */
export interface RequestOptions {
  /** Address of the endpoint; a function is asked before every request. */
  readonly endpoint: string | URL | (() => string | URL | Promise<string | URL>)
  /** Sends the request. @defaultValue the global `fetch` */
  readonly fetch?: SourceFetch
  /**
   * Headers of the request, the app's own login for example; a function is asked before every request.
   * @defaultValue none
   */
  readonly headers?: Record<string, string> | (() => Record<string, string> | Promise<Record<string, string>>)
  /** `'include'` sends cookies to an endpoint of another origin, too. @defaultValue as `fetch` does */
  readonly credentials?: 'omit' | 'same-origin' | 'include'
  /** How often a failed request is sent again before the caller gets the error. @defaultValue 4 */
  readonly retries?: number
  /** After how many seconds a request counts as failed. @defaultValue 10 */
  readonly timeout?: number
  /**
   * UserID that the endpoint has to answer for; needed for a storage, and good where users change.
   * @defaultValue whoever the endpoint answers for
   */
  readonly userId?: string
}

/** A request under way, with all its retries. */
export interface Flight {
  promise: Promise<Credentials>
  cancel(error?: unknown): void
  /** How many wait for it. */
  waiting: number
}

/** Longest wait between two attempts, in seconds; whoever is told to wait longer gets the error at once. */
const LONGEST_WAIT = 30

/** The texts of network errors may repeat headers and addresses, so only their names are told. */
function toNetworkError(error: { name?: string; cause?: { code?: string } }): never {
  const detail = error?.cause?.code ?? error?.name
  throw new UserSigSourceError('network', `endpoint not reached: ${detail}`, { detail, retryable: true })
}

const secondsOf = (date: unknown) => Date.parse(date as string) / 1000

/** An answer with its body, parsed where it can be. */
const withBody = async (response: SourceResponse): Promise<[SourceResponse, unknown]> => [
  response,
  await response.json().catch((error) => {
    // A body that breaks off is a fault of the network; one that is not JSON is none.
    if (response.status === 200 && error.name !== 'SyntaxError') toNetworkError(error)
  }),
]

const evaluate = <T>(value: T | (() => T | Promise<T>)): T | Promise<T> =>
  typeof value === 'function' ? (value as () => T | Promise<T>)() : value

/** Asks for credentials, and asks again while that may help. */
export function request(options: RequestOptions, clock: Clock, room: Room | undefined): Flight {
  const { endpoint, headers, credentials, retries = 4, timeout = 10, fetch: send = fetch as SourceFetch } = options
  let timer: ReturnType<typeof setTimeout> | undefined
  // Mini programs have none; there an answer that comes too late is not looked at.
  let controller: AbortController | undefined
  let cancel!: Flight['cancel']
  const cancelled = new Promise<never>((_, reject) => {
    cancel = reject
  })

  const sleep = (seconds: number) =>
    new Promise<void>((resolve) => {
      timer = setTimeout(resolve, seconds * 1000)
    })

  async function attempt(): Promise<Credentials> {
    controller = globalThis.AbortController && new AbortController()
    const url = String(await evaluate(endpoint))
    // What was cancelled while the app's functions were pending is not sent.
    const own = await Promise.race([cancelled, evaluate(headers)])
    try {
      // The answer is looked at after the race only: one that comes too late must not set the clock.
      return toCredentials(
        ...(await Promise.race([
          cancelled,
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
            .then(withBody),
        ])),
      )
    } finally {
      release()
    }
  }

  /** The credentials of an answer; its `Date` sets the clock. */
  function toCredentials({ status, headers }: SourceResponse, body: unknown): Credentials {
    const now = clock.now()
    const date = secondsOf(headers.get('date'))
    if (status === 200 && isCredentials(body, room, options.userId)) {
      // The moment of issue stands in for a date that cannot be seen only where the device must be wrong: the endpoint may
      // give a ticket again that it issued long ago.
      if (date || now < body.issuedAt || now >= body.expiresAt) clock.set(date || body.issuedAt)
      if (body.expiresAt > clock.now()) return body
    }
    const { code = `http_${status}`, detail = 'no UserSig' } =
      status < 300 ? { code: 'invalid_answer' } : ((body ?? {}) as { code?: string; detail?: string })
    const after = headers.get('retry-after') as string
    throw new UserSigSourceError(code, `${status}: ${detail}`, {
      status,
      detail,
      retryable: /408|429|^5/.test(status as never),
      // A number of seconds, or a date by the clock of the server that wrote it.
      retryAfter: Math.max(0, +after || secondsOf(after) - (date || now)) || undefined,
    })
  }

  function release(): void {
    clearTimeout(timer)
    controller?.abort()
  }

  async function attempts(): Promise<Credentials> {
    for (let count = 0; ; count++) {
      try {
        return await attempt()
      } catch (error) {
        const { retryable, retryAfter = 0 } = error as UserSigSourceError
        if (!retryable || count >= retries || retryAfter > LONGEST_WAIT) throw error
        // Full jitter: clients that failed together do not come back together.
        await sleep(retryAfter + Math.random() * Math.min(LONGEST_WAIT, 2 ** count / 2))
      }
    }
  }

  return { promise: Promise.race([cancelled, attempts()]).finally(release), cancel, waiting: 0 }
}
