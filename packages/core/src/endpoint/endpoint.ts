import { UserSigError } from '../errors.ts'
import { readOptions } from '../options/read-options.ts'
import { kindOf } from '../show.ts'
import type { IssuedTickets, IssueOptions } from '../signing/types.ts'
import { askSigner } from './ask-signer.ts'
import { CHALLENGE } from './challenge.ts'
import { missing } from './credentials.ts'
import { ENDPOINT_OPTIONS, type EndpointOptions, type IssuedEvent } from './endpoint-options.ts'
import { type Asked, type EndpointRequest, type EndpointResponse, jsonResponse } from './exchange.ts'
import { createExplainer } from './explain.ts'
import { answerError, HOOK_FAILED, report, runHook } from './hooks.ts'
import { checkLimit } from './limit.ts'
import { watchOutcome } from './outcome.ts'
import { ProblemError } from './problem.ts'
import { createReservedCheck } from './reserved-users.ts'
import { checkIsNear, firstSecondAfter } from './revocation.ts'
import { asRoomProblem, readRoomRequest } from './room-request.ts'
import type { Signer } from './signer.ts'
import { createSignerSource } from './signer-source.ts'
import { andThen, askWithin, DEFAULT_CALLBACK_TIMEOUT, isThenable, type MaybePromise } from './time-limit.ts'

/** Answers one request. It never rejects: every fault becomes a response. */
export type UserSigEndpoint<Request, Context = undefined> = (
  request: EndpointRequest<Request, Context>,
) => Promise<EndpointResponse>

/**
 * Creates the endpoint at which a logged-in user fetches a ticket: the HTTP contract of every adapter, as in
 * `spec/openapi.yaml`. Apps use an adapter; use this function to write one.
 *
 * The client chooses only the room. The user comes from `authenticate`, the rights from `authorizeRoom`, the lifetime
 * from the options.
 *
 * @param given `authenticate`, `credentials` or `signer`, and the other options; callbacks get the `request` and the
 * `context` of the {@link EndpointRequest}
 * @throws TypeError for an option that is missing, unknown or of the wrong type
 * @throws UserSigError `invalid_sdk_app_id`, `invalid_secret_key`, `invalid_expire` for credentials that are a value
 * @example
 * ```ts
 * const endpoint = createUserSigEndpoint<Request>({
 *   credentials: { sdkAppId: 1400000000, secretKey },
 *   authenticate: (request) => userOfSession(request),
 * })
 * ```
 */
export function createUserSigEndpoint<Request = unknown, Context = undefined>(
  given: EndpointOptions<Request, Context>,
): UserSigEndpoint<Request, Context> {
  const options = readOptions<EndpointOptions<Request, Context>>(given, ENDPOINT_OPTIONS, 'createUserSigEndpoint')
  if (options.authenticate === undefined) {
    const line = 'authenticate: (request) => request.session?.userId'
    throw new TypeError(missing('authenticate', 'return the UserID from your own login', line))
  }
  const signerFor = createSignerSource(options)
  const checkNotReserved = createReservedCheck(options.adminUserIds)
  const explainer = createExplainer(options)
  const explain = explainer && ((problem: ProblemError) => explainer(problem.code, problem.message))

  const lifetime = options.expire === undefined ? {} : { expire: options.expire }

  return async (request) => {
    const outcome = watchOutcome('issue', options, request)
    let userId: string | undefined
    let signer: Signer | undefined
    try {
      checkMethod(request)
      userId = checkUser(await askUser(options, request))
      checkNotReserved(userId)
      if (options.limit) await checkLimit(options, userId, request)
      // Most clients ask for no room, and say so with the length of their body.
      const room = request.header('content-length') === '0' ? undefined : await readRoom(options, request, userId)
      // What is there at once is not waited for: that would take about as long as the signature.
      const found = signerFor(request)
      signer = isThenable(found) ? await found : found
      const signed = issue(options, request, signer, userId, room ? { ...lifetime, ...room } : lifetime)
      const issued = isThenable(signed) ? await signed : signed
      // Before the hook, which could write to what it is told.
      const response = jsonResponse(200, issued)
      tellIssued(options, issued, request)
      outcome.ok(signer.sdkAppId)
      return response
    } catch (thrown) {
      // What was thrown before there was a signer is not of the signer.
      const error = signer === undefined ? thrown : asRoomProblem(asUserProblem(thrown))
      outcome.failed(error, signer?.sdkAppId)
      return answerError(error, request, options, userId, explain)
    }
  }
}

