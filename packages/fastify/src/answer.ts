import type { EndpointResponse } from '@usersig/core/endpoint'
import { breakOff, toFrameworkAnswer } from '@usersig/node/internal'
import type { AnyReply } from './fastify-types.ts'

/** Sends an answer byte by byte, through the hooks of the app and beside the headers that they have set. */
export function sendAnswer(reply: AnyReply, response: EndpointResponse): void {
  send(reply, response).catch((error) => breakOff(error, reply.raw))
}

async function send(reply: AnyReply, response: EndpointResponse): Promise<void> {
  const answer = await toFrameworkAnswer(reply.raw, response)
  if (!answer || reply.sent) return
  const { status, headers, body } = answer
  // Text is written together with the head, in one go; but where its type has no charset, Fastify would add one.
  const isComplete = headers['content-type']?.includes('charset=')
  reply
    .code(status)
    .headers(headers)
    .send(isComplete ? body : Buffer.from(body))
}
