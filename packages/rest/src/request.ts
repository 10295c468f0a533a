import { RestError } from './rest-error.ts'

/** The most that is read of an answer, in bytes: 500 users with all their devices have about 100 kB. */
const MAX_ANSWER = 1_048_576

/** What is in every answer. Source: cloud.tencent.com/document/product/269/1519. */
export interface Answer {
  /** `OK`, or `FAIL`. */
  readonly ActionStatus?: unknown
  /** 0, or Tencent's code. */
  readonly ErrorCode?: unknown
  /** What Tencent says of it. */
  readonly ErrorInfo?: unknown
  readonly [name: string]: unknown
}

/** How a call may be sent. */
export interface CallOptions {
  /**
   * Set `true` for an idempotent call, which may be repeated after an unknown result.
   * @defaultValue false
   */
  isRepeatable?: boolean
}

/** How a call is sent. */
export interface Sending {
  readonly fetch: typeof globalThis.fetch
  /** How long one attempt may take, in seconds, with the reading of its answer. */
  readonly timeout: number
}

/** A failure, and after how many seconds Tencent wants to be asked again, where it says so. */
export class Failure extends Error {
  readonly error: RestError
  readonly retryAfter: number | undefined

  constructor(error: RestError, retryAfter?: number) {
    super(error.message)
    this.error = error
    this.retryAfter = retryAfter
  }
}

/** One attempt. @throws Failure */
export async function send(command: string, url: URL, body: object, { fetch, timeout }: Sending): Promise<Answer> {
  const signal = AbortSignal.timeout(timeout * 1000)
  try {
    const headers = { 'content-type': 'application/json' }
    // A redirect would carry the ticket to another address.
    const options = { method: 'POST', headers, body: JSON.stringify(body), redirect: 'manual' as const, signal }
    const response = await fetch(url, options)
    if (response.status !== 200) throw badStatus(command, response)
    return checked(command, await readBounded(command, response))
  } catch (error) {
    if (error instanceof Failure) throw error
    if (signal.aborted) throw new Failure(new RestError(command, 'timeout', { info: `${timeout} seconds` }))
    throw new Failure(new RestError(command, 'network', { info: reasonOf(error) }))
  }
}

function badStatus(command: string, response: Response): Failure {
  response.body?.cancel().catch(() => {})
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN)
  const { status } = response
  return new Failure(new RestError(command, 'http', { status }), Number.isFinite(seconds) ? seconds : undefined)
}

async function readBounded(command: string, response: Response): Promise<string> {
  const reader = response.body?.getReader()
  const decoder = new TextDecoder()
  let text = ''
  let length = 0
  while (reader) {
    const { done, value } = await reader.read()
    if (done) break
    length += value.length
    if (length > MAX_ANSWER) {
      reader.cancel().catch(() => {})
      throw new Failure(new RestError(command, 'too_large'))
    }
    text += decoder.decode(value, { stream: true })
  }
  return text + decoder.decode()
}

/** The status is 200 even on failure: `ErrorCode` tells. */
function checked(command: string, text: string): Answer {
  let answer: Answer
  try {
    answer = JSON.parse(text) as Answer
  } catch {
    throw new Failure(new RestError(command, 'malformed', { status: 200 }))
  }
  const { ErrorCode: code, ErrorInfo: info } = Object(answer) as Answer
  if (code === 0) return answer
  if (typeof code !== 'number') throw new Failure(new RestError(command, 'malformed', { status: 200 }))
  throw new Failure(new RestError(command, code, { status: 200, info: typeof info === 'string' ? info : '' }))
}

/** The code of the system; messages may hold the address, and with it the ticket. */
function reasonOf(error: unknown): string {
  const { cause, name } = Object(error) as { cause?: { code?: unknown }; name?: unknown }
  return String(cause?.code ?? name ?? '')
}
