import { USER_HEADER } from '@usersig/contract/fixture'
import type { Random } from '../random.ts'
import type { Sample, Signed } from '../tickets/sample.ts'
import { ISSUE_PATH } from './servers.ts'

/** A request to send, as its parts: who only has a fetch handler can be sent it too. */
export interface Attempt {
  method: string
  path: string
  headers: [name: string, value: string][]
  body: Buffer | undefined
  /** What the ticket in it, if there is one, may be accepted for. */
  signed: readonly Signed[]
}

/** The same request on a wire, once its bytes are another matter than its parts. */
export interface Wire {
  readonly parts: readonly Buffer[]
  /** Leaves as soon as it has written. */
  readonly hangUp?: boolean
}

/** What a change gets to know. */
export interface Setting {
  readonly random: Random
  /** Who is logged in. */
  readonly user: string
  /** Tickets that are valid right now. */
  readonly samples: readonly Sample[]
}

/** Changes a request in place. */
export type Change = (attempt: Attempt, setting: Setting) => void

/** Puts a request on the wire in another way. */
export type WireChange = (attempt: Attempt, setting: Setting) => Wire

/** Somebody whom no request of its own ever logs in. */
export const SMUGGLED_USER = 'mallory'

export function goodAttempt(user: string, body: string | undefined = '{"roomId":10000}'): Attempt {
  return {
    method: 'POST',
    path: ISSUE_PATH,
    headers: [
      [USER_HEADER, user],
      ['content-type', 'application/json'],
    ],
    body: Buffer.from(body),
    signed: [],
  }
}

/** Lines and body as any client would write them. */
export function toBytes({ method, path, headers, body }: Attempt, framing: readonly string[] = lengthOf(body)): Buffer {
  const lines = [
    `${method} ${path} HTTP/1.1`,
    'Host: 127.0.0.1',
    ...headers.map(([name, value]) => `${name}: ${value}`),
    ...framing,
  ]
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`), body ?? Buffer.alloc(0)])
}

function lengthOf(body: Buffer | undefined): string[] {
  return body ? [`Content-Length: ${body.length}`] : []
}

/** A whole request of somebody else, to hide in a body. */
export function smuggled(): string {
  return toBytes(goodAttempt(SMUGGLED_USER)).toString()
}
