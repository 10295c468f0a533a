import type { IncomingMessage, ServerResponse } from 'node:http'
import { createUserSigEndpoint, type EndpointOptions, ProblemError } from '@usersig/core/endpoint'
import { ENDPOINT_OPTIONS, type OptionTable, readOptions } from '@usersig/core/internal'
import { BODY_OPTIONS, type BodyOptions, bodyOptions } from './body.ts'
import { withKey } from './environment.ts'
import { breakOff, contextOf, toEndpointRequest, writeEndpointResponse } from './exchange.ts'
import type { NodeContext, NodeListener, NodeRequest, NodeResponse } from './node-types.ts'
import { checkPath, createPathTest } from './path.ts'

/** What {@link issueUserSig} needs to know; callbacks get Node's request, and `{ res }`. */
export interface IssueUserSigOptions<
  Request extends NodeRequest = IncomingMessage,
  Response extends NodeResponse = ServerResponse,
> extends EndpointOptions<Request, NodeContext<Response>>,
    BodyOptions {
  /**
   * The one path that is answered, such as `/usersig`. Other paths go to `next()`, or get 404 where there is none.
   * @defaultValue every path: whoever mounts the listener decides
   */
  path?: string
}

const OPTIONS = { ...ENDPOINT_OPTIONS, ...BODY_OPTIONS, path: checkPath } satisfies OptionTable<IssueUserSigOptions>

/**
 * Creates the listener at which a logged-in user fetches tickets: for `http.createServer`, `http2.createServer`, and as
 * a middleware for Connect-style servers. It answers every request for its path, refusals as problem documents (RFC
 * 9457).
 *
 * @param options `authenticate`, and what else the endpoint has to know. Without `credentials` and `signer`, it reads
 * the key from `USERSIG_SDKAPPID` and `USERSIG_SECRETKEY`, or the file at `USERSIG_SECRETKEY_FILE`
 * @throws TypeError for an option that is missing, unknown or of the wrong type
 * @throws UserSigError `invalid_sdk_app_id`, `invalid_secret_key`, `invalid_expire`
 * @example
 * ```ts
 * const issue = issueUserSig({
 *   path: '/usersig',
 *   authenticate: (req) => userOfSession(req.headers.cookie),
 * })
 * createServer(issue).listen(3000)
 * ```
 */
export function issueUserSig<
  Request extends NodeRequest = IncomingMessage,
  Response extends NodeResponse = ServerResponse,
>(options: IssueUserSigOptions<Request, Response>): NodeListener<Request, Response> {
  const read = readOptions<IssueUserSigOptions<Request, Response>>(
    options,
    OPTIONS as OptionTable<IssueUserSigOptions<Request, Response>>,
    'issueUserSig',
  )
  const { path, bodyTimeout, ...rest } = read
  const endpoint = createUserSigEndpoint<Request, NodeContext<Response>>(withKey(rest))
  const isHere = createPathTest(path)
  const body = bodyOptions(read)

  return (req, res, next) => {
    const isOurs = isHere(req)
    if (!isOurs && next) {
      next()
      return
    }
    const answer = isOurs ? endpoint(toEndpointRequest(req, contextOf(res), body)) : Promise.resolve(notFound())
    answer
      .then((response) => writeEndpointResponse(res, response))
      .catch((error) => (next ? next(error) : breakOff(error, res)))
  }
}

function notFound() {
  return new ProblemError('not_found', 'there is nothing at this address').toResponse()
}
