import type { RemoteSignerOptions, RemoteUserSigner, UserSigner, UserSignerOptions } from '@usersig/core'
import type { SignerSource } from '@usersig/core/endpoint'
import type { Call, ExecutionContext, MaybePromise } from './call.ts'
import { missing } from './wiring.ts'

/** A signer, wherever its key is. */
type AnySigner = UserSigner | RemoteUserSigner

/** What creates a signer, wherever its key is. */
type AnySignerOptions = UserSignerOptions | RemoteSignerOptions

/** Where a handler or a guard gets its signer from: exactly one of `credentials` and `signer`. */
export type SignerOptions<Env> =
  | {
      /**
       * What `createUserSigner` takes: `sdkAppId`, `secretKey` (or `mac`, where the key is elsewhere) and more. Or a function that gives it from `env`, where
       * Workers keep secrets: it is asked at the first request and not before, its answer is kept for the life of the
       * isolate, and a failure is not kept.
       */
      credentials: AnySignerOptions | ((env: Env) => MaybePromise<AnySignerOptions>)
      signer?: never
    }
  | {
      /** A signer of your own, or a function that chooses one for each request, for example by tenant. */
      signer: AnySigner | ((request: Request, env: Env, ctx: ExecutionContext | undefined) => MaybePromise<AnySigner>)
      credentials?: never
    }

/**
 * The options as the core takes them.
 * @throws TypeError that shows the line that is missing
 */
export function toSignerSource<Env>(options: SignerOptions<Env>): SignerSource<Call<Env>> {
  const { credentials, signer } = options
  if (credentials !== undefined && signer !== undefined) {
    throw new TypeError('both signer and credentials are given: choose one')
  }
  if (typeof signer === 'function') return { signer: ({ request, env, ctx }) => signer(request, env, ctx) }
  if (signer !== undefined) return { signer }
  if (typeof credentials === 'function') return { credentials: (call) => ask(credentials, call) }
  if (credentials !== undefined && credentials !== null) return { credentials }
  throw missing(
    'credentials',
    'tickets are signed with the key of your application',
    'credentials: (env) => ({ sdkAppId: Number(env.USERSIG_SDKAPPID), secretKey: env.USERSIG_SECRETKEY })',
  )
}

/** Other requests may wait for the same answer, so it has to come even if the client of the first one leaves. */
function ask<Env>(
  credentials: (env: Env) => MaybePromise<AnySignerOptions>,
  { env, ctx }: Call<Env>,
): MaybePromise<AnySignerOptions> {
  const answer = credentials(env)
  if (answer instanceof Promise && typeof ctx?.waitUntil === 'function') ctx.waitUntil(answer.catch(() => {}))
  return answer
}
