import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { encodeBase64 } from './base64.ts'
import type { LooseDocument } from './document.ts'
import { type Found, found } from './findings.ts'

/** The fields of a ticket that go into the signed text. */
export interface SignedValues {
  readonly userId: string | number
  readonly sdkAppId: string | number
  readonly issuedAt: string | number
  readonly expire: string | number
  readonly userBuf: string | undefined
}

/** A document whose fields are all there, so that its signature can be checked. */
export type CompleteDocument = LooseDocument &
  SignedValues & { readonly signature: Uint8Array } & {
    readonly userId: string
    readonly sdkAppId: number
    readonly issuedAt: number
    readonly expire: number
  }

export function isComplete(document: LooseDocument): document is CompleteDocument {
  const { userId, sdkAppId, issuedAt, expire, signature } = document
  return [userId, sdkAppId, issuedAt, expire, signature].every((field) => field !== undefined)
}

const utf8 = new TextEncoder()

/** The lines of the signed text. Source: official TLSSigAPI.go, hmacsha256(). */
function toLines({ userId, sdkAppId, issuedAt, expire, userBuf }: SignedValues): string[] {
  const lines = [`TLS.identifier:${userId}`, `TLS.sdkappid:${sdkAppId}`, `TLS.time:${issuedAt}`, `TLS.expire:${expire}`]
  return userBuf === undefined ? lines : [...lines, `TLS.userbuf:${userBuf}`]
}

const end = (lines: readonly string[], lineEnd = '\n') => lines.map((line) => line + lineEnd).join('')

/** What is to be signed. */
export function contentOf(values: SignedValues): string {
  return end(toLines(values))
}

/** Whether a key signed a text. */
export function signs(key: Uint8Array, content: string, signature: Uint8Array): boolean {
  return equal(hmac(sha256, key, utf8.encode(content)), signature)
}

function equal(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i])
}

/** Values that may have been signed in place of the document's. */
export interface OtherValues {
  readonly userIds: readonly string[]
  readonly sdkAppIds: readonly number[]
}

/** A text that a wrong generator signs, and what that is called. */
type Variant = readonly [content: string, mistake: Found]

/**
 * Finds the mistake in the signed text of a generator, whose key is right.
 *
 * @param keys - The keys as bytes; all variants are tried for each.
 * @param context - Other values that may have been signed.
 */
export function findMistake(
  document: CompleteDocument,
  keys: readonly Uint8Array[],
  context: OtherValues,
): Found | undefined {
  const { signature } = document
  const variants = [...lineEnds(document), ...values(document, context), ...shapes(document), ...orders(document)]
  for (const key of keys) {
    const mistake = variants.find(([content]) => signs(key, content, signature))?.[1] ?? findHash(key, document)
    if (mistake) return mistake
  }
  return undefined
}

const LINE_ENDS = [
  ['literal_n', '\\n'],
  ['carriage_return', '\r\n'],
  ['nothing', ''],
  ['space', ' '],
  ['carriage_return_only', '\r'],
  ['comma', ','],
  ['ampersand', '&'],
] as const

function lineEnds(document: CompleteDocument): Variant[] {
  const lines = toLines(document)
  return [
    ...LINE_ENDS.map(([change, text]): Variant => [end(lines, text), found('signed_lines', { change })]),
    ...LINE_ENDS.map(([change, text]): Variant => [lines.join(text), found('signed_lines', { change })]),
    [lines.join('\n'), found('signed_lines', { change: 'no_last_line_end' })],
    [`\n${end(lines)}`, found('signed_shape', { change: 'leading_line_end' })],
  ]
}

const LIFETIMES = [0, 60, 3600, 7200, 86_400, 604_800, 2_592_000, 5_184_000, 15_552_000, 31_536_000, 1_576_800_000]

