const NAME = 'authorization'

interface Known {
  /** Headers as `fetch` has them, or as Node has them; Koa's context has Node's, too. */
  readonly headers?: Headers | Record<string, unknown>
  /** Hono's own request. */
  readonly req?: { header?(name: string): string | undefined }
}

/**
 * The header `Authorization` of a request, whatever framework it is of: a fetch `Request`; a request of Node, Express,
 * Fastify or Nest; a context of Koa or Hono; the event of a function, whose header names may be in any case.
 */
export function authorization(request: unknown): string | undefined {
  const { headers, req } = Object(request) as Known
  if (typeof req?.header === 'function') return asText(req.header('authorization'))
  if (typeof headers?.['get'] === 'function') return asText((headers as Headers).get('authorization'))
  return ofPlainObject(Object(headers) as Record<string, unknown>)
}

/** Two different values would leave it to chance who is asked for; API Gateway keeps names as the client wrote them. */
function ofPlainObject(headers: Record<string, unknown>): string | undefined {
  // Node has the name in lower case, beside a hundred others.
  const names = Object.keys(headers).filter((name) => name.length === NAME.length && name.toLowerCase() === NAME)
  const values = new Set(names.map((name) => headers[name]))
  return values.size === 1 ? asText([...values][0]) : undefined
}

function asText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}
