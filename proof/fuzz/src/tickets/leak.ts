import { inspect } from 'node:util'
import { must } from '../finding.ts'
import type { UserSigError } from './core.ts'

/** So much of a ticket is too much. */
const MAX_QUOTED = 16
const MAX_SEARCHED = 65_536
const KNOWN = new Set([
  'stack',
  'message',
  'cause',
  'name',
  'code',
  'hint',
  'tencentCode',
  'Symbol(usersig.UserSigError)',
])

/** Watches that errors hold neither keys nor tickets. */
export class LeakWatch {
  /** Pieces of each message that could be one of a ticket: there are few different messages. */
  readonly #pieces = new Map<string, readonly string[]>()
  #seen = 0

  check(error: UserSigError, secretKey: string, secrets: readonly string[]): void {
    for (const name of Reflect.ownKeys(error))
      must(KNOWN.has(String(name)), () => `the error has a property ${String(name)}`)
    const known = this.#pieces.get(error.message)
    const pieces = known ?? piecesOf(error.message)
    if (!known && this.#pieces.size < 50_000) this.#pieces.set(error.message, pieces)
    checkText(error.message, pieces, secretKey, secrets)
    // To show an error takes far longer than to verify a ticket: each new message is shown, and a sample of the others.
    if (known && error.cause === undefined && ++this.#seen % 64 !== 0) return
    const shown = inspect(error, { depth: 10, showHidden: true, getters: true })
    checkText(shown, piecesOf(shown), secretKey, secrets)
  }
}

function checkText(text: string, pieces: readonly string[], secretKey: string, secrets: readonly string[]): void {
  must(!holdsKey(text, secretKey), () => `an error holds the key: ${text}`)
  for (const secret of secrets) {
    // A hundred searches through ten million characters would be all that there is time for.
    const beginning = secret.slice(0, MAX_SEARCHED)
    const quoted = pieces.find((piece) => beginning.includes(piece))
    must(quoted === undefined, () => `an error holds ${quoted} of the ticket: ${text}`)
  }
}

// Some keys of the corpus are a letter long, which every text holds.
function holdsKey(text: string, secretKey: string): boolean {
  return secretKey.length >= 8 && text.includes(secretKey)
}

/** All pieces of a text that are as long as what must not be quoted, without those that have a space. */
function piecesOf(text: string): string[] {
  return [...text.matchAll(/\S{16,}/g)].flatMap(([run]) =>
    Array.from({ length: run.length - MAX_QUOTED + 1 }, (_, at) => run.slice(at, at + MAX_QUOTED)),
  )
}
