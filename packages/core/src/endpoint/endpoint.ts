import { checkExpire } from '../rules/time.ts'
import { kindOf } from '../show.ts'
import type { IssuedTickets, IssueOptions } from '../signing/types.ts'
import { type EndpointRequest, type EndpointResponse, jsonResponse } from './exchange.ts'
import { checkEndpointOptions, type EndpointOptions, type IssuedEvent, timeLimitOf } from './options.ts'
import { ProblemError } from './problem.ts'
import { answerError, HOOK_FAILED, report, runHook } from './report.ts'
import { checkIsNear, firstValidSecond } from './revocation.ts'
import { asRoomProblem, readRoomRequest } from './room-request.ts'
import { askSigner } from './sign.ts'
import { signerResolver } from './signer-source.ts'
import { withTimeLimit } from './time-limit.ts'

/** Answers one request. It never rejects: every fault becomes a response. */
export type UserSigEndpoint<Source> = (request: EndpointRequest<Source>) => Promise<EndpointResponse>

/**
 * Creates the endpoint at which a logged-in user fetches a ticket: the HTTP contract that every adapter serves, as
 * `spec/openapi.yaml` writes it down. Apps use an adapter; this is for writing one.
 *
 * The client decides on nothing but the room that it asks for. The user comes from `authenticate`, the rights from
 * `authorizeRoom`, the lifetime from the options.
 *
 * @param options credentials or signer, and the callbacks, which get `source` of the request
 * @throws TypeError when a callback or the credentials are missing
 * @throws UserSigError `invalid_sdk_app_id`, `invalid_secret_key`, `invalid_expire` for credentials that are values
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

  const timeLimit = timeLimitOf(options)

  async function issue(request: EndpointRequest<Source>, userId: string): Promise<IssuedTickets> {
    // Most clients ask for no room, and say so with the length of their body.
    const room = request.header('content-length') === '0' ? undefined : await readRoomRequest(request)
    const lifetime = options.expire === undefined ? {} : { expire: options.expire }
    if (room === undefined) return await sign(request, userId, lifetime)
    const authorized = options.authorizeRoom?.({ userId, ...room }, request.source)
    const privileges = await withTimeLimit(authorized, timeLimit, 'authorizeRoom')
    if (privileges === undefined || privileges === null || privileges === false) {
      throw new ProblemError('room_refused', 'you may not enter this room')
    }
    try {
      return await sign(request, userId, { ...lifetime, ...room, privileges })
    } catch (error) {
      throw asRoomProblem(error)
    }
  }

  async function sign(request: EndpointRequest<Source>, userId: string, wanted: IssueOptions): Promise<IssuedTickets> {
    const signer = await resolveSigner(request.source)
    const issued = await askSigner(() => signer.issue(userId, wanted), timeLimit)
    if (options.notIssuedBefore === undefined) return issued
    const asked = firstValidSecond(options.notIssuedBefore, userId, request.source)
    const first = await withTimeLimit(asked, timeLimit, 'notIssuedBefore')
    if (first === undefined || issued.issuedAt >= first) return issued
    // Within the second of a kick, the ticket has to count as issued after it.
    return await askSigner(
      () => signer.issue(userId, { ...wanted, now: checkIsNear(first, issued.issuedAt) }),
      timeLimit,
    )
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
  const userId = await withTimeLimit(options.authenticate(request.source), timeLimitOf(options), 'authenticate')
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
  issued: IssuedTickets,
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
