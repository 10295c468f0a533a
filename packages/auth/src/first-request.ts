type Login = (request: unknown) => string | null | undefined | Promise<string | null | undefined>

/**
 * Makes a login when the first request comes, for platforms that know their variables only then: a function of
 * Cloudflare Pages or EdgeOne gets them with the request, and some builds load every route where there are none. A login
 * that cannot be made answers 500, and `onError` gets the reason; the next request tries again.
 *
 * @param make makes the login of the variables: of the `env` of a fetch handler or of Hono, else of nothing
 * @throws TypeError if `make` is not a function
 * @example
 * ```ts
 * atFirstRequest((env: Env) => jwt({ issuer: env.LOGIN_ISSUER, audience: env.LOGIN_AUDIENCE }))
 * ```
 */
// biome-ignore lint/suspicious/noExplicitAny: what a platform passes as env is for the app to say
export function atFirstRequest<Env = any>(
  make: (env: Env) => Login,
): (request: unknown, context?: unknown) => Promise<string | null | undefined> {
  if (typeof make !== 'function') throw new TypeError('atFirstRequest needs a function that makes the login')
  let login: Login | undefined
  return async (request, context) => {
    login ??= make((envOf(context) ?? envOf(request)) as Env)
    return await login(request)
  }
}

function envOf(holder: unknown): unknown {
  return (Object(holder) as { env?: unknown }).env
}
