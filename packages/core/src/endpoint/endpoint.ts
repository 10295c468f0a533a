import type { IssuedCredentials } from '../issued.ts'
import { checkExpire } from '../options.ts'
import { kindOf } from '../show.ts'
import { type EndpointRequest, type EndpointResponse, jsonResponse } from './exchange.ts'
import { checkEndpointOptions, type EndpointOptions, type IssuedEvent, signerResolver } from './options.ts'
import { ProblemError } from './problem.ts'
import { answerError, HOOK_FAILED, report, runHook } from './report.ts'
import { asRoomProblem, readRoomRequest } from './room-request.ts'

/** Answers one request. It never rejects: every fault becomes a response. */
export type UserSigEndpoint<Source> = (request: EndpointRequest<Source>) => Promise<EndpointResponse>

/**
 * Creates the endpoint at which a logged-in user fetches a ticket: the HTTP contract that every adapter serves, as
 * `spec/openapi.yaml` writes it down. Apps use an adapter; this is for writing one.
 *
 * The client decides on nothing but the room that it asks for. The user comes from `authenticate`, the rights from
 * `authorizeRoom`, the lifetime from the options.
 *
 * @throws TypeError when a callback or the credentials are missing
 * @throws UserSigError when the credentials are wrong
 * @example
 * ```ts
 * const endpoint = createUserSigEndpoint<Request>({
 *   credentials: { sdkAppId: 1400000000, secretKey },
 *   authenticate: (request) => userOfSession(request),
 * })
 * ```
 */
export function createUserSigEndpoint<Source>(options: EndpointOptions<Source>): UserSigEndpoint<Source> {
  checkEndpointOptions(options)
  if (options.expire !== undefined) checkExpire(options.expire)
  const resolveSigner = signerResolver(options)

  async function issue(request: EndpointRequest<Source>, userId: string): Promise<IssuedCredentials> {
    // Most clients ask for no room, and say so with the length of their body.
    const room = request.header('content-length') === '0' ? undefined : await readRoomRequest(request)
    const lifetime = options.expire === undefined ? {} : { expire: options.expire }
    if (room === undefined) return (await resolveSigner(request.source)).issue(userId, lifetime)
    const privileges = await options.authorizeRoom?.({ userId, ...room }, request.source)
    if (privileges === undefined || privileges === null || privileges === false) {
      throw new ProblemError('room_refused', 'you may not enter this room')
    }
    const signer = await resolveSigner(request.source)
    try {
      return await signer.issue(userId, { ...lifetime, ...room, privileges })
    } catch (error) {
      throw asRoomProblem(error)
    }
  }

  return async (request) => {
    let userId: string | undefined
    try {
      checkMethod(request)
      userId = await authenticate(options, request)
      const issued = await issue(request, userId)
      // Before the hook, which could write to what it is told.
      const response = jsonResponse(200, issued)
      tellIssued(issued, request, options)
      return response
    } catch (error) {
      return answerError(error, request, options, userId)
    }
  }
}

function checkMethod(request: EndpointRequest<unknown>): void {
  if (request.method === 'POST') return
  throw new ProblemError('method_not_allowed', 'tickets are fetched with POST', { headers: { allow: 'POST' } })
}

async function authenticate<Source>(
  options: EndpointOptions<Source>,
  request: EndpointRequest<Source>,
): Promise<string> {
  const userId = await options.authenticate(request.source)
  if (userId === undefined || userId === null || userId === false) {
    throw new ProblemError('unauthenticated', 'log in first', {
      headers: { 'www-authenticate': 'Bearer realm="usersig"' },
    })
  }
  if (typeof userId !== 'string') {
    throw new TypeError(`authenticate returned ${kindOf(userId)}, but must return the UserID as a string, or null`)
  }
  return userId
}

function tellIssued<Source>(
  issued: IssuedCredentials,
  request: EndpointRequest<Source>,
  options: EndpointOptions<Source>,
): void {
  const { onIssued } = options
  if (!onIssued) return
  const { userSig, privateMapKey, expire, ...event } = issued
  runHook(
    () => onIssued(event satisfies IssuedEvent, request.source),
    request,
    (error) => report({ status: 200, code: HOOK_FAILED, error, userId: issued.userId }, request, options),
  )
}
