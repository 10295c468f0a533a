import { UserSigError } from '../errors.ts'
import { chatAge, checkChatSign, checkTrtcSign, trtcAge } from '../webhooks/signatures.ts'
import { parseJson, readWhole } from './body.ts'
import type { EndpointRequest } from './exchange.ts'
import { type Refusal, refuse } from './guard.ts'
import { answerError } from './hooks.ts'
import { watchOutcome } from './outcome.ts'
import { ProblemError } from './problem.ts'
import { askWithin, DEFAULT_CALLBACK_TIMEOUT } from './time-limit.ts'
import { checkTexts, readWebhookOptions, type WebhookOptions, type WebhookSecret } from './webhook-options.ts'

/** A webhook as the guard sees it: adapters translate their framework's request into this. */
export interface WebhookRequest<Request, Context = undefined>
  extends Omit<EndpointRequest<Request, Context>, 'method'> {
  /**
   * Value of a parameter of the URL.
   *
   * @param name its name, as in `Sign`
   */
  query(name: string): string | null | undefined
}

/** Result of a guard: the body of an authentic webhook, or the refusal. */
export type WebhookResult =
  | {
      /** The body, parsed. */
      readonly event: unknown
      readonly response?: never
      readonly error?: never
    }
  | Refusal

/** Checks one webhook. It never rejects. */
export type WebhookGuard<Request, Context = undefined> = (
  request: WebhookRequest<Request, Context>,
) => Promise<WebhookResult>

const MAX_BYTES = 1024 * 1024
/** Source: cloud.tencent.com/document/product/269/32431. */
const CHAT_MAX_AGE = 60

/**
 * Creates a guard for webhooks from Tencent, which passes requests with a valid signature and returns their parsed
 * body. Apps use an adapter; use this function to write one.
 *
 * @param given `trtcKey` or `chatToken`; a function gets the `request` and the `context`, and the unsigned SDKAppID
 * @throws TypeError if the key is missing, if both are set, and for an option that is unknown or of the wrong type
 * @example
 * ```ts
 * const guard = createWebhookGuard<Request>({ trtcKey: 'what you chose in the console' })
 * const { event, response } = await guard(webhookRequest)
 * ```
 */
export function createWebhookGuard<Request = unknown, Context = undefined>(
  given: WebhookOptions<Request, Context>,
): WebhookGuard<Request, Context> {
  const options = readWebhookOptions(given)
  const check = options.trtcKey === undefined ? checkChat : checkTrtc
  return async (request) => {
    const outcome = watchOutcome('webhook', options, request)
    try {
      const event = await check(options, request)
      outcome.ok()
      return { event }
    } catch (thrown) {
      const problem = asProblem(thrown)
      outcome.failed(problem)
      return refuse(problem, answerError(problem, request, options))
    }
  }
}

/**
 * The signature is over the body, but one that cannot be right is refused before the body is read.
 * Source of the header: trtc.io/document/39558.
 */
async function checkTrtc<Request, Context>(
  options: WebhookOptions<Request, Context>,
  request: WebhookRequest<Request, Context>,
): Promise<unknown> {
  const { trtcKey, maxAge, maxBytes = MAX_BYTES } = options
  const sign = request.header('sign')
  checkTrtcSign(sign)
  const keys = await readSecret(trtcKey, 'trtcKey', options, request, request.header('sdkappid'))
  const body = await readWhole(request, maxBytes)
  if (!(body instanceof Uint8Array)) throw new TypeError(PARSED)
  checkTrtcSign(sign, body, keys)
  const event = parseJson(body)
  if (maxAge !== undefined) checkAge(trtcAge(event), maxAge)
  return event
}

const PARSED =
  'the body was parsed before the guard got it, but the signature covers its bytes: mount the guard before the body ' +
  'parser, or keep the bytes in req.rawBody'

/** The signature is in the URL, so that nothing of the body is read before it is known to be right. */
async function checkChat<Request, Context>(
  options: WebhookOptions<Request, Context>,
  request: WebhookRequest<Request, Context>,
): Promise<unknown> {
  const { chatToken, maxAge = CHAT_MAX_AGE, maxBytes = MAX_BYTES } = options
  const [sign, time] = [request.query('Sign'), request.query('RequestTime')]
  checkChatSign(sign, time)
  checkAge(chatAge(time), maxAge)
  checkChatSign(sign, time, await readSecret(chatToken, 'chatToken', options, request, request.query('SdkAppid')))
  const body = await readWhole(request, maxBytes)
  return body instanceof Uint8Array ? parseJson(body) : body.json
}

/** A webhook from the future is not one either: clocks differ by as much as it may be old, a minute at most. */
function checkAge(age: number, maxAge: number): void {
  if (age > maxAge) throw new UserSigError('expired', `the webhook was sent ${age} s ago`)
  if (age < -Math.min(maxAge, CHAT_MAX_AGE)) {
    throw new UserSigError('not_yet_valid', `the webhook was sent ${-age} s in the future`)
  }
}

async function readSecret<Request, Context>(
  secret: WebhookSecret<Request, Context> | undefined,
  name: string,
  { callbackTimeout = DEFAULT_CALLBACK_TIMEOUT }: Pick<WebhookOptions, 'callbackTimeout'>,
  { request, context }: WebhookRequest<Request, Context>,
  claimedAppId: string | null | undefined,
): Promise<readonly string[]> {
  if (typeof secret !== 'function') return secret as readonly string[]
  // Long enough for every SDKAppID: what a client sends is bounded before the app gets it.
  const sdkAppId = claimedAppId && claimedAppId.length <= 20 ? claimedAppId : undefined
  const found = await askWithin(() => secret(request, context, { sdkAppId }), callbackTimeout, name)
  if (found === null || found === undefined) {
    throw new ProblemError('invalid_webhook', 'there is no key for this webhook')
  }
  return checkTexts(found, `what ${name} returned`)
}

function asProblem(error: unknown): unknown {
  return UserSigError.is(error) ? new ProblemError('invalid_webhook', error.message, { cause: error }) : error
}
