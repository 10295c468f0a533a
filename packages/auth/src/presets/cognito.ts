import { type OptionTable, readOptions, text } from '@usersig/core/internal'
import type { Authenticate } from '../jwt.ts'
import { own, PRESET, type PresetOptions, part, preset, required } from './preset.ts'

/** Where a Cognito user pool is. */
export interface CognitoOptions extends PresetOptions {
  /** Region, such as `eu-central-1`. */
  region: string | undefined
  /** User pool ID, such as `eu-central-1_AbCdEfGhI`. */
  userPoolId: string | undefined
  /** ID of the app client whose access tokens count, or several. */
  clientId: string | readonly string[] | undefined
}

const COGNITO: OptionTable<CognitoOptions> = {
  ...PRESET,
  region: part,
  userPoolId: part,
  clientId: (value, name) => (Array.isArray(value) ? value.map((each) => text(each, name)) : [text(value, name)]),
}

/**
 * Access tokens of Amazon Cognito user pools, which name the app client in `client_id`.
 * Source: docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-verifying-a-jwt.html.
 *
 * @param given the user pool and the app client
 * @example
 * ```ts
 * cognito({ region: 'eu-central-1', userPoolId: 'eu-central-1_AbCdEfGhI', clientId: '1example23456789' })
 * ```
 */
export function cognito(given: CognitoOptions): Authenticate {
  const { region, userPoolId, clientId, ...rest } = readOptions<CognitoOptions>(given, COGNITO, 'cognito')
  const clients = required(clientId, 'clientId') as readonly string[]
  const host = `https://cognito-idp.${required(region, 'region')}.amazonaws.com`
  const issuer = `${host}/${required(userPoolId, 'userPoolId')}`
  const facts = { issuer, jwks: `${issuer}/.well-known/jwks.json`, algorithms: ['RS256'] }
  return preset(rest, facts, (claims) => {
    if (own(claims, 'token_use') !== 'access') return 'token_use is not access: send the access token'
    return clients.includes(own(claims, 'client_id') as string) ? undefined : 'client_id is not the app client'
  })
}
