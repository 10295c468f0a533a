import type { UserSigClaims } from '../claims.ts'
import { UserSigError } from '../errors.ts'
import type { VerifyUserSigOptions } from '../verifying/expectations.ts'
import type { EndpointRequest, EndpointResponse } from './exchange.ts'
import { checkGuardOptions, type GuardOptions, timeLimitOf } from './options.ts'
import { ProblemError } from './problem.ts'
import { answerError } from './report.ts'
import { checkAge, checkNotRevoked, firstValidSecond } from './revocation.ts'
import { askSigner } from './sign.ts'
import { type AnySigner, signerResolver } from './signer-source.ts'
import { withTimeLimit } from './time-limit.ts'

/** What a guard found: the claims of a valid ticket, or the response that refuses. */
export type GuardResult =
  | {
      /** What the ticket says. */
      readonly claims: UserSigClaims
      readonly response?: never
      readonly error?: never
    }
  | {
      readonly claims?: never
      /** The answer that refuses, to be written out as it is. */
      readonly response: EndpointResponse
      /** Why. */
      readonly error: Error
    }

/** Checks the ticket of one request. It never rejects. */
export type UserSigGuard<Source> = (
  request: Pick<EndpointRequest<Source>, 'header' | 'source' | 'waitUntil'>,
) => Promise<GuardResult>

/**
 * Creates a guard: it lets requests pass that bring a valid UserSig, by default as `Authorization: Bearer`. Apps use an
 * adapter; this is for writing one.
 *
 * @param options credentials or signer; the callbacks get `source` of the request
 * @throws TypeError when the credentials or a callback are of the wrong kind
 * @throws UserSigError `invalid_sdk_app_id`, `invalid_secret_key`, `invalid_expire` for credentials that are values
 * @example
 * ```ts
 * const guard = createUserSigGuard<Request>({ credentials: { sdkAppId: 1400000000, secretKey } })
 * const { claims, response } = await guard(endpointRequest)
 * ```
 */
export function createUserSigGuard<Source>(options: GuardOptions<Source>): UserSigGuard<Source> {
  checkGuardOptions(options)
  const resolveSigner = signerResolver(options)
  const verifyOptions = options.clockTolerance === undefined ? {} : { clockTolerance: options.clockTolerance }
  const timeLimit = timeLimitOf(options)

  return async (guarded) => {
    const request = guarded as EndpointRequest<Source>
    try {
      const userSig = await findToken(options, request)
      const signer = await resolveSigner(request.source)
      const claims = await verify(signer, userSig, verifyOptions, timeLimit)
      await checkRevocation(options, claims, request.source)
      return { claims }
    } catch (thrown) {
      const error = thrown instanceof Error ? thrown : new Error('the guard failed', { cause: thrown })
      return { error, response: answerError(thrown, request, options, undefined) }
    }
  }
}

/** @throws ProblemError 401 for what is wrong with the ticket; a wrong clock of the signer is no fault of the client's */
async function verify(
  signer: AnySigner,
  userSig: string,
  options: VerifyUserSigOptions,
  timeLimit: number,
): Promise<UserSigClaims> {
  try {
    return await askSigner(() => signer.verifyUserSig(userSig, options), timeLimit)
  } catch (error) {
    throw error instanceof UserSigError && !error.code.startsWith('invalid_') ? refusal(error) : error
  }
}

async function checkRevocation<Source>(
  options: GuardOptions<Source>,
  claims: UserSigClaims,
  source: Source,
): Promise<void> {
  const { notIssuedBefore, isRevoked } = options
  const timeLimit = timeLimitOf(options)
  if (notIssuedBefore !== undefined) {
    const first = firstValidSecond(notIssuedBefore, claims.userId, source)
    checkAge(claims, await withTimeLimit(first, timeLimit, 'notIssuedBefore'))
  }
  if (isRevoked) await withTimeLimit(checkNotRevoked(isRevoked, claims, source), timeLimit, 'isRevoked')
}

async function findToken<Source>(options: GuardOptions<Source>, request: EndpointRequest<Source>): Promise<string> {
  const token = options.getToken
    ? await withTimeLimit(options.getToken(request.source), timeLimitOf(options), 'getToken')
    : bearerToken(request)
  if (token) return token
  const detail = options.getToken ? 'the request holds no UserSig' : 'send your UserSig as "Authorization: Bearer"'
  throw new ProblemError('missing_user_sig', detail, { headers: { 'www-authenticate': CHALLENGE } })
}

function bearerToken(request: EndpointRequest<unknown>): string | undefined {
  return /^Bearer +([^\s]+) *$/i.exec(request.header('authorization') ?? '')?.[1]
}

const CHALLENGE = 'Bearer realm="usersig"'

/** Source of the challenge: RFC 6750, section 3. */
function refusal(error: UserSigError): ProblemError {
  return new ProblemError(error.code, error.message, {
    cause: error,
    headers: { 'www-authenticate': `${CHALLENGE}, error="invalid_token", error_description="${error.code}"` },
  })
}
