import type { Sentence } from './sentence.ts'

const AUTH = '@usersig/auth'
const CORE = '@usersig/core'

/** What the servers of this toolkit print of the login of the app, and of variables that they lack. */
export const LOGIN_SENTENCES: readonly Sentence[] = [
  { text: 'err_jwks_no_matching_key', causes: ['login_key_unknown'], document: AUTH },
  { text: 'err_jws_signature_verification_failed', causes: ['login_signature'], document: AUTH },
  { text: 'err_jwt_expired', causes: ['login_expired'], document: AUTH },
  { text: 'err_jws_invalid', causes: ['login_not_jwt'], document: AUTH },
  { text: 'err_jwt_invalid', causes: ['login_not_jwt'], document: AUTH },
  { text: 'err_jose_alg_not_allowed', causes: ['login_algorithm'], document: AUTH },
  { text: 'token is for another audience', causes: ['login_audience'], document: AUTH },
  { text: 'unexpected "aud" claim value', causes: ['login_audience'], document: AUTH },
  { text: 'token is from another issuer than', causes: ['login_issuer'], document: AUTH },
  { text: 'unexpected "iss" claim value', causes: ['login_issuer'], document: AUTH },
  { text: 'authorization header is not bearer', causes: ['login_no_bearer'], document: AUTH },
  { text: 'could not be asked for its keys', causes: ['login_provider_down'], document: AUTH },
  { text: 'keys of the provider could not be fetched', causes: ['login_provider_down'], document: AUTH },
  { text: 'keys of the provider cannot be fetched', causes: ['login_provider_down'], document: AUTH },
  { text: 'the login cannot be checked right now', causes: ['login_provider_down'], document: AUTH },
  { text: 'issuer is missing: write', causes: ['variable_missing'], document: AUTH },
  { text: 'audience is missing: write', causes: ['variable_missing'], document: AUTH },
  { text: 'set the variable that you read it from', causes: ['variable_missing'], document: AUTH },
  { text: 'usersig_sdkappid is not set', causes: ['variable_missing'], document: CORE },
  { text: 'usersig_secretkey is not set', causes: ['variable_missing'], document: CORE },
  { text: 'there is no key: pass credentials', causes: ['variable_missing'], document: CORE },
]
