import { SDK_APP_ID, SECRET_KEY } from '@usersig/contract/fixture'
import { must } from '../finding.ts'
import { createUserSigner, UserSigError } from '../tickets/core.ts'
import type { Heard } from './app.ts'
import { type Attempt, SMUGGLED_USER } from './attempt.ts'
import type { Reply } from './exchange.ts'
import { GUARDED_PATH } from './servers.ts'

/** What spec/openapi.yaml lists, without the faults of the server. */
const CONTRACT = [200, 400, 401, 403, 405, 408, 413, 415]
/** What Node's own parser answers, before or instead of the app. */
const PARSER = [100, 400, 408, 413, 414, 417, 431, 501, 505]
/** What a router says of paths and methods that it does not know. */
const ROUTER = [204, 404]
const ALLOWED = new Set([...CONTRACT, ...PARSER, ...ROUTER])

const signer = createUserSigner({ sdkAppId: SDK_APP_ID, secretKey: SECRET_KEY })

/** Looks for what no answer to one request may be. */
export function judgeReplies(attempt: Attempt, replies: readonly Reply[], heard: Heard): void {
  const faults = () => heard.faults.map((fault) => String((fault as { error?: unknown }).error ?? fault)).join('; ')
  // A change may log somebody else in, but only by the request's own head, and once.
  const [user, ...others] = heard.users
  must(others.length === 0, () => `one request, but ${heard.users.join(' and ')} are logged in`)
  must(user !== SMUGGLED_USER, () => 'a request within a request came through')
  for (const { status, text } of replies) {
    must(status < 500 || status === 501 || status === 505, () => `status ${status}: ${faults()}`)
    must(ALLOWED.has(status), () => `status ${status}, which nobody documents: ${text.slice(0, 300)}`)
    must(!text.includes(SECRET_KEY), () => 'an answer holds the secret key')
    if (status === 200) judgeSuccess(attempt, user, text)
    else judgeRefusal(attempt, text)
  }
  must(heard.issued.length <= 1, () => `${heard.issued.length} tickets for one request`)
  for (const issued of heard.issued) must(issued === user, () => `a ticket for ${issued}, but ${user} is logged in`)
}

function judgeSuccess(attempt: Attempt, user: string | undefined, text: string): void {
  for (const [, ticket = ''] of text.matchAll(/"(?:userSig|privateMapKey)":"([^"]*)"/g)) {
    const claims = signer.verifyUserSig(ticket, { userBuf: 'any' })
    must(claims.userId === user, () => `a ticket for ${claims.userId}, but ${user} is logged in`)
    const { room } = claims
    must(
      room === undefined || room.roomId === 10000 || room.strRoomId === 'room-1',
      () => `a key for a room that is not open: ${JSON.stringify(room)}`,
    )
  }
  if (!attempt.path.startsWith(GUARDED_PATH) || attempt.method !== 'GET') return
  const body = Buffer.from(text.slice(text.indexOf('\r\n\r\n')), 'latin1').toString()
  const found = /\{"userId":.*\}/.exec(body)
  must(found !== null, () => `the guard let somebody in, but nobody knows whom: ${text.slice(0, 300)}`)
  const { userId } = JSON.parse(found[0])
  must(
    attempt.signed.some((signed) => signed.userId === userId && signed.userBuf === undefined),
    () => `the guard let ${JSON.stringify(userId)} in, for whom nobody signed`,
  )
}

const QUOTED = 16

function judgeRefusal({ headers }: Attempt, text: string): void {
  must(!/"(?:userSig|privateMapKey)":/.test(text), () => `a refusal holds a ticket: ${text.slice(0, 300)}`)
  const [, ticket = ''] = headers.find(([name]) => name === 'authorization') ?? []
  const start = ticket.search(/[\w*-]{24,}_*$/)
  // Any piece of it would do: the beginning is the same in all tickets, and the end is the checksum.
  for (let at = start; start >= 0 && at + QUOTED <= Math.min(ticket.length, start + 2000); at += QUOTED) {
    must(!text.includes(ticket.slice(at, at + QUOTED)), () => `a refusal quotes the ticket: ${text.slice(0, 500)}`)
  }
}

/** Whether a good request still gets what it should. */
export function isIssued(user: string, replies: readonly Reply[]): boolean {
  const [reply] = replies
  const ticket = /"userSig":"([^"]*)"/.exec(reply?.text ?? '')?.[1]
  if (replies.length !== 1 || reply?.status !== 200 || ticket === undefined) return false
  try {
    return signer.verifyUserSig(ticket).userId === user
  } catch (error) {
    if (error instanceof UserSigError) return false
    throw error
  }
}
