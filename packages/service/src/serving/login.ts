import * as auth from '@usersig/auth'
import { ConfigError } from '../config/config-error.ts'
import type { LoginConfig, LoginOptions } from '../config/types.ts'

type Login = keyof LoginConfig
type OnRefused = NonNullable<auth.JwtOptions['onRefused']>

const LOGINS = {
  jwt: auth.jwt,
  auth0: auth.auth0,
  clerk: auth.clerk,
  cognito: auth.cognito,
  entra: auth.entra,
  firebase: auth.firebase,
  keycloak: auth.keycloak,
  okta: auth.okta,
  supabase: auth.supabase,
} as unknown as Record<Login, (options: LoginOptions & { onRefused: OnRefused }) => auth.Authenticate>

/**
 * The `authenticate` that a configuration describes.
 *
 * @param path where it stands
 * @param onRefused told why a token was refused, and with which request it came
 * @throws ConfigError for options that the login does not take
 */
export function createLogin(config: LoginConfig, path: string, onRefused: OnRefused): auth.Authenticate {
  const [[kind, options] = []] = Object.entries(config) as [Login, LoginOptions][]
  try {
    return LOGINS[kind as Login]({ ...(options as LoginOptions), onRefused })
  } catch (error) {
    throw new ConfigError([{ path: `${path}.${kind}`, message: (error as Error).message }])
  }
}
