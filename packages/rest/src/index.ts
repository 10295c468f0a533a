/**
 * The calls of the REST API of Tencent Cloud Chat that belong to tickets and identities.
 *
 * @module
 */
export type {
  AccountResult,
  AccountState,
  Accounts,
  DeviceState,
  ImportedAccount,
  OnlineState,
  UserState,
} from './accounts.ts'
export { createRestClient, type RestClient } from './client.ts'
export type { KickStore, RestClientOptions } from './options.ts'
export type { RestRegion } from './region.ts'
export type { Answer, CallOptions } from './request.ts'
export { RestError, type RestErrorCode } from './rest-error.ts'
