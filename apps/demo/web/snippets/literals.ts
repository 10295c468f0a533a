/**
 * Values as source code. UserIDs and rooms hold quotes, backslashes and dollar signs, and a snippet that breaks out of
 * its literal would be worse than none.
 *
 * @module
 */

/** What no reader sees, such as a line break or a mark that turns the text around: shown by its code point. */
const INVISIBLE = /[\p{C}\p{Zl}\p{Zp}]/gu

/** `\u{1f600}`, which JavaScript, Swift and Dart know. */
const braced = (character: string) => `\\u{${character.codePointAt(0)?.toString(16)}}`

/** `\ud83d\ude00`: Kotlin knows no other escape, and so needs two for what is outside of the basic plane. */
const units = (character: string) =>
  Array.from(
    { length: character.length },
    (_, i) => `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`,
  ).join('')

/** Source: ECMA-262, string literals. In single quotes, `$` and a backtick are ordinary characters. */
export const jsString = (text: string) => `'${text.replace(/[\\']/g, '\\$&').replace(INVISIBLE, braced)}'`

/** Source: The Swift Programming Language, string literals. Interpolation starts with a backslash. */
export const swiftString = (text: string) => `"${text.replace(/[\\"]/g, '\\$&').replace(INVISIBLE, braced)}"`

/** Source: kotlinlang.org/docs/strings.html. `$` starts a template. */
export const kotlinString = (text: string) => `"${text.replace(/[\\"$]/g, '\\$&').replace(INVISIBLE, units)}"`

/** Source: dart.dev/language/built-in-types, strings. `$` starts an interpolation in single quotes, too. */
export const dartString = (text: string) => `'${text.replace(/[\\'$]/g, '\\$&').replace(INVISIBLE, braced)}'`

const MAX_INT = 2 ** 31 - 1

/** For an `int` of Java that the SDK takes as 32 bits without a sign: `toInt()` keeps these bits. */
export const kotlinInt = (value: number) => (value > MAX_INT ? `${value}L.toInt()` : `${value}`)

/** For an `int` of C: the same 32 bits. */
export const swiftInt = (value: number) => (value > MAX_INT ? `Int32(bitPattern: ${value})` : `${value}`)
