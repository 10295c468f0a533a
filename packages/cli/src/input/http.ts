import { CliError } from '../exit.ts'
import { words } from '../words/index.ts'

/** The address of a server. */
export function readUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url && /^https?:$/.test(url.protocol)) return url
  throw new CliError(words.watch.notUrl)
}

/** A field of a request's head, as `Name: value`. */
export function readHeader(text: string): readonly [name: string, value: string] {
  const [, name, value] = /^([\w!#$%&'*+.^`|~-]{1,64}):\s*([^\r\n\0]{0,8192})$/.exec(text) ?? []
  if (name !== undefined && value !== undefined) return [name, value.trim()]
  throw new CliError(words.watch.badHeader)
}
