import type { EndpointResponse } from '@usersig/core/endpoint'
import { breakOff, discardBody, isWhole, toFrameworkAnswer } from '@usersig/node/internal'
import type { AnyReply } from './fastify-types.ts'

/** Sends an answer byte by byte, through the hooks of the app and beside the headers that they have set. */
export async function sendAnswer(reply: AnyReply, response: EndpointResponse): Promise<void> {
  try {
    const { raw } = reply
    if (!isWhole(raw.req)) await discardBody(raw.req, raw)
    send(reply, response)
  } catch (error) {
    breakOff(error, reply.raw)
  }
}

function send(reply: AnyReply, response: EndpointResponse): void {
  const answer = toFrameworkAnswer(reply.raw, response)
  if (!answer || reply.sent) return
  const { status, headers, body } = answer
  // Text is written together with the head, in one go; but where its type has no charset, Fastify would add one.
  const isComplete = headers['content-type']?.includes('charset=')
  reply
    .code(status)
    .headers(headers)
    .send(isComplete ? body : Buffer.from(body))
}
