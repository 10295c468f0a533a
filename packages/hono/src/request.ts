import type { RequestBody, WebhookRequest } from '@usersig/core/endpoint'
import { type ExecutionContext, readBody, waitUntilOf } from '@usersig/edge/internal'
import type { Context } from 'hono'

/**
 * The request as the core sees it. Hono's context holds all that a platform has beside it. It is a class because a getter
 * in a literal gives each object a shape of its own, which outlives the request: 50 kB a request in place of 23.
 */
export class HonoRequest<C extends Context> implements WebhookRequest<C> {
  readonly method: string
  readonly request: C
  readonly context = undefined

  constructor(c: C) {
    this.method = c.req.method
    this.request = c
  }

  header(name: string): string | undefined {
    return this.request.req.header(name)
  }

  query(name: string): string | undefined {
    return this.request.req.query(name)
  }

  readBody(maxBytes: number): Promise<RequestBody> {
    return readOnce(this.request, maxBytes)
  }

  // Asked for only where something goes on: without a platform's context Hono throws, which takes longer than to sign.
  get waitUntil(): WebhookRequest<C>['waitUntil'] {
    return waitUntilOf(executionContextOf(this.request)).waitUntil
  }
}

/** Where the variables and secrets of the platform are. */
export function envOf(c: Context): unknown {
  return c.env
}

/** Reads the body, or takes what a validator or another middleware has read through Hono before. */
async function readOnce({ req }: Context, maxBytes: number): Promise<RequestBody> {
  const [read] = Object.keys(req.bodyCache)
  if (read === undefined) return await readBody(req.raw, maxBytes)
  // What was parsed is not, byte for byte, what was signed.
  if (read === 'json') return { json: await req.json() }
  const bytes = new Uint8Array(await req.arrayBuffer())
  return bytes.length > maxBytes ? 'too-large' : bytes
}

function executionContextOf(c: Context): ExecutionContext | undefined {
  try {
    return c.executionCtx
  } catch {
    // Hono throws where the platform passes none.
    return undefined
  }
}
