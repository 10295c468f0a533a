/**
 * Reads the string literals of four languages, by their specifications and without anything of what writes them.
 *
 * @module
 */
import type { Snippet } from 'demo/web/snippets/snippet'

type Language = Snippet['language']

interface Grammar {
  readonly quote: string
  /** The escapes of one letter. */
  readonly named: Readonly<Record<string, string>>
  /** The escape of a code point. */
  readonly coded: RegExp
  /** What is not text but code, and may stand in a message yet never in a value. */
  readonly live: RegExp
  /** What may not stand there at all. */
  readonly wrong: RegExp
}

const NEVER = /(?!)/y
const SAME = { '\\': '\\', '"': '"', "'": "'" }

const GRAMMARS: Record<Language, Grammar> = {
  // ECMA-262, 12.9.4
  ts: {
    quote: "'",
    named: { ...SAME, n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', v: '\v' },
    coded: /\\(?:u\{([0-9a-f]{1,6})\}|u([0-9a-f]{4})|x([0-9a-f]{2}))/iy,
    live: NEVER,
    wrong: NEVER,
  },
  // https://docs.swift.org/swift-book/documentation/the-swift-programming-language/lexicalstructure/#String-Literals
  swift: {
    quote: '"',
    named: { ...SAME, 0: '\0', n: '\n', r: '\r', t: '\t' },
    coded: /\\u\{([0-9a-f]{1,8})\}/iy,
    live: /\\\([^()"]*\)/y,
    wrong: NEVER,
  },
  // https://kotlinlang.org/spec/syntax-and-grammar.html: EscapedIdentifier, UniCharacterLiteral, LineStrRef. A name may
  // stand in backticks.
  kotlin: {
    quote: '"',
    named: { ...SAME, $: '$', n: '\n', r: '\r', t: '\t', b: '\b' },
    coded: /\\u([0-9a-f]{4})/iy,
    live: /\$(?:[\p{L}_][\p{L}\p{Nd}_]*|`[^`]*`|\{[^{}]*\})/uy,
    wrong: NEVER,
  },
  // https://dart.dev/language/built-in-types#strings; a `$` that starts nothing is an error.
  dart: {
    quote: "'",
    named: { ...SAME, $: '$', n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', v: '\v' },
    coded: /\\(?:u\{([0-9a-f]{1,6})\}|u([0-9a-f]{4})|x([0-9a-f]{2}))/iy,
    live: /\$(?:[a-z_]\w*|\{[^{}]*\})/iy,
    wrong: /\$/y,
  },
}

/** What stands for code in the text of a literal. */
export const LIVE = '\uFFFC'

/** The texts of the literals, and the code around them, without comments. */
export function scan(code: string, language: Language): { readonly texts: readonly string[]; readonly rest: string } {
  const grammar = GRAMMARS[language]
  const texts: string[] = []
  let rest = ''
  let at = 0
  const take = (pattern: RegExp) => {
    pattern.lastIndex = at
    const found = pattern.exec(code)
    if (found) at = pattern.lastIndex
    return found
  }

  const piece = (): string => {
    const coded = take(grammar.coded)
    if (coded) return String.fromCodePoint(Number.parseInt(coded.slice(1).find(Boolean) ?? '', 16))
    if (take(grammar.live)) return LIVE
    if (take(grammar.wrong)) throw new Error(`a bare character at ${at}: ${code}`)
    const escaped = take(/\\(.)/sy)?.[1]
    if (escaped !== undefined) return grammar.named[escaped] ?? fail(`no escape: \\${escaped}`)
    return take(/[^\n\r]/y)?.[0] ?? fail('a literal without an end')
  }
  const fail = (why: string): never => {
    throw new Error(`${why}, at ${at}: ${code}`)
  }

  while (at < code.length) {
    if (take(/\/\/[^\n]*/y)) continue
    if (take(/\/\*/y)) fail('a comment that no snippet has')
    const character = take(/./sy)?.[0] ?? ''
    rest += character
    if (/['"`]/.test(character) && character !== grammar.quote) fail('a literal of another kind')
    if (character !== grammar.quote) continue
    if (code.startsWith(grammar.quote.repeat(2), at)) fail('a literal of many lines')
    let text = ''
    while (code[at] !== grammar.quote) text += piece()
    at++
    rest += grammar.quote
    texts.push(text)
  }
  return { texts, rest }
}
