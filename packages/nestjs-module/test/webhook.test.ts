import 'reflect-metadata'
import { createHmac } from 'node:crypto'
import { Body, Controller, Get, Post, Req } from '@nestjs/common'
import { describe, expect, test } from 'vitest'
import { getWebhook, RequireWebhook, UserSigModule, Webhook } from '../src/index.ts'
import { credentials, PLATFORMS, post, silent, start } from './apps.ts'

const body = '{ "EventType": 103 }'
const sign = (key: string) => createHmac('sha256', key).update(body).digest('base64')

@Controller()
class WebhookController {
  @Post('webhook')
  @RequireWebhook('trtc')
  onEvent(@Webhook() event: unknown, @Body() parsed: unknown): unknown {
    return { event, parsed: parsed ?? null }
  }

  @Post('other')
  other(@Body() parsed: unknown): unknown {
    return parsed
  }

  @Get('unguarded')
  unguarded(@Req() request: object): unknown {
    return getWebhook(request)
  }
}

function startApp(webhooks: object, createAdapter = PLATFORMS['Express']) {
  const module = UserSigModule.forRoot({ credentials, webhooks, onError: silent })
  return start({ imports: [module], controllers: [WebhookController] }, createAdapter?.())
}

describe.each(Object.entries(PLATFORMS))('@RequireWebhook() on %s', (_, createAdapter) => {
  test('takes the body from the parsers, and only on its own route', async () => {
    const { baseUrl, close } = await startApp({ trtcKey: 'my key' }, createAdapter)
    const answer = await post(`${baseUrl}/webhook`, body, { sign: sign('my key') })
    expect([answer.status, await answer.json()]).toEqual([201, { event: { EventType: 103 }, parsed: null }])
    expect(await (await post(`${baseUrl}/other`, body)).json()).toEqual({ EventType: 103 })
    await close()
  })

  test('takes its key from a function of the request', async () => {
    const trtcKey = ({ headers }: { headers: Record<string, string> }) => ['old', `key of ${headers['sdkappid']}`]
    const { baseUrl, close } = await startApp({ trtcKey }, createAdapter)
    const send = (sdkappid: string) => post(`${baseUrl}/webhook`, body, { sign: sign('key of 7'), sdkappid })
    expect([(await send('7')).status, (await send('8')).status]).toEqual([201, 403])
    await close()
  })
})

test('a route without a key to check with stops the app where it starts', async () => {
  await expect(startApp({ chatToken: 'x' })).rejects.toThrow(/webhooks: \{ trtcKey:/)
})

test('a handler without the guard has no webhook', async () => {
  const { baseUrl, close } = await startApp({ trtcKey: 'my key' })
  expect((await fetch(`${baseUrl}/unguarded`)).status).toBe(500)
  expect(() => getWebhook({})).toThrow(/@RequireWebhook\('trtc'\)/)
  await close()
})
