import { type Found, found } from './findings.ts'
import { type AppKey, KEY_CHANGES, type ReadKey, readKey, SAMPLE_APP, SAMPLE_KEYS } from './keys.ts'
import { type CompleteDocument, contentOf, findMistake, type OtherValues, signs } from './recipe.ts'

/** Which key signed. */
export interface SignedBy {
  /** SDKAppID of the key. */
  readonly sdkAppId: number
  /** Its index in the given keys. */
  readonly index: number
}

/** What is known of the signature of a ticket. */
interface SignatureFindings {
  readonly signedBy: SignedBy | undefined
  readonly findings: readonly Found[]
}

interface Candidate extends SignedBy {
  readonly key: ReadKey
}

/** So many keys are tried as they stand and changed, and so many with every wrong recipe. */
const MAX_KEYS = 64
const MAX_RECIPE_KEYS = 4

/** Doubts that say nothing but that the key is unusual; tests and other services have such keys. */
const MILD = ['key_not_hex', 'key_sample']

/** What a signature is checked with. */
export interface SignatureContext {
  readonly keys: readonly AppKey[]
  readonly userId?: string | undefined
  readonly sdkAppId?: number | undefined
  /** From the text around the ticket. */
  readonly nearby?: OtherValues | undefined
}

/** Finds the key that signed, or the mistake that the signer made. */
export function judgeSignature(
  document: CompleteDocument,
  { keys, userId, sdkAppId: wanted, nearby }: SignatureContext,
): SignatureFindings {
  const { sdkAppId, signature } = document
  const content = contentOf(document)
  const candidates = toCandidates(keys, sdkAppId)
  const bytes = (text: string) => new TextEncoder().encode(text)
  const fits = (key: Uint8Array) => signs(key, content, signature)

  const asGiven = candidates.find(({ key }) => fits(bytes(key.given)))
  if (asGiven) return judgeFitting(asGiven, sdkAppId)
  const asMeant = candidates.find(({ key }) => key.meant !== key.given && fits(bytes(key.meant)))
  if (asMeant) return judgeFitting({ ...asMeant, key: readKey(asMeant.key.meant) }, sdkAppId)
  for (const { key, index, ...candidate } of candidates) {
    for (const [change, apply] of KEY_CHANGES) {
      const changed = apply(key.meant)
      if (!changed || !fits(changed)) continue
      const signedBy = { sdkAppId: candidate.sdkAppId, index }
      return { signedBy, findings: [found('key_changed', { sdkAppId: candidate.sdkAppId, change })] }
    }
  }
  const known = keys.some((key) => key.sdkAppId === sdkAppId)
  // The sample application is signed for with the sample key.
  if ((known || sdkAppId !== SAMPLE_APP) && SAMPLE_KEYS.some((key) => fits(bytes(key)))) {
    return { signedBy: undefined, findings: [found('sample_key')] }
  }
  const tried = candidates.slice(0, MAX_RECIPE_KEYS)
  const apps = [
    ...(wanted === undefined ? [] : [wanted]),
    ...keys.map((key) => key.sdkAppId),
    ...(nearby?.sdkAppIds ?? []),
  ]
  const users = [userId, ...(nearby?.userIds ?? [])].filter((user) => user !== undefined)
  const context = {
    userIds: [...new Set(users)].slice(0, MAX_RECIPE_KEYS),
    sdkAppIds: [...new Set(apps)].slice(0, MAX_RECIPE_KEYS),
  }
  const mistake = findMistake(
    document,
    tried.map(({ key }) => bytes(key.meant)),
    context,
  )
  if (mistake) return { signedBy: undefined, findings: [mistake] }
  return { signedBy: undefined, findings: [found(known ? 'bad_signature' : 'key_unknown', { sdkAppId })] }
}

/** All keys, those of the application first. */
function toCandidates(keys: readonly AppKey[], sdkAppId: number): Candidate[] {
  const all = keys.flatMap(({ sdkAppId, secretKey }, index) =>
    [secretKey].flat().map((key) => ({ sdkAppId, index, key: readKey(key as string) })),
  )
  return all.sort((a, b) => Number(b.sdkAppId === sdkAppId) - Number(a.sdkAppId === sdkAppId)).slice(0, MAX_KEYS)
}

function judgeFitting({ sdkAppId, index, key }: Candidate, expected: number): SignatureFindings {
  const signedBy = { sdkAppId, index }
  if (sdkAppId !== expected) {
    return { signedBy, findings: [found('other_app_key', { sdkAppId: expected, signedBy: sdkAppId })] }
  }
  // What signs and cannot be a key is refused by Tencent, although it fits here.
  const impossible = key.doubts.find((doubt) => !MILD.includes(doubt))
  if (impossible) {
    const values = { sdkAppId, length: key.meant.length }
    return { signedBy, findings: [found(impossible, values, { severity: 'error', tencentCode: 70009 })] }
  }
  return { signedBy, findings: [found('verified', { sdkAppId })] }
}
