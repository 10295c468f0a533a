import type { UserSigClaims } from '../claims.ts'
import { UserSigError } from '../errors.ts'
import { MAX_TICKET_LENGTH } from '../limits.ts'
import { readOptions } from '../options/read-options.ts'
import { decodeUserSig } from '../verifying/decode.ts'
import type { VerifyUserSigOptions } from '../verifying/expectations.ts'
import { askSigner } from './ask-signer.ts'
import { CHALLENGE, challengeFor } from './challenge.ts'
import type { EndpointRequest, EndpointResponse } from './exchange.ts'
import { createExplainer } from './explain.ts'
import { GUARD_OPTIONS, type GuardOptions } from './guard-options.ts'
import { answerError } from './hooks.ts'
import { watchOutcome } from './outcome.ts'
import { ProblemError } from './problem.ts'
import { checkAge, checkNotRevoked, firstSecondAfter } from './revocation.ts'
import type { Signer } from './signer.ts'
import { createSignerSource } from './signer-source.ts'
import { askWithin, DEFAULT_CALLBACK_TIMEOUT, isThenable, type MaybePromise } from './time-limit.ts'

/** The response that refuses a request, and why. */
export interface Refusal {
  /** The answer that refuses, to be written out as it is. */
  readonly response: EndpointResponse
  /** Why. */
  readonly error: Error
  readonly claims?: never
  readonly event?: never
}

/** Result of a guard: the claims of a valid ticket, or the refusal. */
export type GuardResult =
  | {
      /** Claims of the ticket. */
      readonly claims: UserSigClaims
      readonly response?: never
      readonly error?: never
    }
  | Refusal

/** A request as the guard sees it. */
export type GuardedRequest<Request, Context> = Omit<EndpointRequest<Request, Context>, 'method' | 'readBody'>

/** Checks the ticket of one request. It never rejects. */
export type UserSigGuard<Request, Context = undefined> = (
  request: GuardedRequest<Request, Context>,
) => Promise<GuardResult>

/**
 * Creates a guard, which passes requests with a valid UserSig, by default in `Authorization: Bearer`. Apps use an
 * adapter; use this function to write one.
 *
 * @param given `credentials` or `signer`, and the other options; callbacks get the `request` and the `context` of the
 * {@link EndpointRequest}
 * @throws TypeError for an option that is missing, unknown or of the wrong type
 * @throws UserSigError `invalid_sdk_app_id`, `invalid_secret_key` for credentials that are a value
 * @example
 * ```ts
 * const guard = createUserSigGuard<Request>({ credentials: { sdkAppId: 1400000000, secretKey } })
 * const { claims, response } = await guard(endpointRequest)
 * ```
 */
export function createUserSigGuard<Request = unknown, Context = undefined>(
  given: GuardOptions<Request, Context>,
): UserSigGuard<Request, Context> {
  const options = readOptions<GuardOptions<Request, Context>>(given, GUARD_OPTIONS, 'createUserSigGuard')
  const signerFor = createSignerSource(options)
  const { clockTolerance, callbackTimeout = DEFAULT_CALLBACK_TIMEOUT } = options
  const explainer = createExplainer(options)
  const verifyOptions = clockTolerance === undefined ? {} : { clockTolerance }
  const isWithdrawable = options.notIssuedBefore !== undefined || options.isRevoked !== undefined

  return async (request) => {
    const outcome = watchOutcome('guard', options, request)
    let sdkAppId: number | undefined
    let userSig: string | undefined
    try {
      // What is there at once is not waited for: that would take about as long as the check.
      const token = findTicket(options, request)
      userSig = checkFound(isThenable(token) ? await token : token, options)
      checkForm(userSig)
      const found = signerFor(request)
      const signer = isThenable(found) ? await found : found
      sdkAppId = signer.sdkAppId
      const verified = verify(signer, userSig, verifyOptions, callbackTimeout)
      const claims = isThenable(verified) ? await verified : verified
      if (isWithdrawable) await checkRevocation(options, claims, request)
      outcome.ok(sdkAppId)
      return { claims }
    } catch (thrown) {
      outcome.failed(thrown, sdkAppId)
      const sent = userSig ?? (options.getToken ? undefined : request.header('authorization'))
      const explain = explainer && (({ code, message }: ProblemError) => explainer(code, message, sent ?? undefined))
      return refuse(thrown, answerError(thrown, request, options, undefined, explain))
    }
  }
}

