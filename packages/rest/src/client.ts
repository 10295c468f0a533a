import type { Signer } from '@usersig/core/endpoint'
import {
  createSignerSource,
  credentialsFrom,
  type Environment,
  type MaybePromise,
  readOptions,
} from '@usersig/core/internal'
import { type Accounts, createAccounts } from './accounts.ts'
import { createAdminTicket } from './admin-ticket.ts'
import { OPTIONS, type RestClientOptions } from './options.ts'
import { originOf } from './region.ts'
import { type Answer, type CallOptions, Failure, send } from './request.ts'
import type { RestError } from './rest-error.ts'

/** Calls of the REST API of Tencent Cloud Chat. */
export interface RestClient extends Accounts {
  /** Where the calls go, such as `https://adminapisgp.im.qcloud.com`. */
  readonly origin: string
  /**
   * Any other call, as Tencent's documents have it.
   *
   * @param command service and command, such as `openim/sendmsg`
   * @param body the request, in Tencent's own words
   * @param options whether it may be sent twice
   * @returns the answer, whose `ErrorCode` is 0
   * @throws RestError
   */
  call(command: string, body: object, options?: CallOptions): Promise<Answer>
}

const HOW_TO_SET = 'The key belongs in the environment of the server, or in the option credentials.'

/** Codes of a ticket that is refused: a new one may be taken. */
const TICKET_REFUSED: readonly (number | string)[] = [60004, 60005, 70001, 70003, 70009, 70013, 70014]
/** Codes of what passes. Source: cloud.tencent.com/document/product/269/1671. */
const PASSING: readonly (number | string)[] = [
  60007,
  60008,
  60011,
  60014,
  60018,
  60019,
  70169,
  70202,
  70500,
  'network',
  'timeout',
]
/** The longest pause between two attempts, in seconds. */
const MAX_PAUSE = 5

/**
 * Creates a client for the calls of the REST API for tickets and identities.
 *
 * It renews the administrator's ticket automatically and retries idempotent calls after temporary failures. Time,
 * answers and attempts are bounded.
 *
 * @param given the region, the key, and the revocations of your guards
 * @throws TypeError for an option that is missing, unknown or of the wrong type
 * @throws UserSigError `invalid_sdk_app_id`, `invalid_secret_key` for a key that is a value
 * @example
 * ```ts
 * const chat = createRestClient({ region: 'singapore', revocations })
 * await chat.importAccount({ userId: 'alice', nick: 'Alice' })
 * await chat.kick('alice')
 * ```
 */
export function createRestClient(given: RestClientOptions): RestClient {
  const options = readOptions<RestClientOptions>(given, OPTIONS, 'createRestClient')
  const {
    region,
    admin = 'administrator',
    expire = 86_400,
    apiOrigin,
    revocations,
    timeout = 10,
    retries = 2,
  } = options
  const origin = apiOrigin ?? originOf(region)
  const ticket = createAdminTicket(signerSource(options), { origin, admin, expire, timeout })
  const sending = { timeout, fetch: options.fetch ?? ((input, init) => globalThis.fetch(input, init)) } as const

  async function call(command: string, body: object, { isRepeatable = false }: CallOptions = {}): Promise<Answer> {
    let hasNewTicket = false
    for (let attempt = 0; ; attempt++) {
      try {
        return await send(command, await ticket.url(command), body, sending)
      } catch (error) {
        if (!(error instanceof Failure)) throw error
        const { code } = error.error
        // Tencent has looked at the ticket first, and done nothing.
        if (retries > 0 && TICKET_REFUSED.includes(code) && !hasNewTicket) {
          hasNewTicket = true
          ticket.drop()
        } else if (isRepeatable && attempt < retries && passes(error.error)) await pause(attempt, error.retryAfter)
        else throw error.error
      }
    }
  }

  return Object.freeze({ origin, call, ...createAccounts(call, revocations) })
}

function signerSource({ credentials, signer }: RestClientOptions): () => MaybePromise<Signer> {
  const { process } = globalThis as { process?: { env?: Environment } }
  const key =
    credentials === undefined && signer === undefined ? credentialsFrom(process?.env, HOW_TO_SET) : credentials
  const source = createSignerSource<undefined, undefined>({
    ...(key !== undefined && { credentials: key }),
    ...(signer !== undefined && { signer }),
  })
  return () => source({ request: undefined, context: undefined })
}

function passes({ code, status = 0 }: RestError): boolean {
  return PASSING.includes(code) || (code === 'http' && (status === 429 || status >= 500))
}

/** Longer each time, and not the same for all servers. */
async function pause(attempt: number, retryAfter = 0): Promise<void> {
  const seconds = Math.max(retryAfter, 0.2 * 2 ** attempt * (1 + Math.random()))
  await new Promise((resolve) => setTimeout(resolve, Math.min(seconds, MAX_PAUSE) * 1000))
}
