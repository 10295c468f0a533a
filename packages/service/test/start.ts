import { createUserSigner, type UserSigner } from '@usersig/core'
import { onTestFinished } from 'vitest'
import { createService, type Service, type ServiceConfig } from '../src/index.ts'
import { AUDIENCE, type Login } from './login.ts'

export const SDK_APP_ID = 1400000000
/** A made-up SDKSecretKey of the right form. */
export const SECRET_KEY = '5bd2850fff3ecb11d7c805251c51ee463a25727bddc2385f3fa8bfee1bb93b5e'
export const OTHER_KEY = '0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0'
export const signer: UserSigner = createUserSigner({ sdkAppId: SDK_APP_ID, secretKey: SECRET_KEY })

process.env['TEST_KEY'] = SECRET_KEY
process.env['TEST_OTHER_KEY'] = OTHER_KEY
process.env['TEST_TOKEN'] = 'token-of-these-tests'

/** A configuration of one application. */
export function configOf(login: Pick<Login, 'issuer'>, more: Partial<ServiceConfig> = {}): ServiceConfig {
  return {
    listen: { port: 0, host: '127.0.0.1' },
    login: { jwt: { issuer: login.issuer, audience: AUDIENCE } },
    apps: { main: { sdkAppId: SDK_APP_ID, key: { env: 'TEST_KEY' } } },
    ...more,
  }
}

/** A service in this process, and what it logs. */
export interface Running {
  readonly service: Service
  readonly url: string
  readonly managementUrl: string
  lines(): Readonly<Record<string, unknown>>[]
  /** Everything that was written. */
  output(): string
}

export async function start(config: ServiceConfig): Promise<Running> {
  const written: string[] = []
  const service = await createService(config, { logTo: { write: (line) => void written.push(line) } })
  const { port, managementPort } = await service.start()
  onTestFinished(async () => void (await service.stop(0)))
  return {
    service,
    url: `http://127.0.0.1:${port}`,
    managementUrl: `http://127.0.0.1:${managementPort}`,
    lines: () => written.map((line) => JSON.parse(line)),
    output: () => written.join(''),
  }
}

export interface Answer {
  readonly status: number
  readonly headers: Headers
  // biome-ignore lint/suspicious/noExplicitAny: each test knows what it asked for
  readonly body: any
}

/** Asks for tickets. */
export async function ask(
  url: string,
  token?: string,
  room?: object,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(room && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(room && { body: JSON.stringify(room) }),
  })
  return { status: response.status, headers: response.headers, body: await response.json() }
}