function checkMethod(request: EndpointRequest<unknown, unknown>): void {
  if (request.method === 'POST') return
  throw new ProblemError('method_not_allowed', 'tickets are fetched with POST', { headers: { allow: 'POST' } })
}

function askUser<Request, Context>(
  options: EndpointOptions<Request, Context>,
  { request, context }: Asked<Request, Context>,
): MaybePromise<unknown> {
  const seconds = options.callbackTimeout ?? DEFAULT_CALLBACK_TIMEOUT
  return askWithin<unknown>(() => options.authenticate(request, context), seconds, 'authenticate')
}

function checkUser(userId: unknown): string {
  if (typeof userId === 'string') return userId
  if (userId === undefined || userId === null || userId === false) {
    throw new ProblemError('unauthenticated', 'log in first', { headers: CHALLENGE })
  }
  throw new TypeError(`authenticate returned ${kindOf(userId)}, but must return the UserID as a string, or null`)
}

/** The room that the client asks for, with the rights that the app gives it there. */
async function readRoom<Request, Context>(
  options: EndpointOptions<Request, Context>,
  asked: EndpointRequest<Request, Context>,
  userId: string,
): Promise<IssueOptions | undefined> {
  const room = await readRoomRequest(asked)
  if (room === undefined) return undefined
  const { authorizeRoom, callbackTimeout = DEFAULT_CALLBACK_TIMEOUT } = options
  const authorize = () => authorizeRoom?.({ userId, ...room }, asked.request, asked.context)
  const privileges = await askWithin(authorize, callbackTimeout, 'authorizeRoom')
  if (privileges === undefined || privileges === null || privileges === false) {
    throw new ProblemError('room_refused', 'you may not enter this room')
  }
  return { ...room, privileges }
}

/** Signs. Within the second of a kick, the ticket has to count as issued after it. */
function issue<Request, Context>(
  options: EndpointOptions<Request, Context>,
  { request, context }: Asked<Request, Context>,
  signer: Signer,
  userId: string,
  wanted: IssueOptions,
): MaybePromise<IssuedTickets> {
  const { notIssuedBefore, callbackTimeout = DEFAULT_CALLBACK_TIMEOUT } = options
  const sign = (now?: number) =>
    askSigner(() => signer.issue(userId, now === undefined ? wanted : { ...wanted, now }), callbackTimeout)
  if (notIssuedBefore === undefined) return sign()
  const ask = () =>
    typeof notIssuedBefore === 'function' ? notIssuedBefore(userId, request, context) : notIssuedBefore
  return andThen(sign(), (issued) =>
    andThen(askWithin(ask, callbackTimeout, 'notIssuedBefore'), (cutoff) => {
      const first = firstSecondAfter(cutoff)
      if (first === undefined || issued.issuedAt >= first) return issued
      return sign(checkIsNear(first, issued.issuedAt))
    }),
  )
}

/** An id that is not a UserID is a fault of the program: the log says how to make one of it. */
function asUserProblem(error: unknown): unknown {
  if (!UserSigError.is(error) || error.code !== 'invalid_user_id') return error
  const message = `authenticate returned an id that is not a UserID: ${error.message}. Return toUserId(id) in its place`
  return new UserSigError('invalid_user_id', message, { cause: error })
}

function tellIssued<Request, Context>(
  options: EndpointOptions<Request, Context>,
  issued: IssuedTickets,
  asked: Asked<Request, Context>,
): void {
  const { onIssued } = options
  if (!onIssued) return
  const { userSig, privateMapKey, expire, ...event } = issued
  runHook(
    () => onIssued(event satisfies IssuedEvent, asked.request, asked.context),
    asked,
    (error) => report({ status: 200, code: HOOK_FAILED, error, userId: issued.userId }, asked, options),
  )
}
