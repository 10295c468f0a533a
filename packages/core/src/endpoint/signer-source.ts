import { ownOptions } from '../options/own-options.ts'
import { kindOf } from '../show.ts'
import { type Credentials, createSignerMemory, missing, signerOf } from './credentials.ts'
import type { Asked } from './exchange.ts'
import type { KeyOptions, SharedOptions } from './shared-options.ts'
import { isSigner, type Signer } from './signer.ts'
import { createSignerResolver } from './signer-resolver.ts'
import { askWithin, DEFAULT_CALLBACK_TIMEOUT, isThenable, type MaybePromise, unavailable } from './time-limit.ts'

/** Finds the signer for a request. */
export type SignerSource<Request, Context> = (asked: Asked<Request, Context>) => MaybePromise<Signer>

/**
 * @throws TypeError that shows the line that is missing
 * @throws UserSigError `invalid_sdk_app_id`, `invalid_secret_key` for credentials that are a value
 */
export function createSignerSource<Request, Context>(
  given: KeyOptions<Request, Context> & SharedOptions<Request, Context>,
): SignerSource<Request, Context> {
  const options = ownOptions(given)
  const { signer, credentials, callbackTimeout = DEFAULT_CALLBACK_TIMEOUT } = options
  if (signer !== undefined && credentials !== undefined) {
    throw new TypeError('signer and credentials are both set: choose one')
  }
  if (typeof signer === 'function') {
    return (asked) => {
      const chosen = askWithin(() => signer(asked.request, asked.context, asked), callbackTimeout, 'signer')
      return isThenable(chosen) ? chosen.then(checkChosen) : checkChosen(chosen)
    }
  }
  if (signer !== undefined) return () => signer
  if (typeof credentials === 'function') return changingSource(credentials, options)
  if (credentials === undefined) {
    const line = 'credentials: { sdkAppId: process.env.USERSIG_SDKAPPID, secretKey: process.env.USERSIG_SECRETKEY }'
    throw new TypeError(missing('credentials', 'tickets are signed with the key of your application', line))
  }
  const fixed = signerOf(credentials)
  return () => fixed
}

/**
 * A function that answers at once is asked for each request. One that answers with a promise is asked at the first
 * request and then from time to time, as {@link createSignerResolver} does it.
 */
function changingSource<Request, Context>(
  credentials: (request: Request, context: Context) => MaybePromise<Credentials>,
  { onError }: SharedOptions<Request, Context>,
): SignerSource<Request, Context> {
  const remember = createSignerMemory()
  let isSlow = false
  let begun: PromiseLike<Credentials> | undefined
  const resolve = createSignerResolver<Request, Context>({
    credentials: (request, context) => {
      const answer = begun ?? credentials(request, context)
      begun = undefined
      return answer
    },
    ...(onError && { onError }),
  })
  return (asked) => {
    if (!isSlow) {
      const answer = askAtOnce(() => credentials(asked.request, asked.context))
      if (!isThenable(answer)) return remember(checkAnswer(answer))
      isSlow = true
      begun = answer
    }
    return resolve(asked.request, asked.context, asked)
  }
}

function askAtOnce<T>(ask: () => T): T {
  try {
    return ask()
  } catch (error) {
    throw unavailable(error)
  }
}

function checkAnswer(answer: Credentials): Credentials {
  if (typeof answer === 'object' && answer !== null) return answer
  throw new TypeError(
    `the function credentials returned ${kindOf(answer)}, but must return { sdkAppId, secretKey }, or a promise of it`,
  )
}

/** @throws TypeError when no signer was chosen */
function checkChosen(signer: Signer): Signer {
  if (isSigner(signer)) return signer
  throw new TypeError(`the function signer returned ${kindOf(signer)}, but must return what createUserSigner() returns`)
}
