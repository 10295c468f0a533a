import 'reflect-metadata'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { Controller, type ExecutionContext } from '@nestjs/common'
import { ClientProxyFactory, MessagePattern, Transport } from '@nestjs/microservices'
import { Test } from '@nestjs/testing'
import { lastValueFrom } from 'rxjs'
import { expect, test } from 'vitest'
import { RequireUserSig, UserSig, UserSigModule } from '../src/index.ts'
import { credentials, signer, silent } from './apps.ts'

interface Payload {
  readonly userSig?: string
}

@Controller()
class MeController {
  @MessagePattern('me')
  @RequireUserSig()
  me(@UserSig('userId') userId: string): string {
    return userId
  }

  @MessagePattern('open')
  open(@UserSig('userId') userId: string): string {
    return userId
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}

test('a microservice knows the user of the ticket that a message brings', async () => {
  const getToken = (payload: Payload, context: ExecutionContext) =>
    context.getType() === 'rpc' ? payload.userSig : undefined
  const module = await Test.createTestingModule({
    imports: [UserSigModule.forRoot({ credentials, getToken, onError: silent })],
    controllers: [MeController],
  }).compile()
  const options = { host: '127.0.0.1', port: await freePort() }
  const app = module.createNestMicroservice({ transport: Transport.TCP, options, logger: false })
  await app.listen()
  const client = ClientProxyFactory.create({ transport: Transport.TCP, options })
  const ask = (pattern: string, payload: Payload) => lastValueFrom(client.send(pattern, payload))
  const userSig = signer.genUserSig('alice')
  expect(await ask('me', { userSig })).toBe('alice')
  await expect(ask('me', {})).rejects.toMatchObject({ status: 401, code: 'missing_user_sig' })
  await expect(ask('open', { userSig })).rejects.toMatchObject({ status: 'error' })
  client.close()
  await app.close()
})
