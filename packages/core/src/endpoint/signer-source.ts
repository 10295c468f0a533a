import { UserSigError } from '../errors.ts'
import { kindOf } from '../show.ts'
import { createUserSigner } from '../signing/create-user-signer.ts'
import type { RemoteSignerOptions, RemoteUserSigner, UserSigner, UserSignerOptions } from '../signing/types.ts'
import { askProvider, CredentialsCache, type CredentialsCacheOptions } from './credentials-cache.ts'
import { missing } from './missing.ts'
import type { Hooks } from './options.ts'
import { ProblemError } from './problem.ts'
import { CREDENTIALS_STALE, report } from './report.ts'
import { isThenable } from './time-limit.ts'

type MaybePromise<T> = T | Promise<T>
type Nothing = null | undefined | false

/** A signer, wherever its key is. */
export type AnySigner = UserSigner | RemoteUserSigner

/** What creates a signer, wherever its key is. */
export type AnySignerOptions = UserSignerOptions | RemoteSignerOptions

/** Credentials that may change while the server runs, of one application or of several. */
export interface ChangingCredentials<Source> {
  /**
   * Gives what `createUserSigner` takes: from a key store, or from wherever a new key is put. It is asked at the first
   * request and then from time to time. Nothing (`null`, `undefined`, `false`) says that `tenant` is not known: 404.
   */
  credentials: (source: Source) => MaybePromise<AnySignerOptions | Nothing>
  /**
   * Whose credentials a request needs, by host or path, for servers that serve several applications: any text that
   * tells them apart. Nothing answers 404: give that for names that you do not know.
   * @defaultValue there is one application
   */
  tenant?: (source: Source) => MaybePromise<string | Nothing>
  /** How long answers are kept. @defaultValue 300 seconds, and 3600 while there is no new one */
  credentialsCache?: CredentialsCacheOptions
  /**
   * For adapters: whether the platform lets a request go on behind its answer. Where it does not, a request waits for
   * credentials that are to be refreshed.
   * @defaultValue it does
   */
  mayGoOn?: (source: Source) => boolean
}

/** Where an endpoint or a guard gets its signer from: exactly one of `signer` and `credentials`. */
export type SignerSource<Source> =
  | {
      /** A ready signer, or a function that chooses one for a request. */
      signer: AnySigner | ((source: Source) => MaybePromise<AnySigner>)
      credentials?: never
      tenant?: never
      credentialsCache?: never
    }
  | {
      /** What `createUserSigner` takes. */
      credentials: AnySignerOptions
      signer?: never
      tenant?: never
      credentialsCache?: never
    }
  | (ChangingCredentials<Source> & { signer?: never })

/** Chooses the signer for a request. */
export type SignerResolver<Source> = (source: Source) => AnySigner | PromiseLike<AnySigner>

/** @throws TypeError that shows the lines that are missing */
export function checkSignerSource<Source>(options: SignerSource<Source>): void {
  const { signer, credentials } = options
  if (signer !== undefined && credentials !== undefined) {
    throw new TypeError('both signer and credentials are given: choose one')
  }
  if (typeof credentials !== 'function') {
    for (const name of ['tenant', 'credentialsCache'] as const) {
      if (options[name] !== undefined) throw new TypeError(`${name} is for credentials that are a function`)
    }
  }
  if (signer !== undefined) {
    if (typeof signer === 'function' || (typeof signer === 'object' && typeof signer?.genUserSig === 'function')) return
    throw new TypeError('signer is not what createUserSigner() returns, nor a function')
  }
  if (typeof credentials === 'function') {
    if (options.tenant === undefined || typeof options.tenant === 'function') return
    throw new TypeError(`tenant is ${kindOf(options.tenant)}, but must be a function`)
  }
  if (typeof credentials !== 'object' || credentials === null) throw missingCredentials('credentials')
  // What `process.env` gives for a variable that is not set.
  if (credentials.secretKey === undefined && credentials.mac === undefined) {
    throw missingCredentials('credentials.secretKey')
  }
}

function missingCredentials(name: string): TypeError {
  const line = 'credentials: { sdkAppId: 1400000000, secretKey: process.env.USERSIG_SECRETKEY }'
  return new TypeError(missing(name, 'tickets are signed with the key of your application', line))
}

