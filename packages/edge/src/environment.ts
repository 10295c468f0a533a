import type { UserSigner } from '@usersig/core'
import type { Credentials } from '@usersig/core/endpoint'
import {
  credentialsFrom,
  type Environment,
  type ExplainOption,
  ownOptions,
  ownValue,
  settleExplain,
  signerOf,
} from '@usersig/core/internal'
import type { ExecutionContext } from './fetch-handler.ts'

interface Variables {
  get(name: string): string | undefined
}

interface Platform {
  readonly navigator?: { readonly userAgent?: string }
  readonly process?: { readonly env?: Environment; readonly versions?: { readonly node?: string } }
  readonly Deno?: { readonly env: Variables }
  readonly Netlify?: { readonly env: Variables }
  readonly Bun?: unknown
}

const platform = globalThis as Platform

// Source of the name: developers.cloudflare.com/workers/runtime-apis/web-standards.
const IS_WORKERS = platform.navigator?.userAgent === 'Cloudflare-Workers'

/** Node.js, Bun and Deno: their variables are there at start, and the process lives on after an answer. */
const IS_PROGRAM = !IS_WORKERS && platform.process?.versions?.node !== undefined

/** `waitUntil`, for a request: nothing to do where the process lives on, absent where nobody can be told. */
export function waitUntilOf(ctx: ExecutionContext | undefined): { waitUntil?(promise: Promise<unknown>): void } {
  // Not every object that a platform passes in third place has it.
  if (typeof ctx?.waitUntil === 'function') return { waitUntil: (promise) => ctx.waitUntil(promise) }
  return IS_PROGRAM ? { waitUntil: () => {} } : {}
}

/**
 * The option `signer` for an app that names no key: a signer at once where the variables are known at start, else a
 * function that makes it of what comes with the first request.
 *
 * @param given the options of the app
 * @param envOf where the platform's own `env` is, beside a request
 * @throws UserSigError `invalid_sdk_app_id`, `invalid_secret_key` with how to set the variable on this platform
 * @throws TypeError for the option `explain` in production
 */
export function keyOfEnvironment<Request, Context>(
  given: ExplainOption & { readonly credentials?: unknown; readonly signer?: unknown },
  envOf: (request: Request, context: Context) => unknown,
): ExplainOption & { signer?: UserSigner | ((request: Request, context: Context) => UserSigner) } {
  const { credentials, signer: own, explain: asked } = ownOptions(given)
  const isOwn = credentials !== undefined || own !== undefined
  const isKnown = IS_PROGRAM && !isBuild()
  const fromStart = isOwn || !isKnown ? undefined : () => credentialsFrom(variables(), howToSet())
  const explain = explainOf(asked, credentials, fromStart)
  if (isOwn) return explain
  if (fromStart) return { ...explain, signer: signerOf(fromStart()) }
  let signer: UserSigner | undefined
  return {
    ...explain,
    signer: (request, context) => {
      if (signer) return signer
      const env = envOf(request, context)
      signer = signerOf(credentialsFrom(holdsKey(env) ? env : variables(), howToSet(env)))
      return signer
    },
  }
}

/** The option `explain`: what a program is, `NODE_ENV` says; other platforms leave it to the app to say so. */
function explainOf(
  explain: ExplainOption['explain'],
  own: unknown,
  credentials: (() => Credentials) | undefined,
): ExplainOption {
  if (explain === undefined) return {}
  if (!IS_PROGRAM) return { explain }
  const settled = settleExplain({ explain, credentials: own }, nodeEnv(), () => credentials?.())
  return { explain: settled.explain as ExplainOption['explain'] & object }
}

function nodeEnv(): unknown {
  try {
    return ownValue(platform.process?.env, 'NODE_ENV')
  } catch {
    // Deno asks for a permission for each variable, and this one need not be allowed.
    return undefined
  }
}

/** `next build` imports every route, where there need not be a key. Source: PHASE_PRODUCTION_BUILD of next/constants. */
function isBuild(): boolean {
  // Deno asks for a permission for each variable that is read.
  return !platform.Deno && ownValue(platform.process?.env, 'NEXT_PHASE') === 'phase-production-build'
}

function holdsKey(env: unknown): env is Environment {
  return (
    typeof env === 'object' &&
    env !== null &&
    (Object.hasOwn(env, 'USERSIG_SDKAPPID') || Object.hasOwn(env, 'USERSIG_SECRETKEY'))
  )
}

function variables(): Environment | undefined {
  const { Netlify, Deno, process } = platform
  const reader = Netlify?.env ?? Deno?.env
  if (!reader) return process?.env
  return { USERSIG_SDKAPPID: reader.get('USERSIG_SDKAPPID'), USERSIG_SECRETKEY: reader.get('USERSIG_SECRETKEY') }
}

function howToSet(env?: unknown): string {
  if (IS_WORKERS) {
    return env === undefined
      ? 'Pass the env of the Worker on: handler(request, env, ctx).'
      : 'Write USERSIG_SDKAPPID into vars of wrangler.jsonc, and run: npx wrangler secret put USERSIG_SECRETKEY. For wrangler dev, write both into .dev.vars.'
  }
  if (platform.Netlify || !IS_PROGRAM) return 'Set both in the settings of your platform.'
  if (platform.Deno) return 'Write both into .env, and start with: deno run --env-file --allow-env'
  if (platform.Bun) return 'Write both into .env, which Bun reads when it starts.'
  // Next.js runs on Node.js as well, and says so only where its compiler looks.
  return 'Write both into .env, which Next.js reads by itself, and Node.js with: node --env-file=.env'
}
