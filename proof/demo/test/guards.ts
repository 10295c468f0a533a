import { createServer, type IncomingMessage, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { Controller, Get, Module } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { ExpressAdapter } from '@nestjs/platform-express'
import { FastifyAdapter } from '@nestjs/platform-fastify'
import type { UserSigner } from '@usersig/core'
import * as edge from '@usersig/edge'
import * as middleware from '@usersig/express-middleware'
import * as fastify from '@usersig/fastify'
import * as koa from '@usersig/koa'
import { RequireUserSig, UserSig, UserSigModule } from '@usersig/nestjs-module'
import * as node from '@usersig/node'
import express from 'express'
import Fastify from 'fastify'
import Koa from 'koa'

/** A server that answers with the UserID of the ticket that its guard let pass. */
export interface GuardedServer {
  readonly name: string
  readonly url: string
  close(): Promise<unknown>
}

async function listen(name: string, listener: RequestListener): Promise<GuardedServer> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { name, url: `http://127.0.0.1:${port}/`, close: () => new Promise((resolve) => server.close(resolve)) }
}

function startNode(signer: UserSigner): Promise<GuardedServer> {
  const guard = node.requireUserSig({ signer })
  return listen('node', (req, res) => guard(req, res, () => res.end(node.getUserSig(req as IncomingMessage).userId)))
}

function startExpress(signer: UserSigner): Promise<GuardedServer> {
  const app = express()
  app.get('/', middleware.requireUserSig({ signer }), (req, res) => {
    res.send(middleware.getUserSig(req).userId)
  })
  return listen('express', app)
}

async function startFastify(signer: UserSigner): Promise<GuardedServer> {
  const app = Fastify({ forceCloseConnections: true })
  app.get('/', { onRequest: fastify.requireUserSig({ signer }) }, (request) => fastify.getUserSig(request).userId)
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  return { name: 'fastify', url: `${url}/`, close: () => app.close() }
}

function startKoa(signer: UserSigner): Promise<GuardedServer> {
  const app = new Koa()
  app.use(koa.requireUserSig({ signer }))
  app.use((ctx) => {
    ctx.body = koa.getUserSig(ctx).userId
  })
  return listen('koa', app.callback())
}

function startEdge(signer: UserSigner): Promise<GuardedServer> {
  const handler = edge.requireUserSig({ signer })((request) => new Response(edge.getUserSig(request).userId))
  return listen(
    'edge',
    getRequestListener((request) => handler(request)),
  )
}

async function startNest(signer: UserSigner, name: string): Promise<GuardedServer> {
  // Without the syntax of decorators, which Node.js does not strip.
  class GuardedController {
    read(userId: string): string {
      return userId
    }
  }
  UserSig('userId')(GuardedController.prototype, 'read', 0)
  const read = Object.getOwnPropertyDescriptor(GuardedController.prototype, 'read') as PropertyDescriptor
  for (const decorate of [Get(), RequireUserSig()]) decorate(GuardedController.prototype, 'read', read)
  Controller()(GuardedController)
  class GuardedModule {}
  Module({ imports: [UserSigModule.forRoot({ signer })], controllers: [GuardedController] })(GuardedModule)
  const adapter = name === 'nest-fastify' ? new FastifyAdapter() : new ExpressAdapter()
  const app = await NestFactory.create(GuardedModule, adapter, { logger: false, forceCloseConnections: true })
  await app.listen(0, '127.0.0.1')
  return { name, url: `${await app.getUrl()}/`, close: () => app.close() }
}

/** One guarded server for each adapter. */
export function startGuards(signer: UserSigner): Promise<GuardedServer[]> {
  return Promise.all([
    startNode(signer),
    startExpress(signer),
    startFastify(signer),
    startKoa(signer),
    startEdge(signer),
    startNest(signer, 'nest'),
    startNest(signer, 'nest-fastify'),
  ])
}
