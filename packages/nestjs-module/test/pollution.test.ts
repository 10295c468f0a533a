import 'reflect-metadata'
import { once } from 'node:events'
import { Controller, Get, HttpCode, Post } from '@nestjs/common'
import { Test } from '@nestjs/testing'
import { WEBHOOK_OPTIONS } from '@usersig/contract/fixture'
import { askOver, describePollution, type Polluted, type PollutionApp } from '@usersig/contract/pollution'
import type { NextFunction, Request, Response } from 'express'
import { describe } from 'vitest'
import {
  RequireUserSig,
  RequireWebhook,
  UserSig,
  UserSigModule,
  type UserSigModuleOptions,
  Webhook,
} from '../src/index.ts'
import { listen, PLATFORMS, QUIET, type StartedApp } from './apps.ts'

@Controller()
class AppController {
  @Get('guarded')
  @RequireUserSig()
  read(@UserSig('userId') userId: string): { userId: string } {
    return { userId }
  }

  @Post('webhook/trtc')
  @HttpCode(200)
  @RequireWebhook('trtc')
  onTrtc(@Webhook() event: unknown): { event: unknown } {
    return { event }
  }

  @Post('webhook/chat')
  @HttpCode(200)
  @RequireWebhook('chat')
  onChat(@Webhook() event: unknown): { event: unknown } {
    return { event }
  }
}

const OPTIONS: UserSigModuleOptions = {
  authenticate: async (request) => request.headers['x-test-user'],
  webhooks: { trtcKey: 'the key of TRTC', chatToken: WEBHOOK_OPTIONS.chat.chatToken },
}

const WAYS = {
  forRoot: () => UserSigModule.forRoot({ ...OPTIONS, issuer: { path: 'usersig' } }),
  forRootAsync: () => UserSigModule.forRootAsync({ useFactory: () => OPTIONS, issuer: { path: 'usersig' } }),
}

/** Nest itself reads them of each of its own providers: with one of them on the prototype, no app starts. */
const OF_NEST = ['inject', 'useClass']

describe.each(Object.entries(PLATFORMS))('on %s', (_, platform) => {
  describe.each(Object.entries(WAYS))('%s', (way, declare) => {
    describePollution(
      `NestJS, ${way}`,
      [UserSigModule.forRoot, UserSigModule.forRootAsync],
      async (polluted, option = '') => {
        const imports = [await polluted(declare)]
        const testing = Test.createTestingModule({ imports, controllers: [AppController] })
        const module = OF_NEST.includes(option) ? await testing.compile() : await polluted(() => testing.compile())
        return serve(await listen(module.createNestApplication(platform(), QUIET), (app) => app.use(within(polluted))))
      },
    )
  })
})

/** Answers each request with the prototype polluted. */
function within(polluted: Polluted) {
  return async (_req: Request, res: Response, next: NextFunction) => {
    const closed = once(res, 'close')
    await polluted(async () => {
      next()
      await closed
    })
  }
}

function serve({ baseUrl, close }: StartedApp): PollutionApp {
  return { close, ask: askOver(baseUrl) }
}
