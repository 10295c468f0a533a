import type { EndpointResponse } from '@usersig/core/endpoint'
import { breakOff, toFrameworkAnswer } from '@usersig/node/internal'
import type { AnyReply } from './fastify-types.ts'

/** Sends an answer byte by byte, through the hooks of the app and beside the headers that they have set. */
export function sendAnswer(reply: AnyReply, response: EndpointResponse): void {
  send(reply, response).catch((error) => breakOff(error, reply.raw))
}

async function send(reply: AnyReply, response: EndpointResponse): Promise<void> {
  const answer = await toFrameworkAnswer(reply.raw, response, true)
  if (!answer || reply.sent) return
  const { status, headers, body } = answer
  // Fastify adds a charset to a text whose type has none.
  const isComplete = typeof body !== 'string' || headers['content-type']?.includes('charset=')
  reply
    .code(status)
    .headers(headers)
    .send(isComplete ? body : Buffer.from(body))
}
