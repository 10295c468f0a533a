import { createUserSigner, UserSigError, type UserSigErrorCode, type UserSigner } from '@usersig/core'
import { credentialsFrom, type Environment, ownOptions, ownValue } from '@usersig/core/internal'
import { readKeyFile } from './key-file.ts'

const KEY = 'USERSIG_SECRETKEY'
const KEY_FILE = 'USERSIG_SECRETKEY_FILE'

const HOW_TO_SET =
  'Write them to a file .env and start with node --env-file=.env, or set them where your process manager keeps its environment.'

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
  const [key, path] = [ownValue(environment, KEY), ownValue(environment, KEY_FILE)]
  const isInFile = typeof path === 'string' && path !== ''
  if (isInFile && key) throw new UserSigError('invalid_secret_key', `${KEY} and ${KEY_FILE} are both set: choose one`)
  const found = isInFile ? { ...environment, [KEY]: readKeyFile(path, KEY_FILE).join(',') } : environment
  const { sdkAppId, secretKey } = credentialsFrom(found, howToSet)
  const names: Partial<Record<UserSigErrorCode, string>> = {
    invalid_sdk_app_id: 'USERSIG_SDKAPPID',
    invalid_secret_key: isInFile ? KEY_FILE : KEY,
  }
  try {
    return createUserSigner({ sdkAppId: Number(sdkAppId), secretKey })
  } catch (error) {
    const name = UserSigError.is(error) ? names[error.code] : undefined
    if (name === undefined) throw error
    const { code, message } = error as UserSigError
    throw new UserSigError(code, `${name}: ${message}`)
  }
}

/** Fills in the key of the environment where the app names none. */
export function withKey<Options extends { readonly credentials?: unknown; readonly signer?: unknown }>(
  given: Options,
): Readonly<Options> {
  const options = ownOptions(given)
  if (options.credentials !== undefined || options.signer !== undefined) return options
  return ownOptions({ ...options, signer: signerFromEnvironment() })
}
