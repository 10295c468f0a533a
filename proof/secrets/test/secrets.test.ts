import 'reflect-metadata'
import { createHmac, randomBytes } from 'node:crypto'
import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { Test } from '@nestjs/testing'
import { wechat } from '@usersig/auth'
import { createUserSigner, decodeUserSig, type UserSigner } from '@usersig/core'
import { createSignerResolver, createUserSigEndpoint, createUserSigGuard } from '@usersig/core/endpoint'
import * as edge from '@usersig/edge'
import * as express from '@usersig/express-middleware'
import * as fastify from '@usersig/fastify'
import * as functions from '@usersig/functions'
import * as hono from '@usersig/hono'
import * as koa from '@usersig/koa'
import { UserSigModule, UserSigService } from '@usersig/nestjs-module'
import * as node from '@usersig/node'
import { genUserSigs } from '@usersig/node/bulk'
import { Api } from '@usersig/node/compat'
import { signerFromEnvironment } from '@usersig/node/internal'
import { createRestClient } from '@usersig/rest'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { formsOf, tracesOf } from './traces.ts'

const sdkAppId = 1400000000
const secretKey = randomBytes(32).toString('hex')
const credentials = { sdkAppId, secretKey }
const signer = createUserSigner(credentials)
const ticket = signer.genUserSig('alice')
const mapKey = signer.genPrivateMapKey('alice', { roomId: 7 })
const authenticate = () => 'alice'

afterEach(() => void vi.restoreAllMocks())

const secrets = [...formsOf(secretKey), ticket, mapKey]
function expectNothingIn(text: string): void {
  for (const secret of secrets) expect(text.includes(secret), `${secret.slice(0, 6)}… is shown`).toBe(false)
}

async function nestApp() {
  const module = await Test.createTestingModule({
    imports: [UserSigModule.forRoot({ credentials, authenticate, issuer: { path: 'usersig' } })],
  }).compile()
  return module.createNestApplication({ logger: false })
}

interface NestContainer {
  readonly container: {
    getModules(): Map<string, { readonly providers: Map<unknown, { readonly instance: unknown }> }>
  }
}

function isOfFramework(instance: unknown): boolean {
  return /ModuleRef|ApplicationConfig|AdapterHost|Inspect|Reflector|Graph|Lazy|Core/.test(
    Object(instance).constructor?.name ?? '',
  )
}

