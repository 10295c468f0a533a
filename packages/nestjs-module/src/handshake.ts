import type { IncomingMessage } from 'node:http'

const handshakes = new WeakMap<object, IncomingMessage>()

/**
 * Keeps the request that opened a WebSocket, which is where the guard finds the ticket. Call it in `handleConnection`
 * of a gateway on `@nestjs/platform-ws`, whose clients do not know their request.
 *
 * @param client the WebSocket
 * @param request the request that opened it
 * @example
 * ```ts
 * handleConnection(client: WebSocket, request: IncomingMessage) {
 *   keepHandshake(client, request)
 * }
 * ```
 */
export function keepHandshake(client: object, request: IncomingMessage): void {
  handshakes.set(client, request)
}

/** @throws TypeError that shows the lines that are missing */
export function handshakeOf(client: object): IncomingMessage {
  const request = handshakes.get(client) ?? ofSocketIo(client)
  if (request) return request
  throw new TypeError(
    'the request that opened this WebSocket is not known. Add to the gateway:\n\n' +
      '  handleConnection(client: WebSocket, request: IncomingMessage) {\n    keepHandshake(client, request)\n  }\n',
  )
}

/** Clients of socket.io carry their request. */
function ofSocketIo(client: { request?: IncomingMessage }): IncomingMessage | undefined {
  return client.request?.headers === undefined ? undefined : client.request
}
