import { callback, duration, wholeNumber } from '../options/option-checks.ts'
import { type OptionTable, readOptions } from '../options/read-options.ts'
import { kindOf } from '../show.ts'
import type { UserSigner } from '../signing/types.ts'
import { type Credentials, createSignerMemory, missing } from './credentials.ts'
import { CREDENTIALS_STALE, type ErrorHook, report } from './hooks.ts'
import type { KeepTimes, Question } from './kept-answer.ts'
import { ProblemError } from './problem.ts'
import { renewing } from './renewing-signer.ts'
import { isSigner, type Signer } from './signer.ts'
import { Tenants, unknownTenant } from './tenants.ts'
import { andThen, askWithin, isThenable, type MaybePromise, unavailable } from './time-limit.ts'

type Nothing = null | undefined | false

/** Keys that change while the server runs, of one application or of several. */
export interface SignerResolverOptions<Request, Context> extends ErrorHook<Request, Context> {
  /**
   * Returns the key for a request, from a key store or from wherever a new key is put, or a signer whose key is
   * elsewhere. It is asked at the first request of an application and then from time to time. Nothing (`null`,
   * `undefined`, `false`) says that `tenant` is not known: 404.
   */
  credentials: (request: Request, context: Context) => MaybePromise<Credentials | Signer | Nothing>
  /**
   * Which application a request is for, by host or path: any text that tells them apart, at most 256 characters. Nothing
   * answers 404: return that for names that you do not know.
   * @defaultValue there is one application
   */
  tenant?: (request: Request, context: Context) => MaybePromise<string | Nothing>
  /** After how many seconds the key is asked for again. Requests go on with the last one meanwhile. @defaultValue 300 */
  refreshAfter?: number
  /**
   * For how many seconds a key serves while no new one can be had; 503 after that. It is never less than `refreshAfter`.
   * @defaultValue 3600
   */
  maxAge?: number
  /** Time limit of `credentials` and `tenant`, and of a request that waits for them, in seconds. @defaultValue 10 */
  timeout?: number
  /** For how many applications a key is kept: those that were asked for last. @defaultValue 1000 */
  maxTenants?: number
}

const OPTIONS: OptionTable<SignerResolverOptions<unknown, unknown>> = {
  credentials: callback,
  tenant: callback,
  refreshAfter: duration(),
  maxAge: duration(),
  timeout: duration(),
  maxTenants: wholeNumber(1, 1_000_000, 'applications'),
  onError: callback,
}

/** The adapter's context: whether work may continue after the answer. */
export interface Waits {
  /** As that of `EndpointRequest`. */
  readonly waitUntil?: ((promise: Promise<unknown>) => void) | undefined
}

/** Chooses the signer for a request. */
export type SignerResolver<Request, Context> = (
  request: Request,
  context: Context,
  waits?: Waits,
) => MaybePromise<Signer>

/**
 * The signer for each request, from keys that change while the server runs. Pass it as `signer`; an endpoint and a
 * guard with the same resolver share its keys.
 *
 * While the store is down, it uses the last good key. Concurrent requests share one call of the store. Unknown names
 * are looked up at a limited rate and do not evict known ones.
 *
 * @param given the function that returns the key, and how long to cache it
 * @throws TypeError for options of the wrong type
 * @example
 * ```ts
 * const signer = createSignerResolver({
 *   tenant: (req: IncomingMessage) => req.headers.host ?? null,
 *   credentials: (req) => keysOfApplication(req.headers.host ?? ''), // { sdkAppId, secretKey } or null
 *   refreshAfter: 60,
 * })
 * app.post('/usersig', issueUserSig({ signer, authenticate }))
 * app.use('/me', requireUserSig({ signer }))
 * ```
 */
