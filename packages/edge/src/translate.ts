import type { EndpointRequest, EndpointResponse } from '@usersig/core/endpoint'
import { readBody } from './body.ts'
import type { Call } from './call.ts'

/** The request as the core sees it. */
export function toEndpointRequest<Env>(call: Call<Env>): EndpointRequest<Call<Env>> {
  const { request, ctx } = call
  return {
    method: request.method,
    header: (name) => request.headers.get(name),
    readBody: (maxBytes) => readBody(request, maxBytes),
    source: call,
    // Not every object that a platform passes in third place has it.
    ...(typeof ctx?.waitUntil === 'function' && { waitUntil: (promise) => ctx.waitUntil(promise) }),
  }
}

/** The answer of the core, as it is. */
export function toResponse({ status, headers, body }: EndpointResponse): Response {
  return new Response(body, { status, headers })
}
