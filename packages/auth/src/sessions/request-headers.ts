interface Known {
  /** Headers as `fetch` has them, or as Node has them; Koa's context has Node's, too. */
  readonly headers?: Headers | Readonly<Record<string, unknown>>
  /** Of a Hono context: its own request, with the one of `fetch`. */
  readonly req?: { readonly raw?: { readonly headers?: Headers } }
}

/**
 * The headers of a request in the form of `fetch`, whatever framework the request is of: a fetch `Request`; a request of
 * Node, Express, Fastify or Nest; a context of Koa or Hono.
 *
 * @throws TypeError where there are none
 */
export function requestHeaders(request: unknown): Headers {
  const { headers, req } = Object(request) as Known
  // Hono's context first: it has no `headers`, and what stands on Object.prototype under that name is not its own.
  const found = req?.raw?.headers ?? headers
  if (found instanceof Headers) return found
  if (typeof found !== 'object' || found === null) {
    throw new TypeError('the request has no headers: pass the request or the context of your framework')
  }
  const copy = new Headers()
  for (const [name, value] of Object.entries(found)) {
    // HTTP/2 has names such as ":method", which are not headers.
    if (!name.startsWith(':') && value !== undefined) copy.set(name, String(value))
  }
  return copy
}
