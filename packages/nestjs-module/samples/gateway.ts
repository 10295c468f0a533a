import type { IncomingMessage } from 'node:http'
import { SubscribeMessage, WebSocketGateway } from '@nestjs/websockets'
import { keepHandshake, RequireUserSig, UserSig } from '@usersig/nestjs-module'

@WebSocketGateway({ path: '/chat' })
export class ChatGateway {
  // The clients of platform-ws do not keep the request that opened them, which carries the ticket.
  handleConnection(client: object, request: IncomingMessage) {
    keepHandshake(client, request)
  }

  @SubscribeMessage('whoami')
  @RequireUserSig()
  whoami(@UserSig('userId') userId: string) {
    return { event: 'you', data: userId }
  }
}
