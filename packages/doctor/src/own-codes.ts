import { listToolkitCodesIn, type ToolkitCode } from './toolkit-codes.ts'
import type { Words } from './words/words.ts'

/** What says that a text speaks of this toolkit: many of its codes are common words. */
const BRAND =
  /UserSig(?:Source)?Error|ProblemError|urn:usersig:problem:|usersig: answered|problem\+json|"code"\s{0,3}:\s{0,3}"[a-z]+(?:_[a-z]+){0,4}"\s{0,3},\s{0,9}"detail"|"detail"\s{0,3}:\s{0,3}"[^"]{0,300}"\s{0,3},\s{0,9}"code"|"title"\s{0,3}:[^}]{0,400}"status"|login failed: [a-z]+(?:_\w+)?|\{\s{0,9}"error"\s{0,3}:\s{0,3}"[a-z]+(?:_[a-z]+){0,4}"\s{0,3},\s{0,9}"message"/
const NAMED =
  /(?:"?(?:code|error)"?\s{0,3}[:=]\s{0,3}["']|(?:UserSig(?:Source)?|Problem)Error[:\s[(]{1,3}|urn:usersig:problem:|answered \d{3} |login failed: )([a-z]+(?:_[a-z\d]+){0,4})\b/g
/** So many names of codes are looked at. */
const MAX_NAMES = 50

/** Codes of this toolkit that a text names: of its errors, its endpoints and its client. */
export function findOwnCodes(text: string, words: Words): ToolkitCode[] {
  // JSON inside of JSON has a backslash before each quote.
  const plain = text.replaceAll('\\"', '"')
  if (!BRAND.test(plain)) return []
  const names = new Set<string>()
  for (const [, name = ''] of plain.matchAll(NAMED)) if (names.add(name).size >= MAX_NAMES) break
  const hasStatus = [...names].some((name) => /^http_\d{3}$/.test(name))
  const rows = listToolkitCodesIn(words).filter(
    ({ code }) => names.has(code) || (code === 'http_<status>' && hasStatus),
  )
  // A code of an error and of an endpoint is the same fault.
  return rows.filter(({ code }, i) => rows.findIndex((row) => row.code === code) === i)
}
