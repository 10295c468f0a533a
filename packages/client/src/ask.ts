import type { Clock } from './clock.ts'
import { UserSigSourceError } from './errors.ts'
import type { Task } from './task.ts'
import { type IssuedTickets, type Room, readTickets, type TicketAnswer, toBody } from './tickets.ts'

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
  /** `include` with `withCookies`. */
  readonly credentials?: 'include' | undefined
  /** Aborted when the time is over, or nobody waits any more; `undefined` in mini programs. */
  readonly signal?: AbortSignal | undefined
}

/** `fetch`, or what stands in for it where there is none. */
export type SourceFetch = (url: string, request: SourceRequest) => Promise<SourceResponse>

/** Headers of the request, by name. */
type Headers = Record<string, string>

/** Where tickets come from. */
export interface AskOptions {
  /** Address of the endpoint. */
  readonly endpoint?: string | URL | undefined
  /**
   * In place of an endpoint: a function that gets tickets in some other way (server action, tRPC, cloud function), or
   * fixed tickets for a trial.
   */
  readonly tickets?:
    | TicketAnswer
    | ((
        room: Room | undefined,
        context: { readonly signal: AbortSignal | undefined },
      ) => TicketAnswer | Promise<TicketAnswer>)
    | undefined
  /**
   * Reads the parsed body of a successful answer of an endpoint that answers in a form of its own.
   * @defaultValue the form of this project's server packages
   */
  // biome-ignore lint/suspicious/noExplicitAny: the app knows what its endpoint answers
  readonly toTickets?: ((answer: any, room: Room | undefined) => TicketAnswer) | undefined
  /** Sends the request. @defaultValue the global `fetch` */
  readonly fetch?: SourceFetch | undefined
  /**
   * Headers of the request, the app's own login for example; a function is called before every request.
   * @defaultValue none
   */
  readonly headers?: Headers | (() => Headers | Promise<Headers>) | undefined
  /** Sends cookies to an endpoint of another origin, too. @defaultValue false */
  readonly withCookies?: boolean | undefined
}

/** Whom to ask, and what for. */
export interface AskSettings extends AskOptions {
  readonly userId?: string | undefined
}

/** The texts of network errors may repeat headers and addresses, so only their names are told. */
function toNetworkError({ name, cause }: { name?: string; cause?: { code?: string } }): never {
  const detail = cause?.code ?? name
  throw new UserSigSourceError('network', `no answer (${detail}): check connection, address and CORS`, {
    detail,
    retryable: true,
  })
}

/** Sends one request, and returns the answer with its body, parsed where it can be. */
async function send(settings: AskSettings, room: Room | undefined, task: Task): Promise<[unknown, SourceResponse]> {
  const { endpoint, headers, withCookies, fetch = globalThis.fetch as SourceFetch } = settings
  const own = await task.race('headers()', typeof headers === 'function' ? headers() : headers)
  const sent = fetch(`${endpoint}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...own },
    body: toBody(room),
    ...(withCookies && { credentials: 'include' }),
    signal: task.signal,
  })
  const response = await task.race('the endpoint', sent.catch(toNetworkError))
  const body = response.json().catch((error) => {
    // A body that breaks off is a fault of the network; one that is not JSON is none.
    if (error.name !== 'SyntaxError') toNetworkError(error)
  })
  return [await task.race('the endpoint', body), response]
}

/** Takes tickets that are for us and valid now. The endpoint's `Date` sets the clock. */
function judge(
  { userId, tickets, toTickets = (body) => body }: AskSettings,
  clock: Clock,
  room: Room | undefined,
  body: unknown,
  response?: SourceResponse,
): IssuedTickets {
  const status = response?.status
  const header = (name: string) => response?.headers.get(name) ?? ''
  const fail = (code: string, detail = 'no explanation', retryable = false): never => {
    throw new UserSigSourceError(code, `${status ?? ''} ${header('content-type')}: ${detail}`, {
      status,
      detail,
      retryable,
      retryAfter: Math.max(0, +header('retry-after')) || undefined,
    })
  }
  if ((status as number) > 299) {
    const { code = `http_${status}`, detail } = Object(body) as { code?: string; detail?: string }
    fail(code, detail, /408|429|^5/.test(`${status}`))
  }
  if (body === undefined) fail('invalid_answer', 'not JSON; a login page, a captive portal, a wrong address?', true)
  const now = clock.now()
  const date = Date.parse(header('date')) / 1000
  const issued = readTickets(response ? toTickets(body, room) : body, room, userId, Math.floor(date || now))
  if (typeof issued === 'string') return fail('invalid_answer', issued)
  // The moment of issue stands in for a date that cannot be seen only where the device must be wrong: the endpoint may
  // return a ticket again that it issued long ago. Fixed tickets tell nothing.
  const isWrong = typeof tickets !== 'object' && (now < issued.issuedAt || now >= issued.expiresAt)
  if (date || isWrong) clock.set(date || issued.issuedAt)
  return clock.ifValid(issued) ?? fail('invalid_answer', 'the tickets have ended')
}

/** Asks once, whomever the options name. */
export async function ask(
  settings: AskSettings,
  clock: Clock,
  room: Room | undefined,
  task: Task,
): Promise<IssuedTickets> {
  const { tickets } = settings
  if (!tickets) return judge(settings, clock, room, ...(await send(settings, room, task)))
  const answer = typeof tickets === 'function' ? tickets(room, { signal: task.signal }) : tickets
  return judge(settings, clock, room, await task.race('tickets()', answer))
}