/**
 * The signer for each request, from credentials that change while the server runs: an endpoint and a guard that share
 * one, as their `signer`, share what it keeps.
 *
 * @param options the function that gives the credentials, and how long its answers are kept
 * @throws TypeError for options of the wrong kind
 * @throws UserSigError `invalid_sdk_app_id`, `invalid_secret_key`, `invalid_expire` for credentials that are values
 * @example
 * ```ts
 * import type { Request } from 'express'
 *
 * const signer = createSignerResolver<Request>({
 *   credentials: async () => ({ sdkAppId: 1400000000, secretKey: await readKeysFromVault() }), // [new, old]
 *   credentialsCache: { refreshAfter: 60, maxAge: 3600 },
 * })
 * app.post('/usersig', issueUserSig({ signer, authenticate }))
 * app.use('/me', requireUserSig({ signer }))
 * ```
 */
export function createSignerResolver<Source>(
  options: SignerSource<Source> & Hooks<Source>,
): (source: Source) => Promise<AnySigner> {
  checkSignerSource(options)
  const resolve = signerResolver(options)
  return async (source) => await resolve(source)
}

/** As {@link createSignerResolver}, without a promise where there is nothing to wait for. */
export function signerResolver<Source>(options: SignerSource<Source> & Hooks<Source>): SignerResolver<Source> {
  const { signer, credentials } = options
  if (typeof signer === 'function') {
    return (source) => {
      const chosen = signer(source)
      return isThenable(chosen) ? chosen.then(checkChosen) : checkChosen(chosen)
    }
  }
  if (signer) return () => signer
  if (typeof credentials === 'function') return changingSigner({ ...options, credentials })
  const fixed = createSigner(credentials as AnySignerOptions)
  return () => fixed
}

function changingSigner<Source>(options: ChangingCredentials<Source> & Hooks<Source>): SignerResolver<Source> {
  const { credentials, tenant, credentialsCache = {} } = options
  const cache = new CredentialsCache<Source, AnySigner>(credentialsCache, {
    load: async (source) => toSigner(await askProvider(() => credentials(source)), tenant !== undefined),
    mayGoOn: options.mayGoOn ?? (() => true),
    onStale: (error, source) => report({ status: 200, code: CREDENTIALS_STALE, error }, { source }, options),
  })
  const choose = (name: string, source: Source) => {
    const signer = cache.get(name, source)
    const renew = () => cache.renew(name, source)
    return isThenable(signer) ? signer.then((each) => renewing(each, renew)) : renewing(signer, renew)
  }
  if (!tenant) return (source) => choose('', source)
  return (source) => {
    const name = tenant(source)
    return isThenable(name) ? name.then((each) => choose(checkTenant(each), source)) : choose(checkTenant(name), source)
  }
}

/** A ticket that was signed with a key that is not known here yet is a reason to ask for the keys again. */
function renewing(signer: AnySigner, renew: () => Promise<AnySigner | undefined>): AnySigner {
  async function verify<T>(check: (using: AnySigner) => T | Promise<T>): Promise<T> {
    try {
      return await check(signer)
    } catch (error) {
      const renewed = error instanceof UserSigError && error.code === 'bad_signature' ? await renew() : undefined
      if (!renewed) throw error
      return await check(renewed)
    }
  }
  return {
    ...(signer as RemoteUserSigner),
    verifyUserSig: (userSig, options) => verify((each) => each.verifyUserSig(userSig, options)),
    verifyPrivateMapKey: (key, options) => verify((each) => each.verifyPrivateMapKey(key, options)),
  }
}

function toSigner(options: AnySignerOptions | Nothing, maybeUnknown: boolean): AnySigner {
  if (options) return createSigner(checkAnswer(options))
  if (maybeUnknown) throw unknownTenant()
  throw new TypeError(`the function credentials returned ${kindOf(options)}, but must return ${EXPECTED}`)
}

const EXPECTED = '{ sdkAppId, secretKey }'

function checkAnswer(options: AnySignerOptions): AnySignerOptions {
  if (typeof options === 'object' && (options.secretKey !== undefined || options.mac !== undefined)) return options
  const found = typeof options === 'object' ? 'an object without secretKey' : kindOf(options)
  throw new TypeError(`the function credentials returned ${found}, but must return ${EXPECTED}`)
}

function checkTenant(name: string | Nothing): string {
  if (name === undefined || name === null || name === false) throw unknownTenant()
  if (typeof name === 'string') return name
  throw new TypeError(`tenant returned ${kindOf(name)}, but must return a string, or null`)
}

function unknownTenant(): ProblemError {
  return new ProblemError('not_found', 'there is no application here')
}

/** @throws TypeError when no signer was chosen, for example for a tenant that is not known */
function checkChosen(signer: AnySigner): AnySigner {
  if (typeof signer?.genUserSig === 'function') return signer
  throw new TypeError(`the function signer returned ${kindOf(signer)}, but must return what createUserSigner() returns`)
}

function createSigner(options: AnySignerOptions): AnySigner {
  return options.mac === undefined ? createUserSigner(options) : createUserSigner(options)
}
