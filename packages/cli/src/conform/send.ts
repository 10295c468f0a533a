import { request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import type { HttpBody, HttpRequest } from '@usersig/vectors'
import { MAX_ANSWER } from '../limits.ts'
import { words } from '../words/index.ts'
import type { Fault } from './score.ts'

/** An answer as it came. */
export interface HttpAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
  readonly body: string
}

/** Sends a request exactly as it is described: `fetch` would add a type and refuse this and that. */
export async function send(
  url: URL,
  { method, headers = {}, body }: HttpRequest,
  login: Readonly<Record<string, string>>,
  timeout: number,
): Promise<HttpAnswer | Fault> {
  const bytes = body && toBytes(body)
  const length = bytes && body?.chunkBytes === undefined ? { 'content-length': String(bytes.length) } : {}
  const send = url.protocol === 'https:' ? httpsRequest : httpRequest
  const signal = AbortSignal.timeout(timeout * 1000)
  return await new Promise((resolve) => {
    const giveUp = (message: string) => resolve({ code: 'no_answer', message, action: '' })
    const sent = send(url, { method, headers: { ...length, ...login, ...headers }, agent: false, signal })
    sent.on('error', ({ message }: Error) => giveUp(signal.aborted ? words.conform.noAnswer(timeout) : message))
    sent.on('response', (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (part: string) => {
        text += part
        if (text.length <= MAX_ANSWER) return
        giveUp(words.conform.tooLong)
        response.destroy()
      })
      response.on('error', ({ message }) => giveUp(message))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }))
    })
    for (const chunk of toChunks(bytes, body?.chunkBytes)) sent.write(chunk)
    sent.end()
  })
}

function toBytes({ text = '', base64, padTo = 0 }: HttpBody): Buffer {
  if (base64 !== undefined) return Buffer.from(base64, 'base64')
  return Buffer.from(text.slice(0, -1) + ' '.repeat(Math.max(0, padTo - text.length)) + text.slice(-1))
}

function toChunks(bytes: Buffer | undefined, size: number | undefined): Buffer[] {
  if (bytes === undefined) return []
  const step = size ?? Math.max(1, bytes.length)
  return Array.from({ length: Math.ceil(bytes.length / step) }, (_, i) => bytes.subarray(i * step, (i + 1) * step))
}