function values(document: CompleteDocument, context: Parameters<typeof findMistake>[2]): Variant[] {
  const { userId, sdkAppId, issuedAt, expire, userBuf } = document
  const swap = (change: Partial<SignedValues>, mistake: Found): Variant => [
    contentOf({ ...document, ...change }),
    mistake,
  ]
  const users = [
    ...context.userIds,
    userId.toLowerCase(),
    userId.toUpperCase(),
    userId.charAt(0).toUpperCase() + userId.slice(1),
    userId.trim(),
    `${userId}\n`,
    '',
    'undefined',
    'null',
    encodeURIComponent(userId),
  ].filter((user) => user !== userId)
  const apps = [0, '', 'undefined', 'null', 'NaN', ...context.sdkAppIds].filter((app) => app !== sdkAppId)
  const times = [
    issuedAt * 1000,
    Math.floor(issuedAt / 1000),
    issuedAt + expire,
    '',
    'undefined',
    ...[1, 2, 3, 4, 5].flatMap((i) => [issuedAt - i, issuedAt + i]),
  ]
  const lifetimes = [expire * 1000, Math.floor(expire / 1000), issuedAt + expire, '', 'undefined', ...LIFETIMES].filter(
    (each) => each !== expire,
  )
  return [
    ...users.map((signed) => swap({ userId: signed }, found('signed_user', { signed, userId }))),
    ...apps.map((signed) => swap({ sdkAppId: signed }, found('signed_app', { signed, sdkAppId }))),
    ...times.map((signed) => swap({ issuedAt: signed }, found('signed_time', { signed, issuedAt }))),
    ...lifetimes.map((signed) => swap({ expire: signed }, found('signed_expire', { signed, expire }))),
    userBuf === undefined
      ? swap({ userBuf: '' }, found('signed_buffer', { change: 'buffer_signed' }))
      : swap({ userBuf: undefined }, found('signed_buffer', { change: 'buffer_not_signed' })),
  ]
}

function shapes(document: CompleteDocument): Variant[] {
  const { userId, sdkAppId, issuedAt, expire, json } = document
  const lines = toLines(document)
  const shape = (content: string, change: string): Variant => [content, found('signed_shape', { change })]
  // Source: trtc.io/document/38104, cloud.tencent.com/document/product/647/45910
  const sum = `${userId}${sdkAppId}${issuedAt}${expire}`
  const formula = found('signed_formula')
  const unsigned = json.replace(/,?\s*"TLS\.sig"\s*:\s*"[^"]*"/, '')
  return [
    [`${sum}${encodeBase64(utf8.encode(sum))}`, formula],
    [sum, formula],
    [encodeBase64(utf8.encode(sum)), formula],
    shape(end([userId, String(sdkAppId), String(issuedAt), String(expire)]), 'values_only'),
    shape(end(['TLS.ver:2.0', ...lines]), 'with_version'),
    shape(end([...lines, 'TLS.ver:2.0']), 'with_version'),
    shape(unsigned, 'the_document'),
    shape(json, 'the_document'),
    shape(end(lines.map((line) => line.replace(':', ': '))), 'colon_space'),
    shape(end(lines.map((line) => line.replace(':', '='))), 'equals_sign'),
    shape(end(lines.map((line) => line.replace('TLS.', ''))), 'names_short'),
    shape(contentOf({ ...document, userId: JSON.stringify(userId) }), 'user_quoted'),
    shape(end(lines.filter((line) => !line.startsWith('TLS.expire'))), 'without_expire'),
  ]
}

function orders(document: CompleteDocument): Variant[] {
  const lines = toLines({ ...document, userBuf: undefined })
  const buffer = document.userBuf === undefined ? [] : [`TLS.userbuf:${document.userBuf}`]
  return permutations(lines)
    .slice(1)
    .map((order): Variant => {
      const names = order.map((line) => line.slice(0, line.indexOf(':'))).join(', ')
      return [end([...order, ...buffer]), found('signed_order', { order: names })]
    })
}

/** All orders, the given one first. */
function permutations<T>(items: readonly T[]): T[][] {
  if (items.length <= 1) return [[...items]]
  return items.flatMap((item, i) => permutations(items.filter((_, j) => j !== i)).map((rest) => [item, ...rest]))
}

/** What else than an HMAC under the key the signature may be. */
function findHash(key: Uint8Array, document: CompleteDocument): Found | undefined {
  const content = utf8.encode(contentOf(document))
  const hashes: [change: string, bytes: Uint8Array][] = [
    ['plain_hash', sha256(content)],
    ['hash_key_text', sha256(concat(key, content))],
    ['hash_text_key', sha256(concat(content, key))],
    ['swapped', hmac(sha256, content, key)],
  ]
  const change = hashes.find(([, bytes]) => equal(bytes, document.signature))?.[0]
  return change === undefined ? undefined : found('signed_hash', { change })
}

function concat(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length)
  both.set(a)
  both.set(b, a.length)
  return both
}
