/** What the module was configured with, inside it. */
export const USER_SIG_OPTIONS: symbol = Symbol('UserSigModule options')
