import { type Moment, toUserId } from '@usersig/core'
import { ProblemError } from '@usersig/core/endpoint'
import { checkExpire, type OptionTable, oneOf, readOptions, text, toUnixSeconds } from '@usersig/core/internal'
import { issueUserSig } from '@usersig/edge'
import { refuseProduction } from './production.ts'
import { createTestSigner } from './test-signer.ts'

/** The logged-in user of the stand-in for your server. */
export interface FakeIssuerOptions {
  /**
   * UserID that gets tickets, or `null` to answer 401; or a function that returns it for each request.
   * @defaultValue 'alice'
   */
  userId?: string | null | ((request: Request) => string | null)
  /** How long tickets are valid, in seconds, from 1 to 1 576 800 000. @defaultValue 604800, a week */
  expire?: number
  /** Fixed time of its clock, as a `Date` or Unix seconds. @defaultValue the system clock */
  now?: Moment
}

const FAILURES = ['unauthenticated', 'too_many_requests', 'unavailable', 'network'] as const

/** How a request can fail. */
export type IssuerFailure = (typeof FAILURES)[number]

/** A stand-in for the endpoint of your server at which the app fetches tickets. */
export interface FakeIssuer {
  /** For the `fetch` of a client: every address is answered by it. It is `issueUserSig`, and answers as your server does. */
  readonly fetch: (input: Request | string | URL, init?: object) => Promise<Response>
  /** Lets the next requests fail: 401, 429 with `Retry-After: 1`, 503, or none that gets through; one each. */
  failNext(...failures: readonly IssuerFailure[]): void
  /** How many requests have come. */
  readonly count: number
}

const OPTIONS: OptionTable<FakeIssuerOptions> = {
  userId: (value, name) => (value === null || typeof value === 'function' ? value : text(value, name)),
  expire: (value) => checkExpire(value as number),
  now: toUnixSeconds,
}
const checkFailure = oneOf(FAILURES)

/**
 * Stands in for the endpoint of your server, for the tests of an app that logs in: it issues tickets of `TEST_APP`, and
 * fails on request. It refuses to run with `NODE_ENV=production`.
 *
 * @param given the logged-in user, lifetime in seconds, fixed time
 * @throws TypeError for an option that is unknown or of the wrong type
 * @throws UserSigError `invalid_expire`
 * @example
 * ```ts
 * const issuer = createFakeIssuer({ userId: 'alice' })
 * const source = createUserSigSource({ endpoint: 'https://api.example.com/usersig', fetch: issuer.fetch })
 * issuer.failNext('unavailable')
 * ```
 */
export function createFakeIssuer(given: FakeIssuerOptions = {}): FakeIssuer {
  refuseProduction()
  const options = readOptions<FakeIssuerOptions>(given, OPTIONS, 'createFakeIssuer')
  const { userId = 'alice', expire, now } = options
  const failures: IssuerFailure[] = []
  let count = 0
  let limited = false
  const handler = issueUserSig({
    signer: createTestSigner(now === undefined ? {} : { now }),
    ...(expire !== undefined && { expire }),
    authenticate: (request) => {
      const failure = failures.shift()
      if (failure === 'unauthenticated') return null
      if (failure === 'unavailable')
        throw new ProblemError('unavailable', 'the test asked for it', { headers: { 'retry-after': '5' } })
      if (failure === 'too_many_requests') limited = true
      const id = typeof userId === 'function' ? userId(request) : userId
      return id === null ? null : toUserId(id)
    },
    limit: () => {
      const wasLimited = limited
      limited = false
      return wasLimited ? { retryAfter: 1 } : undefined
    },
    authorizeRoom: () => 'all',
    // What a test asks for is nothing to report.
    onError: () => {},
  })
  return {
    fetch: async (input, init) => {
      count++
      if (failures[0] === 'network') {
        failures.shift()
        throw new TypeError('fetch failed')
      }
      return await handler(new Request(input, init as RequestInit))
    },
    failNext: (...next) => {
      failures.push(...next.map((failure) => checkFailure(failure, 'failure') as IssuerFailure))
    },
    get count() {
      return count
    },
  }
}
