import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import type { EndpointRequest, EndpointResponse } from '@usersig/core/endpoint'
import { toEndpointRequest, writeEndpointResponse } from '@usersig/node'

/** Fastify's reply, as far as it is used. */
interface FastifyReply {
  readonly raw: ServerResponse
  code(status: number): FastifyReply
  headers(headers: Readonly<Record<string, string>>): FastifyReply
  header(name: string, value: unknown): unknown
  send(body: Uint8Array | string): unknown
}

/** Express's response is Node's own, with some more methods; Fastify's carries it. */
export type HttpResponse = (ServerResponse & { header(name: string, value: unknown): unknown }) | FastifyReply

/** Express's request is Node's own; Fastify's carries it. */
export function toNodeRequest(request: object): IncomingMessage {
  return 'raw' in request ? (request.raw as IncomingMessage) : (request as IncomingMessage)
}

export function readHeader(headers: IncomingHttpHeaders, name: string): string | undefined {
  const value = headers[name]
  return Array.isArray(value) ? value.join(', ') : value
}

/** Translates a request for the endpoint of the core, whose callbacks get the framework's own. */
export function toRequest(request: object): EndpointRequest<object> {
  const translated = { ...toEndpointRequest(toNodeRequest(request)), source: request }
  // Fastify keeps a body that it has parsed after all to itself.
  if ('raw' in request && 'body' in request && request.body !== undefined) {
    const { body: json } = request
    return { ...translated, readBody: () => Promise.resolve({ json }) }
  }
  return translated
}

/** Writes an answer byte by byte, beside the headers that others have set. */
export function writeAnswer(response: HttpResponse, answer: EndpointResponse): void {
  if (isFastifyReply(response)) {
    response.code(answer.status).headers(answer.headers).send(toPayload(answer))
  } else {
    writeEndpointResponse(response, answer)
  }
}

function isFastifyReply(response: HttpResponse): response is FastifyReply {
  return 'raw' in response
}

/** Text is written together with the head, in one go; but where its type has no charset, Fastify would add one. */
function toPayload({ headers, body }: EndpointResponse): string | Buffer {
  return headers['content-type']?.includes('charset=') ? body : Buffer.from(body)
}
