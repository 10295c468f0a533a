import { createUserSigEndpoint, type EndpointOptions } from '@usersig/core/endpoint'
import { ENDPOINT_OPTIONS, type OptionTable, ownOptions, readOptions } from '@usersig/core/internal'
import { type CorsOptions, corsOption, createCors } from './cors.ts'
import { keyOfEnvironment } from './environment.ts'
import type { EdgeContext, FetchHandler } from './fetch-handler.ts'
import { createPathTest, literalPath, notFound } from './path.ts'
import { envOf, toEndpointRequest, toResponse } from './translate.ts'

/** What {@link issueUserSig} needs to know. `Env` is what the platform passes as second argument. */
export interface IssueUserSigOptions<Env = unknown> extends EndpointOptions<Request, EdgeContext<Env>> {
  /** The one path that is served; others answer 404. @defaultValue every path, for apps that route themselves */
  path?: string
  /** Which other origins may call from a browser. @defaultValue none */
  cors?: CorsOptions<Env>
}

const OPTIONS: OptionTable<IssueUserSigOptions> = { ...ENDPOINT_OPTIONS, path: literalPath, cors: corsOption }

/**
 * Creates the fetch handler at which a logged-in user fetches tickets: `POST`, without a body or with `{"roomId": …}`
 * or `{"strRoomId": …}`. It never rejects.
 *
 * Without `credentials` and `signer`, the key comes from `USERSIG_SDKAPPID` and `USERSIG_SECRETKEY`: from the Worker's
 * `env` at the first request, from `process.env` or `Deno.env` at start.
 *
 * @param given `authenticate`, and the other options; callbacks get `(request, { env, ctx })`
 * @throws TypeError for an option that is missing, unknown or of the wrong type, with the line to add
 * @throws UserSigError `invalid_sdk_app_id`, `invalid_secret_key`, `invalid_expire` for values that are known at start
 * @example
 * ```ts
 * export default {
 *   fetch: issueUserSig<Env>({
 *     path: '/usersig',
 *     authenticate: (request, { env }) => userOfSession(request, env),
 *   }),
 * }
 * ```
 */
export function issueUserSig<Env = unknown>(given: IssueUserSigOptions<Env>): FetchHandler<Env> {
  const { path, cors, ...rest } = readOptions<IssueUserSigOptions<Env>>(given, OPTIONS, 'issueUserSig')
  const options = ownOptions(rest)
  const endpoint = createUserSigEndpoint({ ...options, ...keyOfEnvironment(options, envOf) })
  const isServed = createPathTest(path)
  const withCors = createCors(cors, 'POST', options)
  return async (request, ...rest) => {
    if (!isServed(request)) return notFound()
    const asked = toEndpointRequest<Env>(request, rest)
    return await withCors(asked, async () => toResponse(await endpoint(asked)))
  }
}
