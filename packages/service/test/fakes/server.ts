import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

export interface FakeRequest {
  readonly method: string
  readonly path: string
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

/** A server that answers as a documented API does. */
export interface Fake {
  readonly url: string
  /** How often it was asked. */
  asked(): number
  /** From now on it answers 500. */
  breakDown(isDown: boolean): void
}

export async function startFake(answer: (request: FakeRequest) => [status: number, body: object]): Promise<Fake> {
  let asked = 0
  let isDown = false
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    asked++
    const { method = '', url = '', headers } = request
    const body = Buffer.concat(chunks).toString('utf8')
    const [status, json] = isDown ? [500, { errors: ['internal error'] }] : answer({ method, path: url, headers, body })
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(json))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked: () => asked,
    breakDown: (down) => {
      isDown = down
    },
  }
}