const holders: Record<string, () => unknown> = {
  'a signer': () => signer,
  'a signer with several keys': () => createUserSigner({ ...credentials, secretKey: [secretKey, 'another'] }),
  'a signer from the environment': () =>
    signerFromEnvironment(undefined, { USERSIG_SDKAPPID: String(sdkAppId), USERSIG_SECRETKEY: secretKey }),
  'an endpoint': () => createUserSigEndpoint({ credentials, authenticate }),
  'a guard': () => createUserSigGuard({ credentials }),
  'a resolver that has its answer': async () => {
    const resolver = createSignerResolver<undefined>({ credentials: () => credentials })
    return [resolver, await resolver(undefined, undefined)]
  },
  'a client of the REST API that has its ticket': async () => {
    const fetch = async () => Response.json({ ErrorCode: 0, ResultItem: [] })
    const chat = createRestClient({ signer, region: 'singapore', fetch })
    await chat.checkAccounts(['alice'])
    return chat
  },
  'the drop-in for tls-sig-api-v2': () => new Api(sdkAppId, secretKey),
  'tickets in the making': () => genUserSigs(['alice'], credentials),
  'a listener of Node.js': () => [
    node.issueUserSig({ credentials, authenticate }),
    node.requireUserSig({ credentials }),
    node.requireWebhook({ trtcKey: secretKey }),
  ],
  'handlers of Express': () => [
    express.issueUserSig({ credentials, authenticate }),
    express.requireUserSig({ credentials }),
    express.requireWebhook({ chatToken: secretKey }),
  ],
  'a route and hooks of Fastify': () => [
    fastify.issueUserSig({ credentials, authenticate }),
    fastify.requireUserSig({ credentials }),
    fastify.requireWebhook({ trtcKey: secretKey }),
  ],
  'middleware of Koa': () => [
    koa.issueUserSig({ credentials, authenticate }),
    koa.requireUserSig({ credentials }),
    koa.requireWebhook({ chatToken: secretKey }),
  ],
  'middleware of Hono': () => [
    hono.issueUserSig({ credentials, authenticate }),
    hono.requireUserSig({ credentials }),
    hono.requireWebhook({ chatToken: secretKey }),
  ],
  'cloud functions': () => [
    functions.issueUserSig({ credentials, authenticate }),
    functions.requireUserSig({ credentials })(() => null),
    functions.requireWebhook({ trtcKey: secretKey })(() => null),
  ],
  'a login of WeChat, which holds an AppSecret': () => wechat({ appId: 'wx0', appSecret: secretKey }),
  'fetch handlers': () => [
    edge.issueUserSig({ credentials, authenticate }),
    edge.requireUserSig({ credentials })(() => new Response()),
    edge.requireWebhook({ trtcKey: secretKey })(() => new Response()),
  ],
  'what NestJS keeps of a module': async () => {
    const app = await nestApp()
    const modules = [...(app as unknown as NestContainer).container.getModules().values()]
    const providers = modules.flatMap((module) => [...module.providers.values()].map(({ instance }) => instance))
    expect(providers.some((each) => each instanceof UserSigService)).toBe(true)
    // The framework's own refer to all of the app.
    return [UserSigModule.forRoot({ credentials }), providers.filter((each) => !isOfFramework(each))]
  },
  'the services of NestJS': async () => {
    const app = await nestApp()
    return [app.get(UserSigService)]
  },
}

describe('the search', () => {
  class Hidden {
    #key = secretKey
    get key(): string {
      return this.#key
    }
  }
  test.each<[string, unknown]>([
    ['a property', { a: [{ secretKey }] }],
    ['bytes', new Uint8Array(Buffer.from(secretKey))],
    ['the cause of an error', new Error('outer', { cause: new Error(`inner ${ticket}`) })],
    ['a getter of a class', new Hidden()],
    ['a property of a function', Object.assign(() => {}, { [Symbol('s')]: mapKey })],
    ['a hidden property', Object.defineProperty({}, 'key', { value: secretKey, enumerable: false })],
  ])('finds %s', (_, value) => {
    const traces = tracesOf(value)
    expect(secrets.some((secret) => traces.includes(secret))).toBe(true)
  })
})

describe('what holds a key shows none', () => {
  test.each(Object.entries(holders))('%s', async (_, create) => {
    expectNothingIn(tracesOf(await create()))
  })
})

