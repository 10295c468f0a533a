import { type Found, found } from './findings.ts'
import type { FindingCode } from './words/findings.ts'

export const KINDS = [
  'user_sig',
  'private_map_key',
  'user_sig_with_buffer',
  'ecdsa_user_sig',
  'message',
  'code',
  'jwt',
  'other_token',
  'secret_key',
  'private_key',
  'cloud_api_key',
  'number',
  'empty',
  'unknown',
] as const

/** Kind of a text. */
export type TextKind = (typeof KINDS)[number]

type Rule = readonly [kind: TextKind, code: FindingCode, pattern: RegExp]

/** What is given in place of a ticket; the text comes without white space. */
const RULES: readonly Rule[] = [
  ['empty', 'empty', /^$/],
  ['secret_key', 'secret_key', /^[0-9a-f]{64}$/i],
  ['private_key', 'private_key', /^-+BEGIN/],
  ['cloud_api_key', 'cloud_api_key', /^AKID[A-Za-z0-9]{13,44}$/],
  ['jwt', 'jwt', /^eyJ[\w-]+\.[\w-]*\.[\w-]*$/],
  ['other_token', 'agora_token', /^00[67][\w+/=-]{20,}$/],
  ['other_token', 'zego_token', /^04AAAAA[\w+/=-]{20,}$/],
  ['other_token', 'volcengine_token', /^001[0-9a-f]{24}[\w+/=-]{20,}$/],
  ['number', 'app_id', /^\d{8,12}$/],
  ['unknown', 'not_there', /^(undefined|null|NaN|None|nil|\[object\w+\])$/],
  [
    'unknown',
    'placeholder',
    /^(<[^<>]{1,40}>|x{3,}|\.{3,}|\*{3,}|your[_-]?user_?sig|(user_?sig|eJ)(\.{3}|…|xxx.{0,20})|请填.{0,20})$/i,
  ],
]

/**
 * What a text is that cannot be a ticket.
 *
 * @param text - The text without white space.
 * @param given - As it was given.
 */
export function recogniseForeign(text: string, given: string): { kind: TextKind; finding: Found } | undefined {
  const rule = RULES.find(([, , pattern]) => pattern.test(text))
  if (!rule) return undefined
  const [kind, code] = rule
  return { kind, finding: found(code, code === 'not_there' ? { text: given } : {}) }
}
