import type { EndpointRequest, RequestBody } from '@usersig/core/endpoint'
import { type ExecutionContext, readBody, waitUntilOf } from '@usersig/edge/internal'
import type { Context } from 'hono'

/** The request as the core sees it. Hono's context holds all that a platform has beside it. */
export function toEndpointRequest<C extends Context>(c: C): EndpointRequest<C> {
  return {
    method: c.req.method,
    header: (name) => c.req.header(name),
    readBody: (maxBytes) => readOnce(c, maxBytes),
    request: c,
    context: undefined,
    // Asked for only where something goes on: without a platform's context Hono throws, which takes longer than to sign.
    get waitUntil() {
      return waitUntilOf(executionContextOf(c)).waitUntil
    },
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
