import type { Report } from './reports.ts'

const REFUSED = 'usersig: a login was refused: '

/** What the servers of this toolkit print and answer: people paste it when the quick start does not work. */
export const ownLog: readonly Report[] = [
  {
    source: 'own log: keys of a provider that has restarted',
    pasted: `${REFUSED}no key of http://localhost:4100 signed this token: it is from another issuer, or the provider has restarted with new keys (they are asked for again within 30 s) [ERR_JWKS_NO_MATCHING_KEY]`,
    right: ['login_key_unknown'],
  },
  {
    source: 'own log: another audience',
    pasted: `${REFUSED}the token is for another audience than my-api: set LOGIN_AUDIENCE (the option audience) to the aud of your access tokens, or let the app ask for a token for this API [ERR_JWT_CLAIM_VALIDATION_FAILED]`,
    right: ['login_audience'],
  },
  {
    source: 'own log: another issuer',
    pasted: `${REFUSED}the token is from another issuer than https://example.eu.auth0.com: set LOGIN_ISSUER (the option issuer, or what a preset makes it of) to the iss of your access tokens, letter by letter [ERR_JWT_CLAIM_VALIDATION_FAILED]`,
    right: ['login_issuer'],
  },
  {
    source: 'own log: an old access token',
    pasted: `${REFUSED}the token has expired: let the app fetch a new one before it asks for a ticket, and check the clock of this server [ERR_JWT_EXPIRED]`,
    right: ['login_expired'],
  },
  {
    source: 'own log: an opaque access token',
    pasted: `${REFUSED}not a JWT: ask your provider for an access token for an API (audience or resource), an opaque one cannot be verified here [ERR_JWS_INVALID]`,
    right: ['login_not_jwt'],
  },
  {
    source: 'own log: an access token that was cut',
    pasted: `${REFUSED}the signature is not that of the key of http://localhost:4100 which the token names: the token was changed or cut on its way, or another issuer names its key alike [ERR_JWS_SIGNATURE_VERIFICATION_FAILED]`,
    right: ['login_signature'],
  },
  {
    source: 'own log: HS256',
    pasted: `${REFUSED}the token is signed with another algorithm than RS256: let the provider sign with one of them; a shared secret (HS256) is never accepted [ERR_JOSE_ALG_NOT_ALLOWED]`,
    right: ['login_algorithm'],
  },
  {
    source: 'own log: an empty token',
    pasted: `${REFUSED}the Authorization header is not Bearer and a token: let the app send "Bearer", a space and the access token, which may have been empty`,
    right: ['login_no_bearer'],
  },
  {
    source: 'own log: a claim that is not there',
    pasted: `${REFUSED}Error: the token has no claim email with a text`,
    right: ['login_refused'],
  },
  {
    source: 'own log of an earlier version',
    pasted: `${REFUSED}JWTClaimValidationFailed [ERR_JWT_CLAIM_VALIDATION_FAILED]: unexpected "aud" claim value`,
    right: ['login_audience'],
  },
  {
    source: 'own log: the provider is not there',
    pasted:
      'usersig: answered 503: ProblemError [unavailable]: the login cannot be checked right now: try again in a few seconds; caused by ProviderError: the provider http://localhost:4100 could not be asked for its keys; caused by TypeError: fetch failed; caused by Error [ECONNREFUSED]: connect ECONNREFUSED 127.0.0.1:4100',
    right: ['login_provider_down'],
  },
  {
    source: 'own log: a key that cannot be had',
    pasted: 'usersig: answered 503: ProblemError [unavailable]: the key is not there: try again in a few seconds',
    right: ['usersig_unavailable'],
  },
  {
    source: 'own log: no issuer',
    pasted:
      'TypeError: issuer is missing: write the iss of your tokens, letter by letter, or set the variable that you read it from, such as LOGIN_ISSUER.',
    right: ['variable_missing'],
  },
  {
    source: 'own log: no SDKAppID',
    pasted: 'UserSigError [invalid_sdk_app_id]: USERSIG_SDKAPPID is not set. Write the variables to a file .env',
    right: ['variable_missing'],
  },
  {
    source: 'own answer of curl',
    pasted:
      '{"type":"urn:usersig:problem:unauthenticated","title":"Not logged in","status":401,"detail":"log in first","code":"unauthenticated"}',
    right: ['usersig_unauthenticated'],
  },
  {
    source: 'own answer: only its end',
    pasted: '{"code":"unauthenticated","detail":"log in first"}',
    right: ['usersig_unauthenticated'],
  },
  {
    source: 'own answer: only its type',
    pasted: 'type: urn:usersig:problem:too_many_requests',
    right: ['usersig_too_many_requests'],
  },
  {
    source: 'own error without a number',
    pasted: 'ProblemError [body_too_large]: the body has more than 16384 bytes',
    right: ['usersig_body_too_large'],
  },
]
