import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { describe, expect, onTestFinished, test } from 'vitest'
import { checkConfig, parseConfig } from '../src/config/check.ts'
import { SCHEMA } from '../src/config/schema.ts'
import { ConfigError, createService, loadConfig, type ServiceConfig } from '../src/index.ts'
import { configOf, SECRET_KEY } from './start.ts'

const GOOD = `{
  "login": { "jwt": { "issuer": "https://example.eu.auth0.com/", "audience": "https://api.example.com" } },
  "apps": {
    "main": { "sdkAppId": 1400000000, "key": { "env": "TEST_KEY" } }
  }
}
`

function faultOf(text: string): string {
  try {
    parseConfig(text, 'usersig.json')
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError)
    return (error as Error).message
  }
  throw new Error('it is valid')
}

test('a good configuration is taken, as JSON and as YAML', () => {
  expect(parseConfig(GOOD, 'usersig.json').apps['main']?.sdkAppId).toBe(1400000000)
  const yaml = `
login:
  auth0: { domain: example.eu.auth0.com, audience: https://api.example.com }
apps:
  main:
    sdkAppId: { env: USERSIG_SDKAPPID }
    key: { file: /run/secrets/usersig }
    rooms:
      - { claim: rooms, rights: audience }
`
  expect(parseConfig(yaml, 'usersig.yaml').apps['main']?.rooms).toEqual([{ claim: 'rooms', rights: 'audience' }])
})

describe('what is wrong is named with its line, its column and the remedy', () => {
  test.each<[name: string, from: string, to: string, message: string]>([
    [
      'a slip of the pen',
      '"sdkAppId"',
      '"sdkAppid"',
      'usersig.json:4:15: apps.main: there is no option "sdkAppid": did you mean "sdkAppId"?',
    ],
    [
      'another unknown name',
      '"key":',
      '"colour": 1, "key":',
      'usersig.json:4:39: apps.main: there is no option "colour": the options are sdkAppId, key, login, path, host, claim, expire, rooms, adminUserIds',
    ],
    [
      'a wrong place for a key',
      '"env": "TEST_KEY"',
      '"envv": "TEST_KEY"',
      'usersig.json:4:48: apps.main.key: there is no option "envv": did you mean "env"?',
    ],
    [
      'two places for a key',
      '"env": "TEST_KEY"',
      '"env": "TEST_KEY", "file": "/key"',
      'usersig.json:4:46: apps.main.key: env and file are both set: choose one',
    ],
    [
      'no key',
      ', "key": { "env": "TEST_KEY" }',
      '',
      'usersig.json:4:13: apps.main: key is missing. Where the SDKSecretKey is: exactly one. The configuration never contains the key itself. Add "key": {"env":"USERSIG_SECRETKEY"}',
    ],
    [
      'a number out of range',
      '1400000000',
      '0',
      'usersig.json:4:27: apps.main.sdkAppId: it must be >= 1. SDKAppID of the application, or a variable with it. For example 1400000000',
    ],
    [
      'a wrong type',
      '1400000000',
      'true',
      'usersig.json:4:27: apps.main.sdkAppId: it is a boolean, but must be a whole number or a text or an object. SDKAppID of the application, or a variable with it. For example 1400000000',
    ],
    [
      'an address without a scheme',
      'https://example.eu.auth0.com/',
      'example.eu.auth0.com',
      'usersig.json:2:33: login.jwt.issuer: it does not have the right form. iss of the tokens, exactly. For example "https://example.eu.auth0.com/"',
    ],
    [
      'no login',
      '"login": { "jwt": { "issuer": "https://example.eu.auth0.com/", "audience": "https://api.example.com" } },',
      '',
      'usersig.json:4:13: apps.main: login is missing: UserIDs come from the login of your app. Add "login": { "jwt": { "issuer": "https://example.eu.auth0.com/", "audience": "https://api.example.com" } } here, or once for all applications',
    ],
    [
      'a name that metrics cannot use',
      '"main"',
      '"Main app"',
      'usersig.json:4:5: apps: "Main app" is not a name for an application: use up to 32 lower-case letters, digits and "-"',
    ],
    ['no JSON', '"apps": {', '"apps": [', 'usersig.json:5:3: it is not valid JSON here: '],
    [
      'a name twice',
      '"main": {',
      '"main": {}, "main": {',
      'usersig.json:4:17: it is not valid JSON here: Map keys must be unique',
    ],
  ])('%s', (_, from, to, message) => {
    expect(GOOD).toContain(from)
    expect(faultOf(GOOD.replace(from, to))).toSatisfy(
      (text: string) => text.startsWith(message),
      `starts with ${message}`,
    )
  })

  test('all of it at once', () => {
    const text = GOOD.replace('"login"', '"logn"').replace('1400000000', '"x"')
    expect(faultOf(text).split('\n')).toHaveLength(2)
  })
})

