/** A key of Tencent's own samples, which guards nothing. */
export const SECRET_KEY = '5bd2850fff3ecb11d7c805251c51ee463a25727bddc2385f3fa8bfee1bb93b5e'

/** The same as an environment, with an SDKAppID of nobody. */
export const SAMPLE_KEY = { USERSIG_SDKAPPID: '1400000000', USERSIG_SECRETKEY: SECRET_KEY }
