import type { Clock } from './clock.ts'
import { UserSigSourceError } from './errors.ts'
import type { SourceSignal, UrlLike } from './platform.ts'
import type { Task } from './task.ts'
import { type IssuedTickets, type Room, readTickets, type TicketAnswer, toBody } from './tickets.ts'

/** The part of a `Response` that is read. */
export interface SourceResponse {
  /** HTTP status. */
  readonly status: number
  /** The headers of the answer. */
  readonly headers: {
    /** Value of a header; the name must be in lower case. */
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
  /** Aborted on a time-out, or when no caller waits any more; `undefined` in mini programs. */
  readonly signal?: SourceSignal | undefined
}

/** `fetch`, or its replacement on platforms without it. */
export type SourceFetch = (url: string, request: SourceRequest) => Promise<SourceResponse>

/** Headers of the request, by name. */
type Headers = Record<string, string>

/** Where tickets come from. */
export interface AskOptions {
  /** Address of the endpoint. */
  readonly endpoint?: string | UrlLike | undefined
  /**
   * In place of an endpoint: a function that gets tickets in some other way (server action, tRPC, cloud function), or
   * fixed tickets for a trial.
   */
  readonly tickets?:
    | TicketAnswer
    | ((
        room: Room | undefined,
        context: { readonly signal: SourceSignal | undefined },
      ) => TicketAnswer | Promise<TicketAnswer>)
    | undefined
  /**
   * Converts an answer with another format: the parsed body of a success, or the result of the function `tickets`.
   * @defaultValue the format of this project's server packages
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

/** What came, or did not come. */
interface Came {
  readonly answer?: unknown
  /** Absent for what a function of the app returned, and where nothing came. */
  readonly response?: SourceResponse
}

/** What a callable cloud function returns in place of a status and headers. */
interface Told {
  readonly status?: number
  readonly retryAfter?: number
}

/** Why what came is of no use. */
function fail(
  { response }: Came,
  code: string,
  detail = 'no explanation',
  retryable = false,
  told: Told | undefined = response,
): never {
  const header = (name: string) => response?.headers.get(name) ?? ''
  const came = response ? `${response.status} ${header('content-type')}: ` : ''
  throw new UserSigSourceError(code, came + detail, {
    status: told?.status,
    detail,
    retryable,
    retryAfter: Math.max(0, +(header('retry-after') || (told?.retryAfter ?? 0))) || undefined,
  })
}

/** Sends one request, and parses the answer where it can be. */
async function send(settings: AskOptions, room: Room | undefined, task: Task): Promise<Came> {
  const { endpoint, headers, withCookies, fetch = globalThis.fetch as SourceFetch } = settings
  const own = await task.race('headers()', typeof headers === 'function' ? headers() : headers)
  const toNetworkError = ({ name, cause }: { name?: string; cause?: { code?: string } }) =>
    // The texts of these errors may repeat headers and addresses, so only their names are told.
    fail({}, 'network', `no answer (${cause?.code ?? name}): check connection, address and CORS`, true)
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
  return { response, answer: await task.race('the endpoint', body) }
}

/** Takes tickets that are for us and valid now. The endpoint's `Date` sets the clock. */
function judge(
  { userId, tickets, toTickets }: AskSettings,
  clock: Clock,
  room: Room | undefined,
  came: Came,
): IssuedTickets {
  const { answer, response } = came
  const told: Told = response ?? (toTickets ? {} : Object(answer))
  const { status = 0 } = told
  if (status > 299) {
    const { code = `http_${status}`, detail } = Object(answer) as { code?: string; detail?: string }
    fail(came, code, detail, /408|429|^5/.test(`${status}`), told)
  }
  if (answer === undefined)
    fail(came, 'invalid_answer', 'not JSON; a login page, a captive portal, a wrong address?', true)
  const now = clock.now()
  const date = Date.parse(response?.headers.get('date') ?? '') / 1000
  const issued = readTickets(toTickets ? toTickets(answer, room) : answer, room, userId, Math.floor(date || now))
  if (typeof issued === 'string') return fail(came, 'invalid_answer', issued)
  // The moment of issue stands in for a date that cannot be seen only where the device must be wrong: the endpoint may
  // return a ticket again that it issued long ago. Fixed tickets tell nothing.
  const isWrong = typeof tickets !== 'object' && (now < issued.issuedAt || now >= issued.expiresAt)
  if (date || isWrong) clock.set(date || issued.issuedAt)
  return clock.ifValid(issued) ?? fail(came, 'invalid_answer', 'the tickets have ended')
}

/** Asks once, whomever the options name. */
export async function ask(
  settings: AskSettings,
  clock: Clock,
  room: Room | undefined,
  task: Task,
): Promise<IssuedTickets> {
  const { tickets } = settings
  const own = typeof tickets === 'function' ? tickets(room, { signal: task.signal }) : tickets
  const came = tickets ? { answer: await task.race('tickets()', own) } : await send(settings, room, task)
  return judge(settings, clock, room, came)
}
