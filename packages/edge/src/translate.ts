import type { EndpointRequest, EndpointResponse } from '@usersig/core/endpoint'
import { readBody } from './body.ts'
import { waitUntilOf } from './environment.ts'
import type { CallArguments, EdgeContext } from './fetch-handler.ts'

/** The request as the core sees it. */
export function toEndpointRequest<Env>(
  request: Request,
  [env, ctx]: CallArguments<Env>,
): EndpointRequest<Request, EdgeContext<Env>> {
  return {
    method: request.method,
    header: (name) => request.headers.get(name),
    readBody: (maxBytes) => readBody(request, maxBytes),
    request,
    context: { env: env as Env, ctx },
    ...waitUntilOf(ctx),
  }
}

/** Where the variables and secrets of the platform are. */
export function envOf(_request: Request, { env }: EdgeContext): unknown {
  return env
}

/** The answer of the core, as it is. */
export function toResponse({ status, headers, body }: EndpointResponse): Response {
  return new Response(body, { status, headers })
}
