import 'reflect-metadata'
import {
  Body,
  type CanActivate,
  Controller,
  type ExecutionContext,
  type INestApplication,
  Inject,
  Injectable,
  Module,
  Post,
  VersioningType,
} from '@nestjs/common'
import { RouterModule } from '@nestjs/core'
import { json } from 'express'
import { describe, expect, test } from 'vitest'
import { UserSigModule } from '../src/index.ts'
import { contractOptions, credentials, PLATFORMS, post, silent, start } from './apps.ts'

@Injectable()
class Sessions {
  userOf(token: string | undefined): { id: string } | undefined {
    return token === 'Session 1' ? { id: 'alice' } : undefined
  }
}

@Injectable()
class SessionGuard implements CanActivate {
  readonly #sessions: Sessions

  constructor(@Inject(Sessions) sessions: Sessions) {
    this.#sessions = sessions
  }

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest()
    request.user = this.#sessions.userOf(request.headers.authorization)
    return request.user !== undefined
  }
}

@Module({ providers: [Sessions], exports: [Sessions] })
class SessionsModule {}

@Controller()
class EchoController {
  @Post(['echo', 'usersig/echo'])
  echo(@Body() body: unknown): unknown {
    return body
  }
}

const alice = { authorization: 'Session 1' }
const oversized = { pad: 'x'.repeat(200_000) }

