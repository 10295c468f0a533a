import 'reflect-metadata'
import {
  type ArgumentsHost,
  Catch,
  Controller,
  type ExceptionFilter,
  type ExecutionContext,
  Get,
  HttpException,
  Req,
  UseGuards,
} from '@nestjs/common'
import { APP_FILTER } from '@nestjs/core'
import { createUserSigner, type UserSigClaims } from '@usersig/core'
import { describe, expect, test } from 'vitest'
import { getUserSig, RequireUserSig, UserSig, UserSigException, UserSigGuard, UserSigModule } from '../src/index.ts'
import { bearer, credentials, GuardedController, PLATFORMS, SDK_APP_ID, signer, silent, start } from './apps.ts'

const EU = { sdkAppId: 1400000001, secretKey: '0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0' }
const euSigner = createUserSigner(EU)

@Controller('whole')
@RequireUserSig()
class WholeController {
  @Get()
  claims(@UserSig() claims: UserSigClaims): UserSigClaims {
    return claims
  }

  @Get('request')
  request(@Req() request: object): string {
    return getUserSig(request).userId
  }
}

@Controller()
class NamedController {
  @Get('eu')
  @RequireUserSig('eu')
  eu(@UserSig('sdkAppId') sdkAppId: number): { sdkAppId: number } {
    return { sdkAppId }
  }

  @Get('cn')
  @UseGuards(UserSigGuard)
  cn(@UserSig('sdkAppId') sdkAppId: number): { sdkAppId: number } {
    return { sdkAppId }
  }

  @Get('open')
  open(@UserSig() claims: UserSigClaims): UserSigClaims {
    return claims
  }
}

@Catch(UserSigException)
class HouseFilter implements ExceptionFilter<HttpException> {
  catch(exception: HttpException, host: ArgumentsHost): void {
    const { code } = exception.getResponse() as { code: string }
    const response = host.switchToHttp().getResponse()
    response.status(exception.getStatus()).send({ house: code })
  }
}

describe.each(Object.entries(PLATFORMS))('on %s', (_, createAdapter) => {
  async function visit(path: string, headers: Record<string, string> | undefined, options: object = {}) {
    const { baseUrl, close } = await start(
      {
        imports: [
          UserSigModule.forRoot({ credentials, onError: silent, ...options }),
          UserSigModule.forRoot({ name: 'eu', credentials: EU, onError: silent }),
        ],
        controllers: [GuardedController, WholeController, NamedController],
      },
      createAdapter(),
    )
    const response = await fetch(baseUrl + path, { headers: headers ?? {} })
    const body = await response.text()
    await close()
    return { status: response.status, headers: response.headers, body: body.startsWith('{') ? JSON.parse(body) : body }
  }

  test('guards a whole class, and gives the claims to the handler', async () => {
    const ticket = bearer(signer.genUserSig('alice', { expire: 600 }))
    expect((await visit('/whole', undefined)).status).toBe(401)
    expect((await visit('/whole', ticket)).body).toMatchObject({ userId: 'alice', sdkAppId: SDK_APP_ID, expire: 600 })
    expect((await visit('/whole/request', ticket)).body).toBe('alice')
  })

  test('tells the tickets of several applications apart', async () => {
    const [cn, eu] = [bearer(signer.genUserSig('alice')), bearer(euSigner.genUserSig('alice'))]
    expect((await visit('/eu', eu)).body).toEqual({ sdkAppId: EU.sdkAppId })
    expect((await visit('/eu', cn)).body).toMatchObject({ status: 401, code: 'bad_signature' })
    expect((await visit('/cn', cn)).body).toEqual({ sdkAppId: SDK_APP_ID })
    expect((await visit('/cn', eu)).status).toBe(401)
  })

  test('a handler without a guard gets no claims', async () => {
    expect((await visit('/open', bearer(signer.genUserSig('alice')))).status).toBe(500)
  })

  test('getToken finds the ticket elsewhere', async () => {
    const getToken = (request: { headers: Record<string, string> }, context: ExecutionContext) =>
      context.getType() === 'http' ? request.headers['x-usersig'] : undefined
    const ticket = signer.genUserSig('alice')
    expect((await visit('/guarded', { 'x-usersig': ticket }, { getToken })).body).toEqual({ userId: 'alice' })
    expect((await visit('/guarded', bearer(ticket), { getToken })).body).toMatchObject({ code: 'missing_user_sig' })
  })

  test('a getToken that throws answers 500 without a word of what happened, and tells onError', async () => {
    const events: unknown[] = []
    const fault = new Error('password of the database')
    const { status, body, headers } = await visit('/guarded', undefined, {
      getToken: () => {
        throw fault
      },
      onError: (event: { error: unknown }, request: { url: string }) => events.push([event.error, request.url]),
    })
    expect(status).toBe(500)
    expect(headers.get('content-type')).toBe('application/problem+json')
    expect(body).toMatchObject({ code: 'internal_error' })
    expect(JSON.stringify(body)).not.toContain(fault.message)
    expect(events).toEqual([[fault, '/guarded']])
  })

  test('with problemDocuments: false, Nest answers the exception', async () => {
    const { baseUrl, close } = await start(
      {
        imports: [UserSigModule.forRoot({ credentials, onError: silent, problemDocuments: false })],
        controllers: [GuardedController],
      },
      createAdapter(),
    )
    const response = await fetch(`${baseUrl}/guarded`)
    expect([response.status, response.headers.get('www-authenticate')]).toEqual([401, 'Bearer realm="usersig"'])
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect(await response.json()).toMatchObject({ status: 401, code: 'missing_user_sig' })
    await close()
  })

  test.each([
    ['useGlobalFilters', {}, []],
    ['APP_FILTER', { problemDocuments: false }, [{ provide: APP_FILTER, useClass: HouseFilter }]],
  ])('the filters of the app answer in their own form (%s)', async (way, options, providers) => {
    const { baseUrl, close } = await start(
      {
        imports: [UserSigModule.forRoot({ credentials, onError: silent, ...options })],
        controllers: [GuardedController],
        providers,
      },
      createAdapter(),
      (app) => way === 'useGlobalFilters' && app.useGlobalFilters(new HouseFilter()),
    )
    const response = await fetch(`${baseUrl}/guarded`)
    expect([response.status, response.headers.get('www-authenticate')]).toEqual([401, 'Bearer realm="usersig"'])
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect(await response.json()).toEqual({ house: 'missing_user_sig' })
    await close()
  })
})
