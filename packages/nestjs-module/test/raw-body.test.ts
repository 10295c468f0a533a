import 'reflect-metadata'
import { createHmac } from 'node:crypto'
import {
  Body,
  Controller,
  type MiddlewareConsumer,
  Module,
  type NestModule,
  Post,
  Put,
  RequestMethod,
  type Type,
  Version,
  VersioningType,
} from '@nestjs/common'
import { describe, expect, test } from 'vitest'
import { RequireWebhook, UserSigModule, Webhook } from '../src/index.ts'
import { credentials, PLATFORMS, silent, start } from './apps.ts'

const body = '{ "EventType": 103 }'
const sign = createHmac('sha256', 'my key').update(body).digest('base64')

@Controller()
class UsersController {
  @Post('users')
  create(@Body() parsed: unknown): unknown {
    return { parsed }
  }

  @Put('hooks/fixed')
  replace(@Body() parsed: unknown): unknown {
    return { parsed }
  }

  @Post('hooks/other')
  other(@Body() parsed: unknown): unknown {
    return { parsed }
  }
}

@Controller()
class HooksController {
  @Post('hooks/fixed')
  @RequireWebhook('trtc')
  fixed(@Webhook() event: unknown): unknown {
    return { event }
  }

  @Post('hooks/:kind')
  @RequireWebhook('trtc')
  any(@Webhook() event: unknown): unknown {
    return { event }
  }

  @Post('*')
  @RequireWebhook('trtc')
  rest(@Webhook() event: unknown): unknown {
    return { event }
  }
}

@Controller('versions')
class VersionsController {
  @Post('hook-first')
  @Version('1')
  @RequireWebhook('trtc')
  hook(@Webhook() event: unknown): unknown {
    return { event }
  }

  @Post('hook-first')
  @Version('2')
  plain(@Body() parsed: unknown): unknown {
    return { parsed }
  }

  @Post('two-hooks')
  @Version('1')
  @RequireWebhook('trtc')
  one(@Webhook() event: unknown): unknown {
    return { one: event }
  }

  @Post('two-hooks')
  @Version('2')
  @RequireWebhook('trtc')
  two(@Webhook() event: unknown): unknown {
    return { two: event }
  }
}

const webhookModule = () => UserSigModule.forRoot({ credentials, webhooks: { trtcKey: 'my key' }, onError: silent })

function send(url: string, method = 'POST', headers: Record<string, string> = {}): Promise<unknown> {
  const all = { 'content-type': 'application/json', sign, ...headers }
  return fetch(url, { method, headers: all, body }).then((response) => response.json())
}

const event = { event: { EventType: 103 } }
const parsed = { parsed: { EventType: 103 } }

describe.each(Object.entries(PLATFORMS))('on %s', (platform, createAdapter) => {
  const startWith = (controllers: Type[]) => start({ imports: [webhookModule()], controllers }, createAdapter())

  test('a webhook takes the bodies of its own route and method alone, however wide its path is', async () => {
    const { baseUrl, close } = await startWith([UsersController, HooksController])
    expect(await send(`${baseUrl}/users`)).toEqual(parsed)
    expect(await send(`${baseUrl}/hooks/fixed`, 'PUT')).toEqual(parsed)
    expect(await send(`${baseUrl}/hooks/other`)).toEqual(parsed)
    for (const path of ['/hooks/fixed', '/hooks/chat', '/anything/else']) {
      expect(await send(baseUrl + path)).toEqual(event)
    }
    await close()
  })

  test('a middleware for the path of a webhook leaves its body alone', async () => {
    const seen: unknown[] = []

    @Module({ imports: [webhookModule()], controllers: [UsersController, HooksController] })
    class AppModule implements NestModule {
      configure(consumer: MiddlewareConsumer): void {
        consumer
          .apply((request: { url: string }, _response: unknown, next: () => void) => {
            seen.push(request.url)
            next()
          })
          .forRoutes({ path: 'hooks/fixed', method: RequestMethod.POST })
      }
    }

    const { baseUrl, close } = await start({ imports: [AppModule] }, createAdapter())
    expect(await send(`${baseUrl}/hooks/fixed`)).toEqual(event)
    expect(seen).toHaveLength(1)
    await close()
  })

  test.runIf(platform === 'Express')('a handler for another version gets its body parsed', async () => {
    const { baseUrl, close } = await start(
      { imports: [webhookModule()], controllers: [VersionsController] },
      createAdapter(),
      (app) => app.enableVersioning({ type: VersioningType.HEADER, header: 'x-version' }),
    )
    const ask = (path: string, version: string) => send(baseUrl + path, 'POST', { 'x-version': version })
    expect(await ask('/versions/hook-first', '1')).toEqual(event)
    expect(await ask('/versions/hook-first', '2')).toEqual(parsed)
    expect(await ask('/versions/two-hooks', '1')).toEqual({ one: { EventType: 103 } })
    expect(await ask('/versions/two-hooks', '2')).toEqual({ two: { EventType: 103 } })
    await close()
  })
})
