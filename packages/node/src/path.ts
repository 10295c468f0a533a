const PATH_OF_TARGET = /^(?:https?:\/\/[^/?#]*)?([^?#]*)/i

/**
 * Whether a request is for the path; every request is when none is given. A slash at the end makes no difference.
 * @throws TypeError when the path is none
 */
export function createPathTest(path: string | undefined): (req: { readonly url?: string | undefined }) => boolean {
  if (path === undefined) return () => true
  if (typeof path !== 'string' || !path.startsWith('/') || /[?#*]|\/:/.test(path)) {
    throw new TypeError('path must be one literal path that begins with a slash, such as "/usersig"')
  }
  const wanted = withoutSlash(path)
  return ({ url = '' }) => withoutSlash(PATH_OF_TARGET.exec(url)?.[1] ?? '') === wanted
}

function withoutSlash(path: string): string {
  return path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path
}
