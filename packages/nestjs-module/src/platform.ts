import type { IncomingHttpHeaders, IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import type { ExecutionContext } from '@nestjs/common'
import type { EndpointRequest, EndpointResponse, WebhookRequest } from '@usersig/core/endpoint'
import { ownValue } from '@usersig/core/internal'
import {
  discardBody,
  isWhole,
  toEndpointRequest,
  toFrameworkAnswer,
  toWebhookRequest,
  writeEndpointResponse,
} from '@usersig/node/internal'
import type { FrameworkRequest } from './options.ts'

/** Fastify's reply, as far as it is used. */
interface FastifyReply {
  readonly request: { readonly raw: IncomingMessage }
  readonly raw: ServerResponse
  code(status: number): FastifyReply
  headers(headers: Readonly<Record<string, string>>): FastifyReply
  header(name: string, value: unknown): unknown
  getHeaders(): OutgoingHttpHeaders
  hijack(): unknown
  send(body: Uint8Array | string): unknown
}

/** Express's response is Node's own, with some more methods; Fastify's carries it. */
export type HttpResponse = (ServerResponse & { header(name: string, value: unknown): unknown }) | FastifyReply

/** Express's request is Node's own; Fastify's carries it. */
export function toNodeRequest(request: object): IncomingMessage {
  return 'raw' in request ? (request.raw as IncomingMessage) : (request as IncomingMessage)
}

/** The process goes on after an answer, and with it what is still under way. */
export function livesOn(): void {}

export function readHeader(headers: IncomingHttpHeaders, name: string): string | undefined {
  const value = ownValue(headers, name) as IncomingHttpHeaders[string]
  return Array.isArray(value) ? value.join(', ') : value
}

/** Translates a request for the endpoint of the core, whose callbacks get the framework's own. */
export function toRequest(
  request: object,
  context: ExecutionContext,
): EndpointRequest<FrameworkRequest, ExecutionContext> {
  const translated = { ...toEndpointRequest(toNodeRequest(request), context), request }
  // Fastify keeps a body that it has parsed after all to itself.
  if ('raw' in request && 'body' in request && request.body !== undefined) {
    const { body: json } = request
    return { ...translated, readBody: () => Promise.resolve({ json }) }
  }
  return translated
}

/** Translates a webhook for the guard of the core. */
export function toWebhook(
  request: object & { rawBody?: unknown },
  context: ExecutionContext,
): WebhookRequest<FrameworkRequest, ExecutionContext> {
  const { rawBody } = request
  return {
    ...toWebhookRequest(toNodeRequest(request), context),
    // Fastify keeps the bytes of a body that a parser has taken to its own request.
    ...(rawBody instanceof Uint8Array && { readBody: () => Promise.resolve(rawBody) }),
    request,
  }
}

/** Writes an answer byte by byte, beside the headers that others have set. */
export function writeAnswer(response: HttpResponse, answer: EndpointResponse): void {
  if (!isFastifyReply(response)) {
    writeEndpointResponse(response, answer)
  } else if (isWhole(response.request.raw)) {
    const prepared = toFrameworkAnswer(response.raw, answer)
    if (prepared) response.code(prepared.status).headers(prepared.headers).send(toPayload(prepared))
  } else {
    // Fastify would end the answer at once, and with it a connection whose client may still be sending.
    for (const [name, value] of Object.entries(response.getHeaders())) {
      if (value !== undefined) response.raw.setHeader(name, value)
    }
    response.hijack()
    writeEndpointResponse(response.raw, answer)
  }
}

/** Sees to what still comes of a refused body, whoever writes the answer: call it before. */
export async function discardUnread(request: object, response: HttpResponse): Promise<void> {
  await discardBody(toNodeRequest(request), isFastifyReply(response) ? response.raw : response)
}

function isFastifyReply(response: HttpResponse): response is FastifyReply {
  return 'raw' in response
}

/** Text is written together with the head, in one go; but where its type has no charset, Fastify would add one. */
function toPayload({ headers, body }: EndpointResponse): string | Buffer {
  return headers['content-type']?.includes('charset=') ? body : Buffer.from(body)
}
