import { createServer, type RequestListener } from 'node:http'
import { serve } from '@hono/node-server'
import { Controller, Headers, HttpCode, Module, Post, UnauthorizedException } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { ExpressAdapter } from '@nestjs/platform-express'
import { FastifyAdapter } from '@nestjs/platform-fastify'
import { createUserSigHandler } from '@usersig/edge'
import { issueUserSig } from '@usersig/express-middleware'
import { UserSigModule } from '@usersig/nestjs-module'
import { createUserSigListener } from '@usersig/node'
import express from 'express'
import { Hono } from 'hono'
import { bareAnswer, credentials, userOf, userOfRequest } from './routes.ts'

/** Serves `POST /bare` and `POST /usersig`, and resolves to the port. */
export type Start = () => Promise<number>

function listen(listener: RequestListener): Promise<number> {
  const server = createServer(listener)
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port))
  })
}

function startNode(): Promise<number> {
  const issue = createUserSigListener({ credentials, authenticate: userOfRequest })
  return listen((req, res) => {
    if (req.url === '/usersig') return issue(req, res)
    const userId = userOfRequest(req)
    if (req.method !== 'POST' || userId === null) return res.writeHead(401).end()
    const body = JSON.stringify(bareAnswer(userId))
    res.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }).end(body)
  })
}

function startExpress(): Promise<number> {
  const app = express()
  app.post('/bare', (req, res) => {
    const userId = userOfRequest(req)
    if (userId === null) res.sendStatus(401)
    else res.json(bareAnswer(userId))
  })
  app.post('/usersig', issueUserSig({ credentials, authenticate: userOfRequest }))
  return listen(app)
}

function startHono(): Promise<number> {
  const app = new Hono()
  app.post('/bare', (context) => {
    const userId = userOf(context.req.header('authorization'))
    return userId === null ? context.body(null, 401) : context.json(bareAnswer(userId))
  })
  const issue = createUserSigHandler({
    credentials,
    authenticate: (request) => userOf(request.headers.get('authorization')),
  })
  app.post('/usersig', (context) => issue(context.req.raw))
  return new Promise((resolve) => {
    serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => resolve(port))
  })
}

@Controller('bare')
class BareController {
  @Post()
  @HttpCode(200)
  answer(@Headers('authorization') authorization: string): Record<string, unknown> {
    const userId = userOf(authorization)
    if (userId === null) throw new UnauthorizedException()
    return bareAnswer(userId)
  }
}

@Module({
  imports: [UserSigModule.forRoot({ credentials, authenticate: userOfRequest, issuer: { path: 'usersig' } })],
  controllers: [BareController],
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
  'Hono on Node': startHono,
}
