import type { Privileges, RoomId } from '@usersig/core'
import { createUserSigEndpoint, type EndpointOptions } from '@usersig/core/endpoint'
import { type Call, type ExecutionContext, type FetchHandler, type MaybePromise, toCall } from './call.ts'
import { type CorsOptions, createCors } from './cors.ts'
import { type HookOptions, toHooks } from './hooks.ts'
import { createPathTest, notFound } from './path.ts'
import { respond } from './respond.ts'
import { SHARED_NAMES, type SharedOptions, toShared } from './shared.ts'
import { SIGNER_NAMES, type SignerOptions, toSignerSource } from './signer.ts'
import { toEndpointRequest, toResponse } from './translate.ts'
import { checkCallback, checkNames, missing } from './wiring.ts'

/** What {@link createUserSigHandler} needs to know. `Env` is what the platform passes as second argument. */
export type UserSigHandlerOptions<Env = unknown> = SignerOptions<Env> &
  HookOptions<Env> &
  SharedOptions<Env> & {
    /**
     * Who is calling, from the app's own login: a cookie, a session, a token. Never from the body of the request.
     * Nothing (`null`, `undefined`, `false`) answers 401.
     */
    authenticate: (
      request: Request,
      env: Env,
      ctx: ExecutionContext | undefined,
    ) => MaybePromise<string | null | undefined | false>
    /**
     * What the user may do in the room that the client asks for. Nothing (`null`, `undefined`, `false`) answers 403.
     * @defaultValue every room is refused
     */
    authorizeRoom?: (
      room: { readonly userId: string } & RoomId,
      request: Request,
      env: Env,
      ctx: ExecutionContext | undefined,
    ) => MaybePromise<Privileges | null | undefined | false>
    /** How long tickets are valid, in seconds, from 1 to 1 576 800 000. @defaultValue the `expire` of the credentials */
    expire?: number
    /** The one path that is served; others answer 404. @defaultValue every path, for apps that route themselves */
    path?: string
    /** Which other origins may call from a browser. @defaultValue none */
    cors?: CorsOptions<Env>
  }

const NAMES = [
  ...SIGNER_NAMES,
  ...SHARED_NAMES,
  'authenticate',
  'authorizeRoom',
  'expire',
  'path',
  'cors',
  'onIssued',
  'onError',
] as const

/**
 * Creates the fetch handler at which a logged-in user fetches a ticket: `POST`, without a body or with
 * `{"roomId": …}` or `{"strRoomId": …}`.
 *
 * Create it once, beside the other handlers. Credentials that are a function are asked for at the first request, and
 * then from time to time.
 *
 * @throws TypeError that shows the line to add, when `authenticate` or the credentials are missing
 * @throws UserSigError `invalid_sdk_app_id`, `invalid_secret_key`, `invalid_expire` for credentials given as values
 * @example
 * ```ts
 * export default {
 *   fetch: createUserSigHandler<Env>({
 *     path: '/usersig',
 *     credentials: (env) => ({ sdkAppId: Number(env.USERSIG_SDKAPPID), secretKey: env.USERSIG_SECRETKEY }),
 *     authenticate: (request, env) => userOfSession(request.headers.get('cookie'), env),
 *   }),
 * }
 * ```
 */
export function createUserSigHandler<Env = unknown>(options: UserSigHandlerOptions<Env>): FetchHandler<Env> {
  checkNames(options, NAMES, 'createUserSigHandler')
  const endpointOptions = toEndpointOptions(options)
  const endpoint = createUserSigEndpoint(endpointOptions)
  const isServed = createPathTest(options.path)
  const cors = createCors(options.cors, 'POST')

  return async (request, ...rest) => {
    if (!isServed(request)) return notFound()
    const call = toCall(request, rest)
    const answer = async () => toResponse(await endpoint(toEndpointRequest(call)))
    return options.cors === undefined ? answer() : await respond(call, cors, endpointOptions, answer)
  }
}

function toEndpointOptions<Env>(options: UserSigHandlerOptions<Env>): EndpointOptions<Call<Env>> {
  const { authenticate, authorizeRoom, expire } = options
  if (typeof authenticate !== 'function') {
    throw missing(
      'authenticate',
      'who is calling comes from your own login',
      "authenticate: (request, env) => userOfSession(request.headers.get('cookie'), env)",
    )
  }
  checkCallback(options, 'authorizeRoom')
  return {
    ...toSignerSource(options),
    ...toHooks(options),
    ...toShared(options),
    authenticate: ({ request, env, ctx }) => authenticate(request, env, ctx),
    ...(authorizeRoom && { authorizeRoom: (room, { request, env, ctx }) => authorizeRoom(room, request, env, ctx) }),
    ...(expire !== undefined && { expire }),
  }
}
