import { show } from '../show.ts'

/** How many errors a chain of causes shows. */
const MAX_CAUSES = 4

/** Longest message that is repeated. */
const MAX_MESSAGE = 500

// Keys, tickets, JSON Web Tokens and other long runs that no sentence holds: libraries put tokens into messages.
const SECRET_RUN = /(?:[\w-]{8,}\.)*[\w*+=-]{40,}(?:\.[\w*+=-]+)*/g

// A line break would let a client write lines of its own into a log.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not occur.
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g

/**
 * An error as a log may show it: name, code and message, and those of its causes. Its other properties stay out:
 * libraries put tokens and payloads there.
 */
export function printable(error: unknown): string {
  const shown: string[] = []
  for (let each = error; each !== undefined && shown.length < MAX_CAUSES; each = causeOf(each)) shown.push(line(each))
  return shown.join('; caused by ')
}

function line(error: unknown): string {
  if (!isErrorLike(error)) return show(error)
  const { name = 'Error', code, message, hint } = error
  const coded = typeof code === 'string' || typeof code === 'number' ? ` [${clean(String(code))}]` : ''
  const advice = typeof hint === 'string' ? `. ${hint}` : ''
  return `${clean(String(name))}${coded}: ${clean(String(message))}${clean(advice)}`
}

function clean(text: string): string {
  return text.slice(0, MAX_MESSAGE).replace(SECRET_RUN, '…').replace(CONTROL, ' ')
}

/** A cause that is not an error is a bag of properties, as libraries attach payloads; text is what was thrown. */
function causeOf(error: unknown): unknown {
  const cause = isErrorLike(error) ? error.cause : undefined
  return isErrorLike(cause) || typeof cause === 'string' ? cause : undefined
}

function isErrorLike(
  error: unknown,
): error is { name?: unknown; code?: unknown; message: unknown; hint?: unknown; cause?: unknown } {
  return typeof error === 'object' && error !== null && 'message' in error
}
