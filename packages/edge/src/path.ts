import { ProblemError } from '@usersig/core/endpoint'
import { toResponse } from './translate.ts'

/**
 * Whether a request is for the path; every request is when none is given. A slash at the end makes no difference.
 * @throws TypeError when the path is none
 */
export function createPathTest(path: string | undefined): (request: Request) => boolean {
  if (path === undefined) return () => true
  if (typeof path !== 'string' || !path.startsWith('/') || /[?#*]|\/:/.test(path)) {
    throw new TypeError('path must be one literal path that begins with a slash, such as "/usersig"')
  }
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
