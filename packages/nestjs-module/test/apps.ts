import {
  type CanActivate,
  Controller,
  Get,
  HttpCode,
  type INestApplication,
  type ModuleMetadata,
  Post,
} from '@nestjs/common'
import type { AbstractHttpAdapter } from '@nestjs/core'
import { ExpressAdapter } from '@nestjs/platform-express'
import { FastifyAdapter } from '@nestjs/platform-fastify'
import { Test } from '@nestjs/testing'
import {
  guardOptions,
  issueOptions,
  liveOptions,
  type ReadHeader,
  SDK_APP_ID,
  SECRET_KEY,
  WEBHOOK_OPTIONS,
} from '@usersig/contract/fixture'
import { createUserSigner } from '@usersig/core'
import { createSignerResolver } from '@usersig/core/endpoint'
import { RequireUserSig, RequireWebhook, UserSig, UserSigModule, Webhook } from '../src/index.ts'

export { SDK_APP_ID, SECRET_KEY }
export const credentials = { sdkAppId: SDK_APP_ID, secretKey: SECRET_KEY }
export const signer = createUserSigner(credentials)
export const { onError: silent } = guardOptions()

/** Each platform is tested. */
export const PLATFORMS: Record<string, () => AbstractHttpAdapter> = {
  Express: () => new ExpressAdapter(),
  Fastify: () => new FastifyAdapter(),
}

@Controller('guarded')
export class GuardedController {
  @Get()
  @RequireUserSig()
  read(@UserSig('userId') userId: string): { userId: string } {
    return { userId }
  }
}

@Controller()
export class LiveController {
  @Get('live-guarded')
  @RequireUserSig('live')
  read(@UserSig('userId') userId: string): { userId: string } {
    return { userId }
  }

  @Post('webhook/trtc')
  @HttpCode(200)
  @RequireWebhook('trtc', 'live')
  onTrtc(@Webhook() event: unknown): { event: unknown } {
    return { event }
  }

  @Post('webhook/chat')
  @HttpCode(200)
  @RequireWebhook('chat', 'live')
  onChat(@Webhook() event: unknown): { event: unknown } {
    return { event }
  }
}

const readHeader: ReadHeader<{ headers: Record<string, string | undefined> }> = (request, name) => request.headers[name]

/** The options of the contract. */
export const contractOptions = issueOptions(readHeader)

export const QUIET = { logger: false } as const

export interface StartedApp {
  readonly app: INestApplication
  readonly baseUrl: string
  readonly close: () => Promise<void>
  readonly stop: () => Promise<void>
}

export async function start(
  metadata: ModuleMetadata,
  adapter: AbstractHttpAdapter = new ExpressAdapter(),
  prepare: (app: INestApplication) => unknown = () => {},
): Promise<StartedApp> {
  const module = await Test.createTestingModule(metadata).compile()
  return listen(module.createNestApplication(adapter, QUIET), prepare)
}

export async function listen(
  app: INestApplication,
  prepare: (app: INestApplication) => unknown = () => {},
): Promise<StartedApp> {
  await prepare(app)
  await app.listen(0, '127.0.0.1')
  const baseUrl = (await app.getUrl()).replace('[::1]', '127.0.0.1')
  return { app, baseUrl, close: () => app.close(), stop: () => app.close() }
}

export function contractModule(guards: CanActivate[] = []) {
  return UserSigModule.forRoot({ ...contractOptions, issuer: { path: 'usersig', guards } })
}

const { trtcKey, maxAge, maxBytes } = WEBHOOK_OPTIONS.trtc
const { chatToken } = WEBHOOK_OPTIONS.chat

/** The module whose keys change while the server runs. */
export function liveModule() {
  const { keys, issue, guard } = liveOptions(readHeader)
  return UserSigModule.forRoot({
    name: 'live',
    signer: createSignerResolver(keys),
    ...issue,
    ...guard,
    webhooks: { trtcKey, chatToken, maxAge, maxBytes },
    issuer: { path: 'live' },
  })
}

/** The whole app of the contract. */
export function contractMetadata(): ModuleMetadata {
  return { imports: [contractModule(), liveModule()], controllers: [GuardedController, LiveController] }
}

export function post(url: string, body?: unknown, headers: Record<string, string> = {}): Promise<Response> {
  if (body === undefined) return fetch(url, { method: 'POST', headers })
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: text })
}

export function bearer(ticket: string): { authorization: string } {
  return { authorization: `Bearer ${ticket}` }
}
