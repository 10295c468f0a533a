import { guardOptions } from '@usersig/contract/fixture'
import { requireUserSig } from '../../src/index.ts'

declare const Deno: {
  serve(options: { hostname: string; port: number }, handler: (request: Request) => Promise<Response>): unknown
  upgradeWebSocket(request: Request): { socket: WebSocket; response: Response }
}

const guard = requireUserSig({
  ...guardOptions(),
  // Browsers cannot send headers with a WebSocket.
  getToken: (request) => new URL(request.url).searchParams.get('ticket'),
  cors: { origins: ['https://app.example.com'] },
})((request) => {
  const { socket, response } = Deno.upgradeWebSocket(request)
  socket.onopen = () => socket.send('welcome')
  return response
})

Deno.serve({ hostname: '127.0.0.1', port: 0 }, (request) => guard(request))
