/** Longest lifetime of a ticket in seconds, 50 years. */
export const MAX_LIFETIME = 1_576_800_000
/** Longer lifetimes in seconds are doubtful, since Tencent's pages disagree: 10 years and the leap days in them. */
export const LONG_LIFETIME = 315_792_000
export const MAX_SDK_APP_ID = 4_294_967_295
/** Longest answer of an endpoint, or output of a command, that is read, in bytes. */
export const MAX_ANSWER = 65_536
