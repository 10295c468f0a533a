/** SDKAppID of the app that every adapter starts for the contract. */
export const SDK_APP_ID = 1400000000
/** A made-up SDKSecretKey of the right form. */
export const SECRET_KEY = '5bd2850fff3ecb11d7c805251c51ee463a25727bddc2385f3fa8bfee1bb93b5e'
/** The key of some other application. */
export const OTHER_SECRET_KEY = '0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0'
/** Stands in whatever the callbacks throw, and must reach no client. */
export const SECRET_DETAIL = 'password of the database'
/** The header by which the app of the contract knows its users. */
export const USER_HEADER = 'x-test-user'

/** How a header of a framework's request is read; names are in lower case. */
export type ReadHeader<Source> = (source: Source, name: string) => string | null | undefined
