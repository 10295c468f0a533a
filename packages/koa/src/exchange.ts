import type { EndpointRequest, EndpointResponse, RequestBody, WebhookRequest } from '@usersig/core/endpoint'
import {
  type BodyOptions,
  discardBody,
  isWhole,
  toEndpointRequest,
  toFrameworkAnswer,
  toWebhookRequest,
} from '@usersig/node/internal'
import type { KoaContext } from './koa-types.ts'

/** Translates a request for the endpoint of the core, whose callbacks get Koa's context. */
export function toRequest<C extends KoaContext>(ctx: C, options?: BodyOptions): EndpointRequest<C> {
  const translated = toEndpointRequest(ctx.req, undefined, options)
  return { ...translated, request: ctx, readBody: (maxBytes) => readBody(ctx, translated, maxBytes) }
}

/** Translates a webhook for the guard of the core. */
export function toWebhook<C extends KoaContext>(ctx: C, options?: BodyOptions): WebhookRequest<C> {
  const translated = toWebhookRequest(ctx.req, undefined, options)
  return { ...translated, request: ctx, readBody: (maxBytes) => readBody(ctx, translated, maxBytes) }
}

/** Answers through Koa, so that other middleware gets to see it, byte by byte and beside the headers that it has set. */
export async function answer(ctx: KoaContext, response: EndpointResponse): Promise<void> {
  if (!isWhole(ctx.req)) await discardBody(ctx.req, ctx.res)
  const prepared = toFrameworkAnswer(ctx.res, response)
  if (!prepared) return
  ctx.status = prepared.status
  ctx.body = prepared.body
  // After the body, which sets a type and a length of its own.
  ctx.set(prepared.headers as Record<string, string>)
}

/** The body, or what a parser before has left of it: the text that came if it has kept that, else what it made of it. */
async function readBody(
  { req, request }: KoaContext,
  unread: Pick<EndpointRequest<unknown>, 'readBody'>,
  maxBytes: number,
): Promise<RequestBody> {
  // Whether there is a `ctx.request.body` says nothing: parsers set an empty one for bodies that they leave alone.
  if (!req.readableDidRead && !req.readableEnded) return await unread.readBody(maxBytes)
  const { rawBody, body } = request as { rawBody?: unknown; body?: unknown }
  const left = rawBody ?? body
  const bytes = typeof left === 'string' ? new TextEncoder().encode(left) : left
  if (!(bytes instanceof Uint8Array)) return bytes === undefined ? await unread.readBody(maxBytes) : { json: bytes }
  return bytes.length > maxBytes ? 'too-large' : bytes
}
