import { type Field, lines, NOTICE } from './model.ts'

const TYPES = { integer: 'number', string: 'string', strings: 'string[]' } as const

/** The client for HarmonyOS (API 12 and newer). */
export function arkts(fields: readonly Field[]): string {
  return `${NOTICE.map((line) => `// ${line}`).join('\n')}
// The app needs the permission ohos.permission.INTERNET.

import { BusinessError } from '@kit.BasicServicesKit'
import { http } from '@kit.NetworkKit'

/** What the endpoint issues to a logged-in user. */
export interface IssuedTickets {
${lines(fields, ({ name, type, isRequired, meaning }) => `  /** ${meaning} */\n  ${name}${isRequired ? '' : '?'}: ${TYPES[type]}`)}
}

/** The room of a PrivateMapKey: one of the two. Room 123 and room "123" are two rooms. */
export interface UserSigRoom {
  roomId?: number
  strRoomId?: string
}

/** Why there are no tickets. */
export class UserSigError extends Error {
  /**
   * The code of the endpoint's problem document, such as "unauthenticated"; else "http_<status>", "network", "timeout" or
   * "invalid_answer".
   */
  code: string
  /** The HTTP status; 0 without an answer. */
  status: number
  /** After how many seconds to try again; 0 where the endpoint does not say. */
  retryAfter: number

  constructor(code: string, status: number, retryAfter: number) {
    super('no UserSig: ' + code)
    this.code = code
    this.status = status
    this.retryAfter = retryAfter
  }
}

interface Problem {
  code?: string
}

/** The headers by which your server knows the user. */
export type UserSigHeaders = () => Promise<Record<string, string>>

/** Tickets are renewed 300 seconds before they expire, or after half the lifetime of short ones. */
const RENEW_AHEAD = 300
/** Of one request, in milliseconds. */
const TIMEOUT = 15000
const MAX_BYTES = 65536
/** ERR_OPERATION_TIMEDOUT of http. */
const TIMED_OUT = 2300028

/** Fetches tickets, keeps them in memory, and fetches new ones before they expire. */
export class UserSigClient {
  private endpoint: string
  private headers: UserSigHeaders
  private kept: IssuedTickets | undefined = undefined
  private keptAt: number = 0
  private flight: Promise<IssuedTickets> | undefined = undefined

  /**
   * @param endpoint the address of your endpoint
   * @param headers the headers by which your server knows the user
   */
  constructor(endpoint: string, headers: UserSigHeaders) {
    this.endpoint = endpoint
    this.headers = headers
  }

  /** Valid tickets: those in memory, or new ones. Callers at the same time share one request. */
  async get(): Promise<IssuedTickets> {
    if (this.kept !== undefined) {
      const lifetime = this.kept.expire
      const age = (Date.now() - this.keptAt) / 1000
      if (age >= 0 && age < Math.max(lifetime - RENEW_AHEAD, lifetime / 2)) {
        return this.kept
      }
    }
    return await this.refresh()
  }

  /** New tickets: call it after the SDK reported an expired ticket. */
  refresh(): Promise<IssuedTickets> {
    if (this.flight === undefined) {
      this.flight = this.renew().finally(() => {
        this.flight = undefined
      })
    }
    return this.flight
  }

  /** Tickets with a PrivateMapKey for a room. They are new at each call. */
  async getForRoom(room: UserSigRoom): Promise<IssuedTickets> {
    return await this.fetch(room)
  }

  /** Forgets the tickets: call it when the user logs out of your app. */
  forget(): void {
    this.kept = undefined
    this.flight = undefined
  }

  private async renew(): Promise<IssuedTickets> {
    const none: UserSigRoom = {}
    const tickets = await this.fetch(none)
    this.kept = tickets
    this.keptAt = Date.now()
    return tickets
  }

  private async fetch(room: UserSigRoom): Promise<IssuedTickets> {
    const request = http.createHttp()
    try {
      const header = await this.headers()
      header['content-type'] = 'application/json'
      const options: http.HttpRequestOptions = {
        method: http.RequestMethod.POST,
        header: header,
        extraData: JSON.stringify(room),
        expectDataType: http.HttpDataType.STRING,
        connectTimeout: TIMEOUT,
        readTimeout: TIMEOUT,
        maxLimit: MAX_BYTES,
      }
      const response = await request.request(this.endpoint, options)
      return this.read(response)
    } catch (error) {
      if (error instanceof UserSigError) {
        throw error as UserSigError
      }
      const isLate = (error as BusinessError).code === TIMED_OUT
      throw new UserSigError(isLate ? 'timeout' : 'network', 0, 0)
    } finally {
      request.destroy()
    }
  }

  private read(response: http.HttpResponse): IssuedTickets {
    const status: number = response.responseCode
    const text = response.result as string
    if (status !== 200) {
      const header = response.header as Record<string, string>
      const retryAfter = Number.parseInt(header['retry-after'] ?? '0')
      throw new UserSigError(this.codeOf(text) ?? 'http_' + status, status, Number.isNaN(retryAfter) ? 0 : retryAfter)
    }
    let tickets: IssuedTickets
    try {
      tickets = JSON.parse(text) as IssuedTickets
    } catch (error) {
      throw new UserSigError('invalid_answer', status, 0)
    }
    if (${fields
      .filter(({ isRequired }) => isRequired)
      .map(({ name, type }) => `typeof tickets.${name} !== '${TYPES[type]}'`)
      .join(' ||\n      ')}) {
      throw new UserSigError('invalid_answer', status, 0)
    }
    return tickets
  }

  private codeOf(text: string): string | undefined {
    try {
      return (JSON.parse(text) as Problem).code
    } catch (error) {
      return undefined
    }
  }
}
`
}
