import { wantProductionSaid } from '@usersig/core/internal'
import { withKey } from '@usersig/node/internal'

const HOW_TO_SET =
  'Set both as environment variables in the configuration of the function: in the console of your platform, or in the ' +
  'file that you deploy with.'

/**
 * Fills in the key of the environment where the app names none.
 *
 * @throws TypeError for `explain` where the app does not say that this is no production: platforms of functions set no
 *   `NODE_ENV` there
 */
export function withKeyOfFunction<Options extends Parameters<typeof withKey>[0]>(options: Options): Readonly<Options> {
  wantProductionSaid(options.explain)
  return withKey(options, HOW_TO_SET)
}
