import type { IncomingMessage } from 'node:http'
import { createUserSigEndpoint, type EndpointOptions, ProblemError } from '@usersig/core/endpoint'
import { checkBodyTimeout, discardUnread } from './body.ts'
import { type BodyOptions, toEndpointRequest, writeEndpointResponse } from './exchange.ts'
import type { NodeRequest } from './message.ts'
import { createPathTest } from './path.ts'
import { failed, type NodeListener } from './serve.ts'

/** What {@link createUserSigListener} needs to know; the callbacks get Node's request. */
export type UserSigListenerOptions<Request extends NodeRequest = IncomingMessage> = EndpointOptions<Request> &
  BodyOptions & {
    /**
     * The one path that is answered, such as `/usersig`. Other paths go to `next()`, or get 404 where there is none.
     * @defaultValue every path: whoever mounts the listener decides
     */
    path?: string
  }

/**
 * Creates the listener at which a logged-in user fetches a ticket: for `http.createServer`, `http2.createServer`, and
 * as a middleware for Connect-style servers. Every request that it takes is answered by it, refusals as problem
 * documents (RFC 9457).
 *
 * @param options credentials or signer, `authenticate`, and what else the endpoint has to know
 * @throws TypeError that shows the lines that are missing, when `authenticate` or the credentials are
 * @throws UserSigError `invalid_sdk_app_id`, `invalid_secret_key`, `invalid_expire`
 * @example
 * ```ts
 * const issue = createUserSigListener({
 *   path: '/usersig',
 *   signer: createUserSignerFromEnv(),
 *   authenticate: (req) => userOfSession(req.headers.cookie),
 * })
 * createServer(issue).listen(3000)
 * ```
 */
export function createUserSigListener<Request extends NodeRequest = IncomingMessage>(
  options: UserSigListenerOptions<Request>,
): NodeListener<Request> {
  const endpoint = createUserSigEndpoint<Request>(options)
  const isHere = createPathTest(options.path)
  const bodyTimeout = checkBodyTimeout(options.bodyTimeout)

  return (req, res, next) => {
    if (!isHere(req)) {
      if (next) next()
      else writeEndpointResponse(res, new ProblemError('not_found', 'there is nothing at this address').toResponse())
      return
    }
    endpoint(toEndpointRequest(req, { bodyTimeout }))
      .then((response) => {
        writeEndpointResponse(res, response)
        discardUnread(req)
      })
      .catch((error) => failed(error, res, next))
  }
}
