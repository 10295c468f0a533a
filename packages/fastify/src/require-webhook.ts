import { Readable } from 'node:stream'
import { createWebhookGuard, type WebhookOptions, type WebhookRequest } from '@usersig/core/endpoint'
import { eventOf, keepEvent, type OptionTable, readOptions, WEBHOOK_OPTIONS } from '@usersig/core/internal'
import { BODY_OPTIONS, type BodyOptions, readStream, toWebhookRequest } from '@usersig/node/internal'
import type { FastifyRequest, RequestPayload } from 'fastify'
import { sendAnswer } from './answer.ts'
import { type AnyReply, type AnyRequest, contextOf, type FastifyContext } from './fastify-types.ts'

/** What {@link requireWebhook} needs to know; a function as key gets Fastify's request, and `{ reply }`. */
export interface RequireWebhookOptions<Request extends AnyRequest = FastifyRequest>
  extends WebhookOptions<Request, FastifyContext>,
    BodyOptions {}

const OPTIONS = { ...WEBHOOK_OPTIONS, ...BODY_OPTIONS } satisfies OptionTable<RequireWebhookOptions>

/** A `preParsing` hook of Fastify. */
export type WebhookHook = (
  request: AnyRequest,
  reply: AnyReply,
  payload: RequestPayload,
  done: (error: Error | null, payload?: RequestPayload) => void,
) => void

/**
 * Creates a guard for the webhooks that Tencent's servers send, as a `preParsing` hook: those whose signature fits pass,
 * the others get 403. The bytes of the body are what is signed, so the guard reads them, and hands them on to the parser.
 *
 * @param options the key (`trtcKey`) or the token (`chatToken`) that you chose in the console
 * @throws TypeError for an option that is missing, unknown or of the wrong type
 * @example
 * ```ts
 * app.post('/webhooks/trtc', { preParsing: requireWebhook({ trtcKey: process.env.TRTC_WEBHOOK_KEY }) }, (request) => {
 *   console.log(getWebhook(request))
 *   return { code: 0 }
 * })
 * ```
 */
export function requireWebhook<Request extends AnyRequest = FastifyRequest>(
  options: RequireWebhookOptions<Request>,
): WebhookHook {
  const { bodyTimeout, ...rest } = readOptions<RequireWebhookOptions<Request>>(
    options,
    OPTIONS as OptionTable<RequireWebhookOptions<Request>>,
    'requireWebhook',
  )
  const guard = createWebhookGuard<Request, FastifyContext>(rest)
  // Not an async function, for the reason that requireUserSig has.
  return (request, reply, payload, done) => {
    if (typeof payload === 'function') {
      ;(payload as (error: Error) => void)(new TypeError(MISPLACED))
      return
    }
    const taken = new TakenPayload(payload, bodyTimeout)
    guard(toRequest(request as Request, reply, taken))
      .then(({ event, response }) => {
        if (response) {
          sendAnswer(reply, response)
          return
        }
        keepEvent(request, event)
        done(null, taken.again())
      })
      .catch(done)
  }
}

const MISPLACED =
  'requireWebhook() reads the body before the parser does: it is a preParsing hook. Write\n\n' +
  "  app.post('/webhooks/trtc', { preParsing: requireWebhook({ trtcKey }) }, handler)\n"

/** The body on its way to the parser. */
class TakenPayload {
  readonly #payload: RequestPayload
  readonly #timeout: number | undefined
  #bytes: Uint8Array = new Uint8Array()

  constructor(payload: RequestPayload, timeout: number | undefined) {
    this.#payload = payload
    this.#timeout = timeout
  }

  async read(maxBytes: number): ReturnType<typeof readStream> {
    const body = await readStream(this.#payload as Readable, maxBytes, this.#timeout)
    if (body instanceof Uint8Array) this.#bytes = body
    return body
  }

  /** For the parser. */
  again(): RequestPayload {
    const { receivedEncodedLength = this.#bytes.length } = this.#payload
    return Object.assign(Readable.from([this.#bytes], { objectMode: false }), { receivedEncodedLength })
  }
}

function toRequest<Request extends AnyRequest>(
  request: Request,
  reply: AnyReply,
  taken: TakenPayload,
): WebhookRequest<Request, FastifyContext> {
  const translated = toWebhookRequest(request.raw, contextOf(reply))
  return { ...translated, request, readBody: (maxBytes) => taken.read(maxBytes) }
}

/**
 * The body of the webhook that {@link requireWebhook} let pass, parsed: `EventType` and others for TRTC,
 * `CallbackCommand` and others for Chat.
 *
 * @param request the request that the guard passed on
 * @throws TypeError when no guard saw the request
 * @example
 * ```ts
 * const { EventType } = getWebhook<{ EventType: number }>(request)
 * ```
 */
export function getWebhook<Event = unknown>(request: AnyRequest): Event {
  return eventOf(request, "app.post('/webhooks/trtc', { preParsing: requireWebhook({ trtcKey }) }, handler)") as Event
}
