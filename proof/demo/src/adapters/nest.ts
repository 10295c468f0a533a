import 'reflect-metadata'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { Module } from '@nestjs/common'
import { type AbstractHttpAdapter, NestFactory } from '@nestjs/core'
import { UserSigModule } from '@usersig/nestjs-module'
import { type Demo, ISSUE_PATH } from 'demo/server/demo'
import { createDrain } from 'demo/server/drain'
import type { Running } from 'demo/server/listen'

/** `@usersig/nestjs-module` on NestJS 12. */
export async function serveOn(adapter: AbstractHttpAdapter, demo: Demo, port: number, host: string): Promise<Running> {
  const { signerOf, site, userOf, issuing } = demo
  class DemoModule {}
  Module({
    imports: [
      UserSigModule.forRoot({
        signer: (request: IncomingMessage) => signerOf(request.headers.cookie),
        authenticate: (request: IncomingMessage) => userOf(request.headers.cookie),
        issuer: { path: ISSUE_PATH },
        ...issuing,
      }),
    ],
  })(DemoModule)
  const app = await NestFactory.create(DemoModule, adapter, { logger: ['error', 'warn'] })
  const rest = getRequestListener(site)
  app.use((request: IncomingMessage & { originalUrl?: string }, response: ServerResponse, next: () => void) => {
    const [path] = (request.originalUrl ?? request.url ?? '').split('?')
    if (path === ISSUE_PATH) next()
    else rest(request, response)
  })
  const drain = createDrain(app.getHttpServer())
  await app.listen(port, host)
  // Fastify would answer 503 to what still comes in once it is told to close.
  const close = () => drain().then(() => app.close())
  return { port: Number(new URL(await app.getUrl()).port), close }
}
