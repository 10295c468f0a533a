import { createUserSigEndpoint, type EndpointOptions } from '@usersig/core/endpoint'
import { ENDPOINT_OPTIONS, type OptionTable, readOptions } from '@usersig/core/internal'
import {
  BODY_OPTIONS,
  type BodyOptions,
  bodyOptions,
  contextOf,
  toEndpointRequest,
  withKey,
} from '@usersig/node/internal'
import type { Request, RequestHandler } from 'express'
import { answerWith, type ExpressContext, PASS_ERRORS, type PassErrors } from './pass-errors.ts'

/** What {@link issueUserSig} needs to know; callbacks get Express's request, and `{ res }`. */
export interface IssueUserSigOptions extends EndpointOptions<Request, ExpressContext>, BodyOptions, PassErrors {}

const OPTIONS = { ...ENDPOINT_OPTIONS, ...BODY_OPTIONS, ...PASS_ERRORS } satisfies OptionTable<IssueUserSigOptions>

/**
 * Creates the handler at which a logged-in user fetches tickets. Mount it with `app.post(path, …)`, or with
 * `app.use(path, …)`, which also answers the other methods, with 405.
 *
 * @param options `authenticate`, and optionally `expire` (how long tickets are valid, in seconds), `authorizeRoom`,
 * `limit`, `onIssued` and the others. Without `credentials` and `signer`, it reads the key from `USERSIG_SDKAPPID` and
 * `USERSIG_SECRETKEY`, or the file at `USERSIG_SECRETKEY_FILE`
 * @throws TypeError for an option that is missing, unknown or of the wrong type
 * @throws UserSigError `invalid_sdk_app_id`, `invalid_secret_key`, `invalid_expire`
 * @example
 * ```ts
 * app.post('/usersig', issueUserSig({ authenticate: (req) => req.session.userId, expire: 86400 }))
 * ```
 */
export function issueUserSig(options: IssueUserSigOptions): RequestHandler {
  const read = readOptions<IssueUserSigOptions>(options, OPTIONS, 'issueUserSig')
  const { passErrors, bodyTimeout, ...rest } = read
  const { hooks, answer } = answerWith(read)
  const endpoint = createUserSigEndpoint<Request, ExpressContext>(withKey({ ...rest, ...hooks }))
  const body = bodyOptions(read)
  return (req, res, next) => {
    endpoint(toEndpointRequest(req, contextOf(res), body))
      .then((response) => answer(response, req, res, next))
      .catch(next)
  }
}
