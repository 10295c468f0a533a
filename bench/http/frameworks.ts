import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import { serve } from '@hono/node-server'
import Router from '@koa/router'
import { Controller, Get, Header, Headers, HttpCode, Module, Post, UnauthorizedException } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { ExpressAdapter } from '@nestjs/platform-express'
import { FastifyAdapter } from '@nestjs/platform-fastify'
import {
  getUserSig as getExpressUserSig,
  issueUserSig,
  requireUserSig as requireExpressUserSig,
} from '@usersig/express-middleware'
import * as fastify from '@usersig/fastify'
import * as hono from '@usersig/hono'
import * as koa from '@usersig/koa'
import { RequireUserSig, UserSig, UserSigModule } from '@usersig/nestjs-module'
import { getUserSig, issueUserSig as issueNodeUserSig, requireUserSig } from '@usersig/node'
import express from 'express'
import Fastify, { type FastifyRequest } from 'fastify'
import { type Context, Hono } from 'hono'
import Koa from 'koa'
import { authorizeRoom, bareAnswer, credentials, userOf, userOfRequest } from './routes.ts'

/** Serves `POST /bare`, `POST /usersig` and `GET /guarded`, and resolves to the port. */
export type Start = () => Promise<number>

function listen(listener: RequestListener): Promise<number> {
  const server = createServer(listener)
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port))
  })
}

function startNode(): Promise<number> {
  const issue = issueNodeUserSig({ credentials, authenticate: userOfRequest, authorizeRoom })
  const guard = requireUserSig({ credentials })
  async function answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const userId = await userOfRequest(req)
    if (req.method !== 'POST' || userId === null) {
      res.writeHead(401).end()
      return
    }
    const body = JSON.stringify(bareAnswer(userId))
    const headers = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' }
    res.writeHead(200, { ...headers, 'content-length': Buffer.byteLength(body) }).end(body)
  }
  return listen((req, res) => {
    if (req.url === '/usersig') issue(req, res)
    else if (req.url === '/guarded') guard(req, res, () => res.end(getUserSig(req).userId))
    else answer(req, res)
  })
}

function startExpress(): Promise<number> {
  const app = express()
  app.post('/bare', async (req, res) => {
    const userId = await userOfRequest(req)
    if (userId === null) res.sendStatus(401)
    else res.set('cache-control', 'no-store').json(bareAnswer(userId))
  })
  app.post('/usersig', issueUserSig({ credentials, authenticate: userOfRequest, authorizeRoom }))
  app.get('/guarded', requireExpressUserSig({ credentials }), (req, res) => {
    res.end(getExpressUserSig(req).userId)
  })
  return listen(app)
}

async function startFastify(): Promise<number> {
  const app = Fastify()
  app.post('/bare', async (request, reply) => {
    const userId = await userOf(request.headers.authorization)
    if (userId === null) return reply.code(401).send()
    return reply.header('cache-control', 'no-store').send(bareAnswer(userId))
  })
  const authenticate = (request: FastifyRequest) => userOf(request.headers.authorization)
  app.post('/usersig', fastify.issueUserSig({ credentials, authenticate, authorizeRoom }))
  const guard = fastify.requireUserSig({ credentials })
  app.get('/guarded', { onRequest: guard }, (request, reply) => reply.send(fastify.getUserSig(request).userId))
  return Number(new URL(await app.listen({ port: 0, host: '127.0.0.1' })).port)
}

function startKoa(): Promise<number> {
  const router = new Router()
  router.post('/bare', async (ctx) => {
    const userId = await userOf(ctx.get('authorization'))
    if (userId === null) {
      ctx.status = 401
      return
    }
    ctx.set('cache-control', 'no-store')
    ctx.body = bareAnswer(userId)
  })
  const authenticate = (ctx: Koa.Context) => userOf(ctx.get('authorization'))
  router.post('/usersig', koa.issueUserSig({ credentials, authenticate, authorizeRoom }))
  router.get('/guarded', koa.requireUserSig({ credentials }), (ctx) => {
    ctx.body = koa.getUserSig(ctx).userId
  })
  const app = new Koa()
  app.use(router.routes())
  return listen(app.callback())
}

function startHono(): Promise<number> {
  const app = new Hono()
  app.post('/bare', async (context) => {
    const userId = await userOf(context.req.header('authorization'))
    if (userId === null) return context.body(null, 401)
    context.header('cache-control', 'no-store')
    return context.json(bareAnswer(userId))
  })
  const authenticate = (context: Context) => userOf(context.req.header('authorization'))
  app.post('/usersig', hono.issueUserSig({ credentials, authenticate, authorizeRoom }))
  app.get('/guarded', hono.requireUserSig({ credentials }), (context) => context.text(hono.getUserSig(context).userId))
  return new Promise((resolve) => {
    serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => resolve(port))
  })
}

@Controller('bare')
class BareController {
  @Post()
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  async answer(@Headers('authorization') authorization: string): Promise<Record<string, unknown>> {
    const userId = await userOf(authorization)
    if (userId === null) throw new UnauthorizedException()
    return bareAnswer(userId)
  }
}

@Controller('guarded')
class GuardedController {
  @Get()
  @RequireUserSig()
  answer(@UserSig('userId') userId: string): string {
    return userId
  }
}

@Module({
  imports: [
    UserSigModule.forRoot({ credentials, authenticate: userOfRequest, authorizeRoom, issuer: { path: 'usersig' } }),
  ],
  controllers: [BareController, GuardedController],
})
class BenchModule {}

async function startNest(adapter: ExpressAdapter | FastifyAdapter): Promise<number> {
  const app = await NestFactory.create(BenchModule, adapter, { logger: false })
  await app.listen(0, '127.0.0.1')
  return Number(new URL(await app.getUrl()).port)
}

export const frameworks: Readonly<Record<string, Start>> = {
  'node:http': startNode,
  'Express 5': startExpress,
  'NestJS 12 on Express': () => startNest(new ExpressAdapter()),
  'NestJS 12 on Fastify': () => startNest(new FastifyAdapter()),
  'Fastify 5': startFastify,
  'Koa 3': startKoa,
  'Hono on Node': startHono,
}