export function createSignerResolver<Request = unknown, Context = unknown>(
  given: SignerResolverOptions<Request, Context>,
): SignerResolver<Request, Context> {
  const options = readOptions<SignerResolverOptions<Request, Context>>(given, OPTIONS, 'createSignerResolver')
  const { credentials, tenant, maxTenants = 1000 } = options
  if (credentials === undefined) {
    throw new TypeError(missing('credentials', 'it returns the key', 'credentials: (request) => keyFromYourStore()'))
  }
  const times = keepTimes(options)
  const tenants = new Tenants<Signer>(times, maxTenants)
  const toSigner = tenant === undefined ? ofOneApplication() : ofTenant(createSignerMemory())

  function choose(name: string, request: Request, context: Context, waits: Waits | undefined): MaybePromise<Signer> {
    const question: Question<Signer> = {
      ask: () => askProvider(() => andThen(credentials(request, context), toSigner), waits),
      mayGoOn: waits === undefined || waits.waitUntil !== undefined,
      onStale: (error) => {
        report({ status: 200, code: CREDENTIALS_STALE, error: reasonOf(error) }, { request, context }, options)
      },
    }
    const renew = () => tenants.renew(name, question)
    return andThen(tenants.get(name, question), (signer) => renewing(signer, renew))
  }

  if (!tenant) return (request, context, waits) => choose('', request, context, waits)
  return (request, context, waits) => {
    const name = askWithin(() => tenant(request, context), times.timeout, 'tenant')
    return andThen(name, (each) => choose(checkTenant(each), request, context, waits))
  }
}

function keepTimes(options: KeepTimesOptions): KeepTimes {
  const { refreshAfter = 300, maxAge = Math.max(3600, refreshAfter), timeout = 10 } = options
  if (maxAge < refreshAfter)
    throw new TypeError('maxAge is less than refreshAfter: the key would be thrown away unused')
  return { refreshAfter, maxAge, timeout }
}

type KeepTimesOptions = Pick<SignerResolverOptions<never, never>, 'refreshAfter' | 'maxAge' | 'timeout'>

/** Wraps what a provider throws; what is wrong with its answer is another matter. */
function askProvider<T>(ask: () => MaybePromise<T>, waits: Waits | undefined): MaybePromise<T> {
  let answer: MaybePromise<T>
  try {
    answer = ask()
  } catch (error) {
    throw asUnavailable(error)
  }
  if (!isThenable(answer)) return answer
  const reached = Promise.resolve(answer).catch((error: unknown) => {
    throw asUnavailable(error)
  })
  // Other requests may wait for the same answer, so that it has to come even if the client of this one leaves.
  waits?.waitUntil?.(reached.catch(() => {}))
  return reached
}

/** What is wrong with an answer is a fault of the program, and stays one. */
class WrongAnswer extends TypeError {}

function asUnavailable(error: unknown): unknown {
  return error instanceof WrongAnswer || ProblemError.is(error) ? error : unavailable(error)
}

type Answer = Credentials | Signer | Nothing

function ofTenant(signerOf: (credentials: Credentials) => UserSigner): (answer: Answer) => Signer {
  return (answer) => {
    if (isSigner(answer)) return answer
    if (!answer) throw unknownTenant()
    try {
      return signerOf(answer)
    } catch (error) {
      throw new WrongAnswer(`the function credentials did not return a key: ${(error as Error).message}`)
    }
  }
}

/** One application has one SDKAppID: what chooses by request would serve one application with the key of another. */
function ofOneApplication(): (answer: Answer) => Signer {
  const toSigner = ofTenant(createSignerMemory())
  let sdkAppId: number | undefined
  return (answer) => {
    if (!answer) {
      throw new WrongAnswer(
        `the function credentials returned ${kindOf(answer)}, but must return { sdkAppId, secretKey }`,
      )
    }
    const signer = toSigner(answer)
    sdkAppId ??= signer.sdkAppId
    if (signer.sdkAppId === sdkAppId) return signer
    throw new WrongAnswer(
      `the function credentials returned SDKAppID ${signer.sdkAppId} after ${sdkAppId}: for several applications, pass ` +
        'signer: createSignerResolver({ tenant, credentials })',
    )
  }
}

function checkTenant(name: string | Nothing): string {
  if (name === undefined || name === null || name === false) throw unknownTenant()
  if (typeof name === 'string') return name
  throw new TypeError(`tenant returned ${kindOf(name)}, but must return a string, or null`)
}

function reasonOf(error: unknown): unknown {
  return ProblemError.is(error) ? (error.cause ?? error) : error
}