/** What a guard returns for what was thrown. */
export function refuse(thrown: unknown, response: EndpointResponse): Refusal {
  return { response, error: thrown instanceof Error ? thrown : new Error('the guard failed', { cause: thrown }) }
}

function findTicket<Request, Context>(
  { getToken, callbackTimeout = DEFAULT_CALLBACK_TIMEOUT }: GuardOptions<Request, Context>,
  request: GuardedRequest<Request, Context>,
): MaybePromise<string | null | undefined> {
  if (!getToken) return bearerToken(request)
  return askWithin(() => getToken(request.request, request.context), callbackTimeout, 'getToken')
}

function checkFound(
  token: string | null | undefined,
  { getToken }: Pick<GuardOptions<never, never>, 'getToken'>,
): string {
  if (token) return token
  const detail = getToken ? 'the request holds no UserSig' : 'send your UserSig as "Authorization: Bearer"'
  throw new ProblemError('missing_user_sig', detail, { headers: CHALLENGE })
}

function bearerToken(request: Pick<EndpointRequest<unknown, unknown>, 'header'>): string | undefined {
  return /^Bearer +([^\s]+) *$/i.exec(request.header('authorization') ?? '')?.[1]
}

/** What every ticket looks like: zlib's header in Tencent's base64, and its padding. */
const TICKET = /^e[A-Za-z0-9*-]{40,}_{0,2}$/

/** What cannot be a ticket is refused before anybody is asked for a key. */
function checkForm(userSig: string): void {
  if (typeof userSig === 'string' && userSig.length <= MAX_TICKET_LENGTH && TICKET.test(userSig)) return
  try {
    decodeUserSig(userSig)
  } catch (error) {
    throw asRefusal(error)
  }
}

/** @throws ProblemError 401 for what is wrong with the ticket */
function verify(
  signer: Signer,
  userSig: string,
  options: VerifyUserSigOptions,
  seconds: number,
): MaybePromise<UserSigClaims> {
  try {
    const answer = askSigner(() => signer.verifyUserSig(userSig, options), seconds)
    return isThenable(answer) ? answer.then(undefined, refuseTicket) : answer
  } catch (error) {
    return refuseTicket(error)
  }
}

function refuseTicket(error: unknown): never {
  throw asRefusal(error)
}

/** What is wrong with a ticket answers 401; a wrong clock of the signer, say, is not a fault of the client. */
function asRefusal(error: unknown): unknown {
  if (!UserSigError.is(error) || error.code.startsWith('invalid_')) return error
  return new ProblemError(error.code, error.message, { cause: error, headers: challengeFor(error.code) })
}

async function checkRevocation<Request, Context>(
  options: GuardOptions<Request, Context>,
  claims: UserSigClaims,
  { request, context }: GuardedRequest<Request, Context>,
): Promise<void> {
  const { notIssuedBefore, isRevoked, callbackTimeout = DEFAULT_CALLBACK_TIMEOUT } = options
  if (notIssuedBefore !== undefined) {
    const ask = () =>
      typeof notIssuedBefore === 'function' ? notIssuedBefore(claims.userId, request, context) : notIssuedBefore
    checkAge(claims, firstSecondAfter(await askWithin(ask, callbackTimeout, 'notIssuedBefore')))
  }
  if (isRevoked)
    checkNotRevoked(await askWithin(() => isRevoked(claims, request, context), callbackTimeout, 'isRevoked'))
}
