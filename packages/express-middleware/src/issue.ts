import { createUserSigEndpoint, type EndpointOptions } from '@usersig/core/endpoint'
import { toEndpointRequest, writeEndpointResponse } from '@usersig/node'
import type { Request, RequestHandler } from 'express'
import { type PassErrors, passedErrors } from './pass-errors.ts'

/** What {@link issueUserSig} needs to know; the callbacks get Express's request. */
export type IssueUserSigOptions = EndpointOptions<Request> & PassErrors

/**
 * Creates the handler at which a logged-in user fetches a ticket. Mount it with `app.post(path, …)`, or with
 * `app.use(path, …)`, which also answers the other methods, with 405.
 *
 * @param options `credentials` or `signer`, `authenticate`, and, if need be, `expire` (how long tickets are valid, in
 * seconds), `authorizeRoom`, `onIssued`, `onError` and the others of `EndpointOptions`
 * @throws TypeError that shows the lines that are missing, when `authenticate` or the credentials are
 * @throws UserSigError `invalid_sdk_app_id`, `invalid_secret_key`, `invalid_expire`
 * @example
 * ```ts
 * app.post('/usersig', issueUserSig({
 *   credentials: { sdkAppId: 1400000000, secretKey },
 *   authenticate: (req) => req.session.userId,
 *   expire: 86400,
 * }))
 * ```
 */
export function issueUserSig(options: IssueUserSigOptions): RequestHandler {
  const errors = passedErrors(options)
  const endpoint = createUserSigEndpoint<Request>(errors.options)
  return (req, res, next) => {
    endpoint(toEndpointRequest(req))
      .then((response) => {
        const error = errors.of(req)
        if (error) next(error)
        else writeEndpointResponse(res, response)
      })
      .catch(next)
  }
}