describe.each(Object.entries(PLATFORMS))('on %s', (platform, createAdapter) => {
  test("the app's guards stand in front, with what they need injected", async () => {
    const issued: unknown[] = []
    const { baseUrl, close } = await start(
      {
        imports: [
          UserSigModule.forRootAsync({
            imports: [SessionsModule],
            issuer: { path: 'usersig', guards: [SessionGuard] },
            useFactory: () => ({
              credentials,
              authenticate: (request) => request.user.id,
              authorizeRoom: ({ userId, strRoomId }) => (strRoomId === `of-${userId}` ? 'all' : null),
              onIssued: (event, request) => issued.push([event, request.user]),
              onError: silent,
            }),
          }),
        ],
      },
      createAdapter(),
    )
    const refused = await post(`${baseUrl}/usersig`, { strRoomId: 'of-alice' })
    expect(refused.status).toBe(403)
    expect(await refused.json()).toMatchObject({ message: 'Forbidden resource' })
    const response = await post(`${baseUrl}/usersig`, { strRoomId: 'of-alice' }, alice)
    expect(await response.json()).toMatchObject({ userId: 'alice', strRoomId: 'of-alice' })
    expect(issued).toEqual([[expect.objectContaining({ userId: 'alice', strRoomId: 'of-alice' }), { id: 'alice' }]])
    expect((await post(`${baseUrl}/usersig`, oversized, alice)).status).toBe(413)
    expect((await fetch(`${baseUrl}/usersig`)).status).toBe(405)
    await close()
  })

  const layouts: Record<string, [path: string, prepare: (app: INestApplication) => unknown, version?: string]> = {
    'a global prefix': ['/api/usersig', (app) => app.setGlobalPrefix('api')],
    'a prefix that leaves it out': ['/usersig', (app) => app.setGlobalPrefix('api', { exclude: ['usersig'] })],
    'a default version': [
      '/v3/usersig',
      (app) => app.enableVersioning({ type: VersioningType.URI, defaultVersion: '3' }),
    ],
    'its own version': ['/v7/usersig', (app) => app.enableVersioning({ type: VersioningType.URI }), '7'],
    'a version in a header': [
      '/usersig',
      (app) => app.enableVersioning({ type: VersioningType.HEADER, header: 'x-version' }),
      '7',
    ],
  }
  test.each(Object.entries(layouts))('%s leaves the answers as they are', async (_, [path, prepare, version]) => {
    const issuer = version === undefined ? { path: 'usersig' } : { path: 'usersig', version }
    const { baseUrl, close } = await start(
      { imports: [UserSigModule.forRoot({ ...contractOptions, issuer })], controllers: [EchoController] },
      createAdapter(),
      prepare,
    )
    const headers = { 'x-test-user': 'alice', 'x-version': '7' }
    expect((await post(baseUrl + path, { roomId: 10000 }, headers)).status).toBe(200)
    for (const [body, status, code] of [
      ['{"roomId', 400, 'invalid_body'],
      [oversized, 413, 'body_too_large'],
    ]) {
      const response = await post(baseUrl + path, body, headers)
      expect(response.status).toBe(status)
      expect(await response.json()).toMatchObject({ code })
    }
    await close()
  })

  test('other routes keep their parsers, whatever their path looks like', async () => {
    const { baseUrl, close } = await start(
      {
        imports: [UserSigModule.forRoot({ ...contractOptions, issuer: { path: 'usersig' } })],
        controllers: [EchoController],
      },
      createAdapter(),
    )
    for (const path of ['/echo', '/usersig/echo']) {
      expect(await (await post(baseUrl + path, { any: ['body'] })).json()).toEqual({ any: ['body'] })
      expect((await post(baseUrl + path, '{"half')).status).toBe(400)
    }
    await close()
  })

  test('a body that was parsed after all is taken as it is', async () => {
    const { baseUrl, close } = await start(
      { imports: [UserSigModule.forRoot({ ...contractOptions, issuer: { path: 'usersig' } })] },
      createAdapter(),
      (app) => {
        const instance = app.getHttpAdapter().getInstance()
        if (platform === 'Express') instance.use(json({ type: () => true }))
        // Fastify does not look at the type again once a hook has.
        else instance.addHook('onRequest', async (request: { mediaType: string }) => void request.mediaType)
      },
    )
    const headers = { 'x-test-user': 'alice' }
    expect(await (await post(`${baseUrl}/usersig`, { roomId: 10000 }, headers)).json()).toMatchObject({ roomId: 10000 })
    expect((await post(`${baseUrl}/usersig`, { userId: 'eve' }, headers)).status).toBe(400)
    await close()
  })

  test('several applications have a controller each, and RouterModule places them', async () => {
    @Module({
      imports: [
        UserSigModule.forRoot({ ...contractOptions, issuer: { path: 'usersig' } }),
        UserSigModule.forRoot({
          ...contractOptions,
          name: 'eu',
          credentials: { ...credentials, sdkAppId: 1400000001 },
          issuer: { path: 'eu/usersig' },
        }),
        RouterModule.register([{ path: 'apps/:app', module: UserSigModule }]),
      ],
    })
    class AppModule {}
    const { baseUrl, close } = await start({ imports: [AppModule] }, createAdapter())
    const headers = { 'x-test-user': 'alice' }
    for (const [path, sdkAppId] of [
      ['/apps/1/usersig', 1400000000],
      ['/apps/1/eu/usersig', 1400000001],
    ]) {
      expect(await (await post(`${baseUrl}${path}`, undefined, headers)).json()).toMatchObject({ sdkAppId })
      expect((await post(`${baseUrl}${path}`, oversized, headers)).status).toBe(413)
    }
    await close()
  })

  test('keeps the headers that others set', async () => {
    const { baseUrl, close } = await start(
      { imports: [UserSigModule.forRoot({ ...contractOptions, issuer: { path: 'usersig' } })] },
      createAdapter(),
      (app) => app.enableCors({ origin: 'https://app.example', credentials: true }),
    )
    const response = await post(`${baseUrl}/usersig`, undefined, { 'x-test-user': 'alice' })
    expect(response.status).toBe(200)
    expect(response.headers.get('access-control-allow-origin')).toBe('https://app.example')
    const refused = await post(`${baseUrl}/usersig`, 'x'.repeat(2_000_000))
    expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([401, 'https://app.example'])
    await close()
  })
})
