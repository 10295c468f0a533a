import { signerFromEnvironment } from '@usersig/node/internal'

const HOW_TO_SET =
  'Set both as environment variables in the configuration of the function: in the console of your platform, or in the ' +
  'file that you deploy with.'

/** Fills in the key of the environment where the app names none. */
export function withKey<Options extends { readonly credentials?: unknown; readonly signer?: unknown }>(
  options: Options,
): Options {
  if (options.credentials !== undefined || options.signer !== undefined) return options
  return { ...options, signer: signerFromEnvironment(HOW_TO_SET) }
}
