/**
 * Tickets in the app: fetched from your endpoint, kept, and renewed before they end.
 *
 * @module
 */
export type { Credentials, Room } from './credentials.ts'
export { UserSigSourceError, type UserSigSourceErrorInfo } from './errors.ts'
export type { SourceFetch, SourceRequest, SourceResponse } from './request.ts'
export { createUserSigSource } from './source.ts'
export type { GetOptions, SourceOptions, SourceStorage, UserSigSource } from './source-options.ts'
