import { createUserSigEndpoint, type EndpointOptions } from '@usersig/core/endpoint'
import { ENDPOINT_OPTIONS, readOptions } from '@usersig/core/internal'
import { keyOfEnvironment, toResponse } from '@usersig/edge/internal'
import type { Context, Env } from 'hono'
import { envOf, HonoRequest } from './request.ts'

/** What {@link issueUserSig} needs to know. Callbacks get Hono's context first. */
// biome-ignore lint/suspicious/noExplicitAny: as Hono's own Context without a type argument.
export type IssueUserSigOptions<E extends Env = any> = EndpointOptions<Context<E>>

/**
 * Creates the handler at which a logged-in user fetches tickets: `POST`, without a body or with `{"roomId": …}` or
 * `{"strRoomId": …}`.
 *
 * Without `credentials` and `signer`, the key comes from `USERSIG_SDKAPPID` and `USERSIG_SECRETKEY`: from `c.env` at
 * the first request on Workers, from `process.env` or `Deno.env` at start.
 *
 * @param given `authenticate`, and the other options; callbacks get Hono's context `c`
 * @throws TypeError for an option that is missing, unknown or of the wrong type, with the line to add
 * @throws UserSigError `invalid_sdk_app_id`, `invalid_secret_key`, `invalid_expire` for values that are known at start
 * @example
 * ```ts
 * app.post('/usersig', issueUserSig({ authenticate: (c) => c.get('session').userId }))
 * ```
 */
// biome-ignore lint/suspicious/noExplicitAny: as Hono's own Context without a type argument.
export function issueUserSig<E extends Env = any>(given: IssueUserSigOptions<E>): (c: Context<E>) => Promise<Response> {
  const options = readOptions<IssueUserSigOptions<E>>(given, ENDPOINT_OPTIONS, 'issueUserSig')
  const endpoint = createUserSigEndpoint({ ...options, ...keyOfEnvironment(options, envOf) })
  return async (c) => toResponse(await endpoint(new HonoRequest(c)))
}
