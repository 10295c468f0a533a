import { createUserSigner, UserSigError, type UserSigErrorCode, type UserSigner } from '@usersig/core'
import {
  credentialsFrom,
  type Environment,
  type ExplainOption,
  ownOptions,
  ownValue,
  settleExplain,
} from '@usersig/core/internal'
import { readKeyFile } from './key-file.ts'

const KEY = 'USERSIG_SECRETKEY'
const KEY_FILE = 'USERSIG_SECRETKEY_FILE'

const HOW_TO_SET =
  'Write the variables to a file .env and start with node --env-file=.env, or set them where your process manager keeps its environment.'

/**
 * The signer for the key in the environment: `USERSIG_SDKAPPID`, and `USERSIG_SECRETKEY` or, in its place,
 * `USERSIG_SECRETKEY_FILE`, the path of a file with a key on each line. Empty variables count as not set.
 *
 * @param howToSet how a variable is set on this platform, as a sentence
 * @throws UserSigError `invalid_sdk_app_id`, `invalid_secret_key`; the message names the variable, and never holds what a
 *   variable or a file contains
 */
export function signerFromEnvironment(
  howToSet: string = HOW_TO_SET,
  environment: Environment = process.env,
): UserSigner {
  const credentials = credentialsOf(environment, howToSet)
  const names: Partial<Record<UserSigErrorCode, string>> = {
    invalid_sdk_app_id: 'USERSIG_SDKAPPID',
    invalid_secret_key: ownValue(environment, KEY_FILE) ? KEY_FILE : KEY,
  }
  try {
    return createUserSigner(credentials)
  } catch (error) {
    const name = UserSigError.is(error) ? names[error.code] : undefined
    if (name === undefined) throw error
    const { code, message } = error as UserSigError
    throw new UserSigError(code, `${name}: ${message}`)
  }
}

function credentialsOf(environment: Environment, howToSet: string): ReturnType<typeof credentialsFrom> {
  const [key, path] = [ownValue(environment, KEY), ownValue(environment, KEY_FILE)]
  if (typeof path !== 'string' || path === '') return credentialsFrom(environment, howToSet)
  if (key) throw new UserSigError('invalid_secret_key', `${KEY} and ${KEY_FILE} are both set: choose one`)
  return credentialsFrom({ ...environment, [KEY]: readKeyFile(path, KEY_FILE).join(',') }, howToSet)
}

interface KeyAndExplain extends ExplainOption {
  readonly credentials?: unknown
  readonly signer?: unknown
}

/**
 * Fills in what the environment knows: the key, where the app names none, and whether this is in production.
 *
 * @param howToSet how a variable is set on this platform, as a sentence
 * @throws TypeError for the option `explain` in production
 */
export function withKey<Options extends KeyAndExplain>(given: Options, howToSet?: string): Readonly<Options> {
  const options = withEnvironment(given)
  if (options.credentials !== undefined || options.signer !== undefined) return options
  return ownOptions({ ...options, signer: signerFromEnvironment(howToSet) })
}

/**
 * The option `explain` as the core takes it.
 *
 * @throws TypeError in production
 */
export function withEnvironment<Options extends KeyAndExplain>(given: Options): Readonly<Options> {
  const { env } = process
  const options = ownOptions(given) as Options
  const isOwn = options.credentials !== undefined || options.signer !== undefined
  return ownOptions(
    settleExplain(options, ownValue(env, 'NODE_ENV'), () => (isOwn ? undefined : credentialsOf(env, HOW_TO_SET))),
  )
}
