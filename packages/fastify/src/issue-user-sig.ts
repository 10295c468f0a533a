import {
  createUserSigEndpoint,
  type EndpointOptions,
  type EndpointRequest,
  type RequestBody,
} from '@usersig/core/endpoint'
import { ENDPOINT_OPTIONS, type OptionTable, readOptions } from '@usersig/core/internal'
import { BODY_OPTIONS, type BodyOptions, bodyOptions, toEndpointRequest, withKey } from '@usersig/node/internal'
import type { FastifyRequest, RequestPayload } from 'fastify'
import { sendAnswer } from './answer.ts'
import { type AnyReply, type AnyRequest, contextOf, type FastifyContext } from './fastify-types.ts'
import { hideBody, showBody } from './unparsed.ts'

/** What {@link issueUserSig} needs to know; callbacks get Fastify's request, and `{ reply }`. */
export interface IssueUserSigOptions<Request extends AnyRequest = FastifyRequest>
  extends EndpointOptions<Request, FastifyContext>,
    BodyOptions {}

const OPTIONS = { ...ENDPOINT_OPTIONS, ...BODY_OPTIONS } satisfies OptionTable<IssueUserSigOptions>

/** The options of a Fastify route with its handler: `app.post(path, route)`, or spread into your own options. */
export interface UserSigRoute {
  /** Keeps the body from the parsers of the app: the handler reads it, within its bounds, after the login. */
  preParsing(
    request: AnyRequest,
    reply: AnyReply,
    payload: RequestPayload,
    done: (error: null, payload: RequestPayload) => void,
  ): void
  /** Gives the request back what was kept from the parsers. */
  preValidation(request: AnyRequest, reply: AnyReply, done: () => void): void
  /** Answers. Used alone, it reads the body from the app's parsers. */
  handler(request: AnyRequest, reply: AnyReply): void
}

/**
 * Creates the route at which a logged-in user fetches tickets. The app's parsers do not see the body of this route, so
 * that all adapters answer invalid bodies alike; other routes keep their parsers.
 *
 * @param options `authenticate`, and optionally `expire` (how long tickets are valid, in seconds), `authorizeRoom`,
 * `limit`, `onIssued` and the others. Without `credentials` and `signer`, it reads the key from `USERSIG_SDKAPPID` and
 * `USERSIG_SECRETKEY`, or the file at `USERSIG_SECRETKEY_FILE`
 * @returns the options of a route: pass it to `app.post(path, …)`, which answers only `POST`, or to `app.all(path, …)`,
 * which also answers the other methods, with 405. To add your own hooks: `{ ...issueUserSig(options), onRequest:
 * checkSession }`
 * @throws TypeError for an option that is missing, unknown or of the wrong type
 * @throws UserSigError `invalid_sdk_app_id`, `invalid_secret_key`, `invalid_expire`
 * @example
 * ```ts
 * app.post('/usersig', issueUserSig({ authenticate: (request) => request.session.userId, expire: 86400 }))
 * ```
 */
export function issueUserSig<Request extends AnyRequest = FastifyRequest>(
  options: IssueUserSigOptions<Request>,
): UserSigRoute {
  const read = readOptions<IssueUserSigOptions<Request>>(
    options,
    OPTIONS as OptionTable<IssueUserSigOptions<Request>>,
    'issueUserSig',
  )
  const { bodyTimeout, ...rest } = read
  const endpoint = createUserSigEndpoint<Request, FastifyContext>(withKey(rest))
  const body = bodyOptions(read)
  return {
    preParsing(request, _reply, payload, done) {
      hideBody(request)
      done(null, payload)
    },
    preValidation(request, _reply, done) {
      showBody(request)
      done()
    },
    handler(request, reply) {
      // An app may have put hooks of its own in the place of the two above.
      showBody(request)
      endpoint(toRequest(request as Request, reply, body)).then((response) => sendAnswer(reply, response))
    },
  }
}

function toRequest<Request extends AnyRequest>(
  request: Request,
  reply: AnyReply,
  options: BodyOptions,
): EndpointRequest<Request, FastifyContext> {
  const translated = toEndpointRequest(request.raw, contextOf(reply), options)
  return {
    ...translated,
    readBody: (maxBytes) =>
      isParsed(request) ? Promise.resolve(parsedBody(request.body, maxBytes)) : translated.readBody(maxBytes),
    request,
  }
}

/** Whether a parser of the app has read the body. */
function isParsed({ raw, body }: AnyRequest): boolean {
  return body !== undefined || raw.readableDidRead || raw.readableEnded
}

function parsedBody(body: unknown, maxBytes: number): RequestBody {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body
  if (!(bytes instanceof Uint8Array)) return { json: bytes }
  return bytes.length > maxBytes ? 'too-large' : bytes
}