describe('an error shows no key and no ticket', () => {
  const broken = (change: (text: string) => string) => change(ticket)
  const faults: [string, (holder: UserSigner) => unknown][] = [
    ['of another key', () => createUserSigner({ sdkAppId, secretKey: 'another' }).verifyUserSig(ticket)],
    ['cut off', (each) => each.verifyUserSig(broken((text) => text.slice(0, -6)))],
    ['changed', (each) => each.verifyUserSig(broken((text) => `${text.slice(0, 60)}A${text.slice(61)}`))],
    ['too long', (each) => each.verifyUserSig(ticket.repeat(40))],
    ['of somebody else', (each) => each.verifyUserSig(ticket, { userId: 'bob' })],
    ['expired', (each) => each.verifyUserSig(ticket, { now: 2_000_000_000 })],
    ['of the wrong kind', (each) => each.verifyUserSig(mapKey)],
    ['of the other wrong kind', (each) => each.verifyPrivateMapKey(ticket)],
    ['not decoded', () => decodeUserSig(ticket.slice(3))],
    ['a key in place of an SDKAppID', () => createUserSigner({ sdkAppId: secretKey as never, secretKey })],
    ['a key with a space', () => createUserSigner({ sdkAppId, secretKey: ` ${secretKey}` })],
    ['a key as bytes', () => createUserSigner({ sdkAppId, secretKey: Buffer.from(secretKey) as never })],
    ['a key as a lifetime', () => createUserSigner({ sdkAppId, secretKey, expires: secretKey } as never)],
    ['a ticket as options', (each) => each.genUserSig('alice', ticket as never)],
    ['the old scheme', () => new Api(sdkAppId, `-----BEGIN ${secretKey}`)],
    ['wiring of Express', () => express.issueUserSig({ credentials } as never)],
    ['wiring of edge', () => edge.issueUserSig({ credentials } as never)],
    ['wiring of Node.js', () => node.issueUserSig({ credentials } as never)],
    ['wiring of NestJS', () => new UserSigService({ ...credentials } as never)],
    ['credentials as a key', () => createUserSigEndpoint({ credentials: secretKey, authenticate } as never)],
    ['a key as a callback', () => node.requireWebhook({ trtcKey: { secretKey } } as never)],
  ]

  test.each(faults)('%s', (_, attempt) => {
    let thrown: unknown
    try {
      attempt(signer)
    } catch (error) {
      thrown = error
    }
    expect(thrown).toBeInstanceOf(Error)
    expectNothingIn(tracesOf(thrown))
  })
})

describe('what is told and printed shows no key and no ticket', () => {
  test('the hooks of an endpoint and a guard, for every kind of fault', async () => {
    const told: unknown[] = []
    const printed: unknown[] = []
    for (const name of ['log', 'info', 'warn', 'error', 'debug'] as const) {
      vi.spyOn(console, name).mockImplementation((...line) => void printed.push(line))
    }
    const tell = (event: unknown) => void told.push(event)
    const faults = [
      { authenticate },
      { authenticate: () => null },
      { authenticate: () => 'x'.repeat(99) },
      { authenticate: () => Promise.reject(new Error('down')) },
      { credentials: () => ({ sdkAppId, secretKey: `${secretKey} ` }), authenticate },
      { credentials: () => secretKey, authenticate },
    ]
    for (const fault of faults) {
      for (const hooks of [{ onIssued: tell, onError: tell }, {}]) {
        const options = { credentials, ...fault, ...hooks } as never
        const guardHooks = 'onError' in hooks ? { onError: hooks.onError } : {}
        const request = { method: 'POST', header: () => `Bearer ${ticket}`, request: null, context: undefined }
        const readBody = async () => new TextEncoder().encode('{"roomId":')
        await createUserSigEndpoint<null>(options)({ ...request, header: () => '0', readBody })
        await createUserSigEndpoint<null>(options)({ ...request, header: () => 'application/json', readBody })
        const guard = createUserSigGuard<null>({
          credentials: (options as { credentials: never }).credentials,
          ...guardHooks,
        } as never)
        for (const token of [ticket.slice(0, -1), mapKey, `${ticket}x`]) {
          const { response } = await guard({ header: () => `Bearer ${token}`, request: null, context: undefined })
          told.push(response)
        }
      }
    }
    expect(told.length).toBeGreaterThan(20)
    expect(printed.length).toBeGreaterThan(4)
    expectNothingIn(told.map(tracesOf).join('\n'))
    expectNothingIn(printed.map(tracesOf).join('\n'))
  })

  test('the answers of callbacks that are not authentic', async () => {
    const req = Object.assign(new IncomingMessage(new Socket()), {
      url: '/',
      method: 'POST',
      rawBody: Buffer.from('{}'),
    })
    req.headers['sign'] = createHmac('sha256', 'other').update('{}').digest('base64')
    const res = new ServerResponse(req)
    const written = vi.spyOn(res, 'end')
    const told: unknown[] = []
    node.requireWebhook({ trtcKey: secretKey, onError: (event) => told.push(event) })(req, res, () => expect.fail())
    await vi.waitFor(() => expect(written).toHaveBeenCalled())
    expectNothingIn(tracesOf([told, written.mock.calls]))
  })
})
