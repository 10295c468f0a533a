import { type OptionCheck, text } from '@usersig/core/internal'

const PATH_OF_TARGET = /^(?:https?:\/\/[^/?#]*)?([^?#]*)/i

/** One literal path. */
export const checkPath: OptionCheck = (value, name) => {
  const path = text(value, name) as string
  if (path.startsWith('/') && !/[?#*]|\/:/.test(path)) return path
  throw new TypeError(`${name} must be one literal path that begins with a slash, such as "/usersig"`)
}

/** Whether a request is for the path; every request is when none is given. A slash at the end makes no difference. */
export function createPathTest(path: string | undefined): (req: { readonly url?: string | undefined }) => boolean {
  if (path === undefined) return () => true
  const wanted = withoutSlash(path)
  return ({ url = '' }) => withoutSlash(PATH_OF_TARGET.exec(url)?.[1] ?? '') === wanted
}

function withoutSlash(path: string): string {
  return path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path
}
