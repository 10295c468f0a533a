import {
  type AnySigner,
  type AnySignerOptions,
  type CredentialsCacheOptions,
  createSignerResolver as createCoreResolver,
  type SignerSource,
} from '@usersig/core/endpoint'
import type { Call, ExecutionContext, MaybePromise } from './call.ts'
import { type ErrorHook, toHooks } from './hooks.ts'
import { checkCallback, checkNames, missing } from './wiring.ts'

type Nothing = null | undefined | false

/** Credentials that may change while the program runs, of one application or of several. */
export interface ChangingCredentials<Env> {
  /**
   * Gives what `createUserSigner` takes, from `env`, where Workers keep secrets, or from a key store. It is asked at
   * the first request and not before, and then from time to time. Nothing (`null`, `undefined`, `false`) says that
   * `tenant` is not known: 404.
   */
  credentials: (env: Env, request: Request) => MaybePromise<AnySignerOptions | Nothing>
  /**
   * Whose credentials a request needs, by host or path, for programs that serve several applications: any text that
   * tells them apart. Nothing answers 404: give that for names that you do not know.
   * @defaultValue there is one application
   */
  tenant?: (request: Request, env: Env, ctx: ExecutionContext | undefined) => MaybePromise<string | Nothing>
  /** How long answers are kept. @defaultValue 300 seconds, and 3600 while there is no new one */
  credentialsCache?: CredentialsCacheOptions
}

/** Where a handler or a guard gets its signer from: exactly one of `credentials` and `signer`. */
export type SignerOptions<Env> =
  | {
      /** What `createUserSigner` takes: `sdkAppId`, `secretKey` (or `mac`, where the key is elsewhere) and more. */
      credentials: AnySignerOptions
      signer?: never
      tenant?: never
      credentialsCache?: never
    }
  | (ChangingCredentials<Env> & { signer?: never })
  | {
      /** A signer of your own, or a function that chooses one for each request, such as `createSignerResolver` gives. */
      signer: AnySigner | ((request: Request, env: Env, ctx: ExecutionContext | undefined) => MaybePromise<AnySigner>)
      credentials?: never
      tenant?: never
      credentialsCache?: never
    }

/** The names of these options. */
export const SIGNER_NAMES = ['credentials', 'signer', 'tenant', 'credentialsCache'] as const

/**
 * The options as the core takes them.
 * @throws TypeError that shows the line that is missing
 */
export function toSignerSource<Env>(options: SignerOptions<Env>): SignerSource<Call<Env>> {
  const { credentials, signer, tenant, credentialsCache } = options
  if (credentials !== undefined && signer !== undefined) {
    throw new TypeError('both signer and credentials are given: choose one')
  }
  if (typeof credentials === 'function') {
    checkCallback(options, 'tenant')
    return {
      credentials: (call) => ask(credentials, call),
      mayGoOn,
      ...(tenant && { tenant: ({ request, env, ctx }: Call<Env>) => tenant(request, env, ctx) }),
      ...(credentialsCache && { credentialsCache }),
    }
  }
  if (tenant !== undefined || credentialsCache !== undefined) {
    throw new TypeError('tenant and credentialsCache are for credentials that are a function')
  }
  if (typeof signer === 'function') return { signer: ({ request, env, ctx }) => signer(request, env, ctx) }
  if (signer !== undefined) return { signer }
  if (credentials !== undefined && credentials !== null) return { credentials }
  throw missing(
    'credentials',
    'tickets are signed with the key of your application',
    'credentials: (env) => ({ sdkAppId: Number(env.USERSIG_SDKAPPID), secretKey: env.USERSIG_SECRETKEY })',
  )
}

/**
 * The signer for each request, from credentials that change while the program runs: a handler and a guard that share
 * one, as their `signer`, share what it keeps.
 *
 * @param options the function that gives the credentials, and how long its answers are kept
 * @throws TypeError for options of the wrong kind
 * @example
 * ```ts
 * const signer = createSignerResolver<Env>({
 *   credentials: async (env) => ({ sdkAppId: 1400000000, secretKey: await env.KEYS.get('usersig') }),
 *   credentialsCache: { refreshAfter: 60, maxAge: 3600 },
 * })
 * ```
 */
export function createSignerResolver<Env = unknown>(
  options: ChangingCredentials<Env> & ErrorHook<Env>,
): (request: Request, env: Env, ctx: ExecutionContext | undefined) => Promise<AnySigner> {
  checkNames(options, [...SIGNER_NAMES, 'onError'], 'createSignerResolver')
  const resolve = createCoreResolver({ ...toSignerSource(options), ...toHooks(options) })
  return (request, env, ctx) => resolve({ request, env, ctx })
}

// Source of the name: developers.cloudflare.com/workers/runtime-apis/web-standards.
const IS_WORKERS: boolean = globalThis.navigator?.userAgent === 'Cloudflare-Workers'

/** Workers stop what a request has begun once it is answered, unless `waitUntil` knows of it. */
function mayGoOn({ ctx }: Call<unknown>): boolean {
  return !IS_WORKERS || typeof ctx?.waitUntil === 'function'
}

/** Other requests may wait for the same answer, so it has to come even if the client of the first one leaves. */
function ask<Env>(
  credentials: ChangingCredentials<Env>['credentials'],
  { request, env, ctx }: Call<Env>,
): MaybePromise<AnySignerOptions | Nothing> {
  const answer = credentials(env, request)
  if (answer instanceof Promise && typeof ctx?.waitUntil === 'function') ctx.waitUntil(answer.catch(() => {}))
  return answer
}