describe('what does not fit together', () => {
  const app = { sdkAppId: 1400000000, key: { env: 'TEST_KEY' } }
  const login = { issuer: 'https://login.example.com/' }
  const claim = { name: 'tenant', is: 'a' }
  const otherLogin = { jwt: { issuer: 'https://other.example.com/', audience: 'a' } }
  test.each<[name: string, config: Partial<ServiceConfig>, message: RegExp]>([
    ['two at one address', { apps: { a: app, b: app } }, /apps\.b: it has the same path and host as a/],
    ['one claim twice', { apps: { a: { ...app, claim }, b: { ...app, claim } } }, /same path, host and claim as a/],
    ['two claims', { apps: { a: { ...app, claim }, b: { ...app, claim: { name: 'x', is: 'a' } } } }, /another claim/],
    [
      'two logins behind one address',
      { apps: { a: { ...app, claim }, b: { ...app, claim: { name: 'tenant', is: 'b' }, login: otherLogin } } },
      /another login/,
    ],
    ['the path of a probe', { apps: { a: { ...app, path: '/ready' } } }, /apps\.a\.path: the service itself answers/],
    ['kicks without a port', { revocation: { token: { env: 'TEST_TOKEN' } } }, /"management": \{ "port": 9464 \}/],
    [
      'a Redis that is not there',
      { limits: { tickets: 1, seconds: 1, whenRedisIsDown: 'pass' } },
      /limits\.whenRedisIsDown: there is no Redis/,
    ],
    ['no application', { apps: {} }, /apps: it is empty: add one/],
    ['audit: true', { audit: true as never }, /audit/],
  ])('%s', (_, config, message) => {
    expect(() => checkConfig(configOf(login, config))).toThrow(message)
  })
})

describe('secrets do not stand in the configuration', () => {
  test.each<[name: string, from: string, to: string]>([
    ['a key in place of its place', '{ "env": "TEST_KEY" }', `"${SECRET_KEY}"`],
    ['a key as a variable', '"TEST_KEY"', `"${SECRET_KEY}"`],
    ['a key by another name', '"key":', `"secretKey": "${SECRET_KEY}", "key":`],
    ['a short key', '{ "env": "TEST_KEY" }', '"a key with spaces"'],
    ['a password for Redis', '"login"', '"redis": { "url": "redis://:hunter2@localhost" }, "login"'],
  ])('%s', (_, from, to) => {
    const message = faultOf(GOOD.replace(from, to))
    expect(message).toMatch(/usersig\.json:\d+:\d+: .*the configuration must not contain a .*environment variable/)
    for (const secret of [SECRET_KEY, 'hunter2', 'a key with spaces']) expect(message).not.toContain(secret)
  })
})

describe('what a reference leads to', () => {
  const folder = mkdtempSync(join(tmpdir(), 'usersig-service-'))
  const path = join(folder, 'key')
  const main = (key: object) =>
    configOf({ issuer: 'http://127.0.0.1:9' }, { apps: { main: { sdkAppId: 1400000000, key } } })
  const failure = async (config: ServiceConfig) => {
    const error: unknown = await createService(config).catch((thrown: unknown) => thrown)
    return (error as ConfigError).message
  }

  test('a variable that is not set, or holds no key', async () => {
    expect(await failure(main({ env: 'NOT_SET' }))).toBe(
      'the configuration: apps.main.key: the environment variable NOT_SET is not set: set it where the service is started',
    )
    process.env['PEM'] = '-----BEGIN PRIVATE KEY-----'
    expect(await failure(main({ env: 'PEM' }))).toMatch(/apps\.main\.key: .*PEM key/)
  })

  test('a file that is not there, or that others can read', async () => {
    onTestFinished(() => rmSync(folder, { recursive: true }))
    expect(await failure(main({ file: path }))).toMatch(/apps\.main\.key: .*cannot be read: ENOENT/)
    writeFileSync(path, `${SECRET_KEY}\n`, { mode: 0o644 })
    const lines: string[] = []
    await createService(main({ file: path }), { logTo: { write: (line) => void lines.push(line) } })
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { level: 'warn', msg: expect.stringContaining('chmod o-r') },
    ])
    expect(lines.join('')).not.toContain(SECRET_KEY)
  })

  test('a file of the configuration that is not there', () => {
    expect(() => loadConfig('/nowhere/usersig.json')).toThrow('/nowhere/usersig.json: it cannot be read: ENOENT')
  })
})

describe('the published schema', () => {
  const published = JSON.parse(readFileSync(new URL('../schema.json', import.meta.url), 'utf8'))

  test('is the one that the service checks with', () => {
    expect(published).toEqual(JSON.parse(JSON.stringify(SCHEMA)))
  })

  test('describes every member', () => {
    const bare: string[] = []
    const walk = (schema: Record<string, unknown>, path: string) => {
      for (const [name, member] of Object.entries(
        (schema['properties'] ?? {}) as Record<string, Record<string, unknown>>,
      )) {
        if (typeof member['description'] !== 'string') bare.push(`${path}.${name}`)
        walk(member, `${path}.${name}`)
      }
      for (const inner of [schema['items'], schema['additionalProperties']]) {
        if (typeof inner === 'object' && inner !== null) walk(inner as Record<string, unknown>, `${path}[]`)
      }
    }
    walk(published, '')
    expect(bare).toEqual([])
    expect(new Ajv({ allowUnionTypes: true, strictRequired: false }).validateSchema(published)).toBe(true)
  })
})
