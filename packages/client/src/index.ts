/**
 * Tickets in the app: fetched from your endpoint, kept, and renewed before they end.
 *
 * @module
 */
export type { SourceFetch, SourceRequest, SourceResponse } from './ask.ts'
export { UserSigSourceError, type UserSigSourceErrorCode, type UserSigSourceErrorInfo } from './errors.ts'
export type { GetOptions, SourceOptions, StopOptions, UserSigSource } from './options.ts'
export type { SignalLike, SourceSignal, UrlLike } from './platform.ts'
export { createUserSigSource } from './source.ts'
export type { TicketStorage } from './store.ts'
export type { IssuedTickets, Room, TicketAnswer } from './tickets.ts'
