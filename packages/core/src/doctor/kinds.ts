import type { Dissection } from './dissect.ts'

/** What a text is. */
export type TextKind =
  | 'user_sig'
  | 'private_map_key'
  | 'user_sig_with_buffer'
  | 'ecdsa_user_sig'
  | 'jwt'
  | 'agora_token'
  | 'secret_key'
  | 'private_key'
  | 'sdk_app_id'
  | 'empty'
  | 'unknown'

/** Something that was given in place of a ticket. */
export interface ForeignText {
  readonly kind: TextKind
  readonly message: string
  readonly action: string
}

type Rule = readonly [kind: TextKind, pattern: RegExp, message: string, action: string]

const FETCH = 'Fetch the UserSig from your server, and pass that.'

const RULES: readonly Rule[] = [
  ['empty', /^$/, 'There is no ticket: the text is empty.', 'Wait for the answer of your server before the login.'],
  [
    'secret_key',
    /^[0-9a-f]{64}$/i,
    'This has the form of an SDKSecretKey, with which anybody can log in as anybody.',
    'Keep it on your server. If it was in an app, a log or a message, replace it in the Tencent console.',
  ],
  [
    'private_key',
    /^-+BEGIN/,
    'This is a key in PEM form, as the ECDSA scheme of before July 2019 used it.',
    'Keep it to yourself. Upgrade the application to HMAC-SHA256 in the Tencent console, and sign with its SDKSecretKey.',
  ],
  ['jwt', /^eyJ[\w-]+\.[\w-]*\.[\w-]*$/, 'This is a JWT, the ticket of another system.', FETCH],
  ['agora_token', /^00[67][\w+/=-]{20,}$/, 'This is a token of Agora.', FETCH],
  ['sdk_app_id', /^\d{5,10}$/, 'This is a number, such as an SDKAppID.', FETCH],
  [
    'unknown',
    // White space is gone by now.
    /^(undefined|null|NaN|\[object\w+\])$/,
    'This is what JavaScript writes for a value that is not there, or that is no text.',
    'Wait for the answer of your server (await), and pass the userSig out of it.',
  ],
]

/** What a text is that cannot be a ticket. */
export function recogniseForeign(text: string): ForeignText | undefined {
  const rule = RULES.find(([, pattern]) => pattern.test(text))
  return rule && { kind: rule[0], message: rule[2], action: rule[3] }
}

// Source: the format of TLS-Sig-API v1; its fields are strings with other names.
const ECDSA_FIELDS = ['TLS.account_type', 'TLS.expire_after', 'TLS.sdk_appid', 'TLS.version', 'TLS.appid_at_3rd']

/** What kind of ticket a document makes. */
export function kindOfTicket({ fields, error }: Dissection, isRoom: boolean): TextKind {
  if (fields.some(({ name }) => ECDSA_FIELDS.includes(name))) return 'ecdsa_user_sig'
  if (isRoom) return 'private_map_key'
  if (fields.some(({ name }) => name === 'TLS.userbuf')) return 'user_sig_with_buffer'
  return error === undefined || fields.some(({ name }) => name.startsWith('TLS.')) ? 'user_sig' : 'unknown'
}
