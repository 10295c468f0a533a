import { createUserSigner, decodeUserSig } from '@usersig/core'
import type { AppKey } from '@usersig/doctor'
import { type HttpCase, http } from '@usersig/vectors'
import { redact } from '../output/terminal.ts'
import { words } from '../words/index.ts'
import type { Fault, Outcome, Trial } from './score.ts'
import { type HttpAnswer, send } from './send.ts'

/** The endpoint, and how somebody logs in there. */
export interface EndpointTarget {
  readonly url: URL
  /** Header fields of a login; empty where there is none, which leaves out what needs one. */
  readonly login: Readonly<Record<string, string>>
  /** The key that the tickets have to be signed with, where it is known. */
  readonly key: AppKey | undefined
  readonly timeout: number
}

const UNWANTED = ['etag', 'set-cookie', 'access-control-allow-origin', 'access-control-allow-methods']

/** By so many seconds the times in an answer may differ from the clock. */
const TOLERANCE = 60

/** The HTTP contract, as far as it can be seen from outside. */
export function trialsOfEndpoint(target: EndpointTarget): Trial[] {
  return http.cases.map((each) => ({ group: each.class, name: each.name, run: async () => await run(each, target) }))
}

async function run({ request, expect }: HttpCase, target: EndpointTarget): Promise<Outcome> {
  const isLoggedIn = request.user !== null
  if (isLoggedIn && Object.keys(target.login).length === 0) return 'skipped'
  const url = new URL(target.url)
  if (request.query !== undefined) url.search = url.search === '' ? request.query : `${url.search}&${request.query}`
  const answer = await send(url, request, isLoggedIn ? target.login : {}, target.timeout)
  if ('message' in answer) return answer
  if (expect.problem !== undefined) return checkProblem(answer, expect.problem)
  if (expect.status !== 200) return checkStatus(answer, expect.status) ?? 'passed'
  // Which rooms are open is the app's decision; a refusal in the right form is right.
  if (expect.room !== undefined && answer.status === 403) return checkProblem(answer, 'room_refused')
  return checkIssued(answer, expect.room, target.key)
}

const wrong = (message: string): Fault => ({ code: 'answer', message: redact(message), action: '' })

function checkStatus({ status, headers }: HttpAnswer, wanted: number): Fault | undefined {
  const { conform } = words
  if (status !== wanted) return wrong(conform.wanted('status', String(status), String(wanted)))
  const allow = wanted === 405 ? 'POST' : undefined
  if (headers['allow'] !== allow) return wrong(conform.wanted('Allow', String(headers['allow']), String(allow)))
  const demand = headers['www-authenticate']
  if ((wanted === 401) !== /^Bearer\b/i.test(String(demand))) {
    return wrong(conform.wanted('WWW-Authenticate', String(demand), wanted === 401 ? 'Bearer' : 'undefined'))
  }
  return undefined
}

function checkHead(answer: HttpAnswer, status: number, type: RegExp): Fault | undefined {
  const { headers } = answer
  const { conform } = words
  const fault = checkStatus(answer, status)
  if (fault) return fault
  const found = String(headers['content-type'])
  if (!type.test(found)) return wrong(conform.wanted('Content-Type', found, type.source.replaceAll(/[\\^$]|\(.*/g, '')))
  if (!/\bno-store\b/i.test(String(headers['cache-control']))) {
    return wrong(conform.wanted('Cache-Control', String(headers['cache-control']), 'no-store'))
  }
  const unwanted = UNWANTED.find((name) => headers[name] !== undefined)
  return unwanted === undefined ? undefined : wrong(conform.unwanted(unwanted))
}

function checkProblem(answer: HttpAnswer, code: string): Outcome {
  const { status = 0, title } = http.problems[code] ?? {}
  const fault = checkHead(answer, status, /^application\/problem\+json(;|$)/)
  if (fault) return fault
  const found = readObject(answer.body)
  const wanted: Record<string, unknown> = { type: `urn:usersig:problem:${code}`, title, status, code }
  const name = Object.keys(wanted).find((each) => found?.[each] !== wanted[each])
  if (name !== undefined) return wrong(words.conform.wanted(name, String(found?.[name]), String(wanted[name])))
  return typeof found?.['detail'] === 'string' ? 'passed' : wrong(words.conform.missing('detail'))
}

function checkIssued(answer: HttpAnswer, room: HttpCase['expect']['room'], key: AppKey | undefined): Outcome {
  const fault = checkHead(answer, 200, /^application\/json(;|$)/)
  if (fault) return fault
  const issued = readObject(answer.body)
  if (typeof issued?.['userSig'] !== 'string') return wrong(words.conform.missing('userSig'))
  try {
    const claims = readTicket(issued, room, key)
    for (const name of ['sdkAppId', 'userId', 'issuedAt', 'expire', 'expiresAt'] as const) {
      if (issued[name] !== claims[name]) {
        return wrong(words.conform.wanted(name, String(issued[name]), String(claims[name])))
      }
    }
    const off = Math.abs(claims.issuedAt - Date.now() / 1000)
    if (off > TOLERANCE) return wrong(words.conform.time(`${Math.round(off)} s`))
  } catch (error) {
    const { code = 'answer', message, hint = '' } = error as Error & { code?: string; hint?: string }
    return { code, message: redact(message), action: hint }
  }
  if (room === undefined && issued['privateMapKey'] !== undefined) return wrong(words.conform.unwanted('privateMapKey'))
  return 'passed'
}

/** The claims of the UserSig, whose signature is checked where the key is known; so is the PrivateMapKey. */
function readTicket(issued: Record<string, unknown>, room: HttpCase['expect']['room'], key: AppKey | undefined) {
  const [userSig, privateMapKey] = [String(issued['userSig']), String(issued['privateMapKey'])]
  if (!key) {
    if (room) decodeUserSig(privateMapKey)
    return decodeUserSig(userSig).claims
  }
  const { sdkAppId, secretKey } = key
  const signer = createUserSigner({ sdkAppId, secretKey: [secretKey].flat()[0] ?? '' })
  const claims = signer.verifyUserSig(userSig)
  if (room) signer.verifyPrivateMapKey(privateMapKey, { userId: claims.userId, ...room })
  return claims
}

function readObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}
