import 'reflect-metadata'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { Module } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { ExpressAdapter } from '@nestjs/platform-express'
import { FastifyAdapter } from '@nestjs/platform-fastify'
import { UserSigModule } from '@usersig/nestjs-module'
import { type Demo, ISSUE_PATH } from '../demo.ts'
import type { Running } from './listen.ts'

/** `@usersig/nestjs-module` on NestJS 12, with Express or Fastify underneath. */
export async function serve(demo: Demo, port: number, host: string, platform: string): Promise<Running> {
  const { signer, site, userOf, authorizeRoom } = demo
  class DemoModule {}
  Module({
    imports: [
      UserSigModule.forRoot({
        signer,
        authorizeRoom,
        authenticate: (request: IncomingMessage) => userOf(request.headers.cookie),
        issuer: { path: ISSUE_PATH },
      }),
    ],
  })(DemoModule)
  const adapter = platform === 'nest-fastify' ? new FastifyAdapter() : new ExpressAdapter()
  const app = await NestFactory.create(DemoModule, adapter, { logger: ['error', 'warn'] })
  const rest = getRequestListener(site)
  app.use((request: IncomingMessage & { originalUrl?: string }, response: ServerResponse, next: () => void) => {
    const [path] = (request.originalUrl ?? request.url ?? '').split('?')
    if (path === ISSUE_PATH) next()
    else rest(request, response)
  })
  await app.listen(port, host)
  return { port: Number(new URL(await app.getUrl()).port), close: () => app.close() }
}
