/**
 * The `authenticate` of a UserSig endpoint, from the tokens of your login.
 *
 * @module
 */
export { type Claims, getClaims } from './claims.ts'
export { atFirstRequest } from './first-request.ts'
export { type Authenticate, type JwtOptions, jwt, type KeySet } from './jwt.ts'
export { type Auth0Options, auth0 } from './presets/auth0.ts'
export { type ClerkOptions, clerk } from './presets/clerk.ts'
export { type CognitoOptions, cognito } from './presets/cognito.ts'
export { type EntraOptions, entra } from './presets/entra.ts'
export { type FirebaseOptions, firebase } from './presets/firebase.ts'
export { type KeycloakOptions, keycloak } from './presets/keycloak.ts'
export { type OktaOptions, okta } from './presets/okta.ts'
export { type SupabaseOptions, supabase } from './presets/supabase.ts'
export { type AuthJsSession, type AuthJsUser, authJs } from './sessions/auth-js.ts'
export { type BetterAuthApi, type BetterAuthLike, type BetterAuthSession, betterAuth } from './sessions/better-auth.ts'
export { type PassportUserOptions, passportUser } from './sessions/passport-user.ts'
export { type SessionUserOptions, sessionUser } from './sessions/session-user.ts'
export { type WechatOptions, wechat } from './wechat.ts'
