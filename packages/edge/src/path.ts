import { ProblemError } from '@usersig/core/endpoint'
import { type OptionCheck, show } from '@usersig/core/internal'
import { toResponse } from './translate.ts'

/** One literal path. */
export const literalPath: OptionCheck = (value, name) => {
  if (typeof value === 'string' && value.startsWith('/') && !/[?#*]|\/:/.test(value)) return value
  throw new TypeError(
    `${name} is ${show(value)}, but must be one literal path that begins with a slash, such as "/usersig"`,
  )
}

/** Whether a request is for the path; every request is when none is given. A slash at the end makes no difference. */
export function createPathTest(path: string | undefined): (request: Request) => boolean {
  if (path === undefined) return () => true
  const wanted = withoutSlash(path)
  return (request) => withoutSlash(new URL(request.url).pathname) === wanted
}

/** What other paths answer. */
export function notFound(): Response {
  return toResponse(new ProblemError('not_found', 'there is nothing at this address').toResponse())
}

function withoutSlash(path: string): string {
  return path.endsWith('/') ? path.slice(0, -1) : path
}
