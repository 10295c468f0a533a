/** A member of a JSON object, with where it stands in the text. */
export interface Member {
  readonly name: string
  readonly value: unknown
  /** From the quote of the name to after the value. */
  readonly start: number
  readonly end: number
  readonly valueStart: number
}

const STRING = /"(?:[^"\\]|\\.)*"/y
const GAP = /\s*/y
const PRIMITIVE = /[^,}\]\s]+/y

/** The members of a JSON object that are whole, also of a text that breaks off. */
export function findMembers(json: string): Member[] {
  const members: Member[] = []
  let at = 0
  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at
    const [found] = pattern.exec(json) ?? []
    at += found?.length ?? 0
    return found
  }
  const matchCharacter = (character: string): boolean => {
    match(GAP)
    if (json[at] !== character) return false
    at++
    match(GAP)
    return true
  }
  const skipNested = () => {
    let depth = 0
    while (at < json.length) {
      if (json[at] === '"') {
        if (match(STRING) === undefined) return
        continue
      }
      const character = json[at++]
      if (character === '{' || character === '[') depth++
      else if (character === '}' || character === ']') {
        depth--
        if (depth === 0) return
      }
    }
  }

  if (!matchCharacter('{')) return members
  do {
    const start = at
    const name = parse(match(STRING))
    if (typeof name !== 'string' || !matchCharacter(':')) break
    const valueStart = at
    if (json[at] === '{' || json[at] === '[') skipNested()
    else if (match(json[at] === '"' ? STRING : PRIMITIVE) === undefined) break
    const end = at
    const value = parse(json.slice(valueStart, end))
    // A number at the end of the text may have gone on.
    if (value === undefined || end === json.length) break
    members.push({ name, value, start, end, valueStart })
  } while (matchCharacter(','))
  return members
}

function parse(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '')
  } catch {
    return undefined
  }
}
