/**
 * The bearer token of a request, whatever framework it is of: a fetch `Request`; a request of Node, Express, Fastify or
 * Nest; a context of Koa or Hono.
 */
export function bearerToken(request: unknown): string | undefined {
  return /^Bearer +([^\s,]+) *$/i.exec(authorization(request) ?? '')?.[1]
}

interface Known {
  /** Headers as `fetch` has them, or as Node has them; Koa's context has Node's, too. */
  readonly headers?: Headers | Record<string, unknown>
  /** Hono's own request. */
  readonly req?: { header?(name: string): string | undefined }
}

function authorization(request: unknown): string | undefined {
  const { headers, req } = Object(request) as Known
  if (typeof req?.header === 'function') return asText(req.header('authorization'))
  if (typeof headers?.['get'] === 'function') return asText((headers as Headers).get('authorization'))
  const own = headers as Record<string, unknown> | undefined
  return own && Object.hasOwn(own, 'authorization') ? asText(own['authorization']) : undefined
}

function asText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}
