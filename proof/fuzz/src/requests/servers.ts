import 'reflect-metadata'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import type { AddressInfo, Server as NetServer } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { promisify } from 'node:util'
import { Controller, Get, Module } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { ExpressAdapter } from '@nestjs/platform-express'
import { FastifyAdapter } from '@nestjs/platform-fastify'
import { getUserSig as getEdgeUserSig, issueUserSig, requireUserSig as requireEdgeUserSig } from '@usersig/edge'
import * as expressMiddleware from '@usersig/express-middleware'
import * as fastify from '@usersig/fastify'
import * as koa from '@usersig/koa'
import { RequireUserSig, UserSig, UserSigModule } from '@usersig/nestjs-module'
import { getUserSig, issueUserSig as issueNodeUserSig, requireUserSig } from '@usersig/node'
import express, { type Request as ExpressRequest } from 'express'
import Fastify from 'fastify'
import Koa, { type Context } from 'koa'
import { must } from '../finding.ts'
import { appOptions, type Heard } from './app.ts'

export const ISSUE_PATH = '/usersig'
export const GUARDED_PATH = '/guarded'

/** How often to look, 2 ms apart at least, until a connection counts as kept for good. */
const MAX_TURNS = 5000

/** An app that runs: behind a socket, or as a function. */
export interface Server {
  readonly heard: Heard
  readonly port?: number
  readonly handler?: (request: Request) => Promise<Response>
  /** Resolves when no connection is open: what came of those that the client left, too, has come. */
  idle(): Promise<unknown>
  close(): unknown
}

type Start = (heard: Heard) => Promise<Omit<Server, 'heard'>>

const readNodeHeader = (request: Pick<IncomingMessage, 'headers'>, name: string) => request.headers[name]

/** Every adapter, with its issuing handler and its guard. */
const STARTS = {
  node: (heard) => {
    const { issue, guard } = appOptions(heard, readNodeHeader)
    const issuing = issueNodeUserSig({ ...issue, path: ISSUE_PATH })
    const guarded = requireUserSig(guard)
    const sendUser = (req: IncomingMessage, res: ServerResponse) =>
      res.setHeader('content-type', 'application/json').end(JSON.stringify({ userId: getUserSig(req).userId }))
    return listen((req, res) => issuing(req, res, () => guarded(req, res, () => sendUser(req, res))))
  },
  'express 5': (heard) => {
    const { issue, guard } = appOptions<ExpressRequest>(heard, readNodeHeader)
    const app = express()
    // Its own error handler writes to the console what it answers with.
    app.set('env', 'test')
    app.use(ISSUE_PATH, expressMiddleware.issueUserSig(issue))
    app.get(GUARDED_PATH, expressMiddleware.requireUserSig(guard), (req, res) => {
      res.json({ userId: expressMiddleware.getUserSig(req).userId })
    })
    return listen(app)
  },
  'fastify 5': async (heard) => {
    const { issue, guard } = appOptions(heard, readNodeHeader)
    const app = Fastify({ forceCloseConnections: true })
    app.all(ISSUE_PATH, fastify.issueUserSig(issue))
    app.get(GUARDED_PATH, { onRequest: fastify.requireUserSig(guard) }, (request) => ({
      userId: fastify.getUserSig(request).userId,
    }))
    await app.listen({ port: 0, host: '127.0.0.1' })
    return { ...portOf(app.server), close: () => app.close() }
  },
  'koa 3': (heard) => {
    const { issue, guard } = appOptions<Context>(heard, readNodeHeader)
    const app = new Koa()
    app.silent = true
    app.use(koa.issueUserSig({ ...issue, path: ISSUE_PATH }))
    app.use(koa.requireUserSig(guard))
    app.use((ctx) => {
      ctx.body = { userId: koa.getUserSig(ctx).userId }
    })
    return listen(app.callback())
  },
  'nest on express': (heard) => startNest(heard, new ExpressAdapter()),
  'nest on fastify': (heard) => startNest(heard, new FastifyAdapter()),
  edge: (heard) => {
    const { issue, guard } = appOptions(heard, (request: Request, name) => request.headers.get(name))
    const issuing = issueUserSig(issue)
    const guarded = requireEdgeUserSig(guard)((request) => Response.json({ userId: getEdgeUserSig(request).userId }))
    const handler = (request: Request) =>
      new URL(request.url).pathname === ISSUE_PATH ? issuing(request) : guarded(request)
    return Promise.resolve({ handler, idle: () => Promise.resolve(), close() {} })
  },
} satisfies Record<string, Start>

export type AdapterName = keyof typeof STARTS

export const ADAPTERS = Object.keys(STARTS) as readonly AdapterName[]

export async function startServer(adapter: AdapterName): Promise<Server> {
  const heard: Heard = { users: [], issued: [], faults: [] }
  return { heard, ...(await STARTS[adapter](heard)) }
}

async function listen(listener: RequestListener): Promise<Omit<Server, 'heard'>> {
  const server = createServer(listener).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    ...portOf(server),
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}

function portOf(server: NetServer): Pick<Server, 'port' | 'idle'> {
  const count = promisify(server.getConnections.bind(server))
  async function idle(): Promise<void> {
    for (let turn = 0; (await count()) > 0; turn++) {
      must(turn < MAX_TURNS, () => 'the server keeps a connection that its client left')
      await setTimeout(2)
    }
  }
  return { port: (server.address() as AddressInfo).port, idle }
}

async function startNest(heard: Heard, adapter: ExpressAdapter | FastifyAdapter): Promise<Omit<Server, 'heard'>> {
  const { issue, guard } = appOptions(heard, readNodeHeader)
  class GuardedController {
    read(userId: string) {
      return { userId }
    }
  }
  // Node runs TypeScript without decorators: they are called as the functions that they are.
  const { prototype } = GuardedController
  const method = Object.getOwnPropertyDescriptor(prototype, 'read') as PropertyDescriptor
  UserSig('userId')(prototype, 'read', 0)
  Get()(prototype, 'read', method)
  RequireUserSig()(prototype, 'read', method)
  Controller(GUARDED_PATH)(GuardedController)
  class AppModule {}
  Module({
    imports: [UserSigModule.forRoot({ ...guard, ...issue, issuer: { path: ISSUE_PATH } })],
    controllers: [GuardedController],
  })(AppModule)
  const app = await NestFactory.create(AppModule, adapter, { logger: false, forceCloseConnections: true })
  await app.listen(0, '127.0.0.1')
  return { ...portOf(app.getHttpServer()), close: () => app.close() }
}
