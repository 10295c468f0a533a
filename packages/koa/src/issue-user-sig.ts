import { createUserSigEndpoint, type EndpointOptions } from '@usersig/core/endpoint'
import { ENDPOINT_OPTIONS, type OptionTable, readOptions } from '@usersig/core/internal'
import { BODY_OPTIONS, type BodyOptions, bodyOptions, checkPath, createPathTest, withKey } from '@usersig/node/internal'
import type { Context } from 'koa'
import { answer, toRequest } from './exchange.ts'
import type { KoaContext, KoaMiddleware } from './koa-types.ts'

/** What {@link issueUserSig} needs to know; callbacks get Koa's context. */
export interface IssueUserSigOptions<C extends KoaContext = Context> extends EndpointOptions<C>, BodyOptions {
  /**
   * The one path that is answered, such as `/usersig`; other paths go to the next middleware.
   * @defaultValue every path: a router decides
   */
  path?: string
}

const OPTIONS = { ...ENDPOINT_OPTIONS, ...BODY_OPTIONS, path: checkPath } satisfies OptionTable<IssueUserSigOptions>

/**
 * Creates the middleware at which a logged-in user fetches tickets: for a route of a router, or with `path` for an app.
 *
 * @param options `authenticate`, and optionally `expire` (how long tickets are valid, in seconds), `authorizeRoom`,
 * `limit`, `onIssued` and the others; callbacks get Koa's context `ctx`. Without `credentials` and `signer`, it reads
 * the key from `USERSIG_SDKAPPID` and `USERSIG_SECRETKEY`, or the file at `USERSIG_SECRETKEY_FILE`
 * @throws TypeError for an option that is missing, unknown or of the wrong type
 * @throws UserSigError `invalid_sdk_app_id`, `invalid_secret_key`, `invalid_expire`
 * @example
 * ```ts
 * router.post('/usersig', issueUserSig({ authenticate: (ctx) => ctx.session?.userId, expire: 86400 }))
 * ```
 */
export function issueUserSig<C extends KoaContext = Context>(options: IssueUserSigOptions<C>): KoaMiddleware {
  const read = readOptions<IssueUserSigOptions<C>>(
    options,
    OPTIONS as OptionTable<IssueUserSigOptions<C>>,
    'issueUserSig',
  )
  const { path, bodyTimeout, ...rest } = read
  const endpoint = createUserSigEndpoint<C>(withKey(rest))
  const isHere = createPathTest(path)
  const body = bodyOptions(read)
  return async (ctx, next) => {
    if (isHere({ url: ctx.path })) await answer(ctx, await endpoint(toRequest(ctx as C, body)))
    else await next()
  }
}
