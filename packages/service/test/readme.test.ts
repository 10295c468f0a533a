import { readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseConfig } from '../src/config/check.ts'
import { optionsList } from '../src/config/options-list.ts'
import { SCHEMA } from '../src/config/schema.ts'
import { createService } from '../src/index.ts'
import { createMetrics } from '../src/seen/metrics.ts'
import { AUDIENCE, type Login, startLogin } from './login.ts'
import { startProcess } from './process.ts'
import { ask, SECRET_KEY, signer } from './start.ts'

const README = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
const blocks = [...README.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, language, code = '']) => ({
  language,
  code,
}))
const configs = blocks.filter(({ language, code }) => language === 'json' && code.includes('"apps"'))

let login: Login
beforeAll(async () => {
  login = await startLogin()
})
afterAll(() => login.close())

test('the first file is the service that the README starts', async () => {
  const [first] = configs
  const config = parseConfig(first?.code ?? '', 'usersig.json')
  expect(config.login?.jwt?.['audience']).toBe(AUDIENCE)
  const { url } = await startProcess(
    { ...config, login: { jwt: { ...config.login?.jwt, issuer: login.issuer } }, listen: { port: 0 } },
    { USERSIG_SECRETKEY: SECRET_KEY },
  )
  const { status, body } = await ask(`${url}/usersig`, await login.fetchToken('alice'))
  expect(status).toBe(200)
  expect(signer.verifyUserSig(body.userSig).userId).toBe('alice')
  // The answer that is shown has the members of a real one.
  const shown = blocks.find(({ code }) => code.includes('"userSig"'))?.code ?? ''
  expect(Object.keys(JSON.parse(shown))).toEqual(Object.keys(body))
})

test('every configuration is valid', () => {
  expect(configs.length).toBe(4)
  for (const { code } of configs) expect(() => parseConfig(code, 'usersig.json')).not.toThrow()
})

test('a fault is told as it is shown', () => {
  const shown = blocks.find(({ language }) => language === 'text')?.code.trim() ?? ''
  const wrong = (configs[0]?.code ?? '').replace('"sdkAppId"', '"sdkAppid"')
  expect(() => parseConfig(wrong, 'usersig.json')).toThrow(shown)
})

test('the program starts', async () => {
  const code = blocks.find(({ language }) => language === 'js')?.code ?? ''
  const program = code
    .replace(/^import .*$/m, '')
    .replace('https://example.eu.auth0.com/', login.issuer)
    .replace("{ env: 'USERSIG_SECRETKEY' } } },", "{ env: 'TEST_KEY' } } }, listen: { port: 0, host: '127.0.0.1' },")
  const { service, port } = await runInNewContext(`(async () => { ${program}; return { service, port } })()`, {
    createService,
  })
  try {
    expect((await ask(`http://127.0.0.1:${port}/usersig`, await login.sign('alice'))).status).toBe(200)
  } finally {
    await service.stop(0)
  }
})

describe('what it lists', () => {
  test('the options are those of the schema', () => {
    expect(README).toContain(`\n\n${optionsList(SCHEMA)}\n\n`)
  })

  test('the table of metrics names all of them', async () => {
    const names = (await createMetrics().registry.getMetricsAsJSON()).map(({ name }) => name)
    const shown = [...README.matchAll(/^\| `(usersig_\w+)`/gm)].map(([, name]) => name)
    expect(shown.toSorted()).toEqual(names.filter((name) => name.startsWith('usersig_')).toSorted())
  })
})
