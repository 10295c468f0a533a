import { readFileSync } from 'node:fs'
import { createRevocations } from '@usersig/core/revocation'
import { expect, test, vi } from 'vitest'
import * as rest from '../src/index.ts'
import { OPTIONS } from '../src/options.ts'
import { APP, startTencent } from './tencent.ts'

const README = readFileSync(new URL('../README.md', import.meta.url), 'utf8')

test('the sample runs', async () => {
  const [, code = ''] = /^```js sample\n(.*?)^```/ms.exec(README) ?? []
  const body = code.replace(/^import .*$/gm, '').replace("region: 'singapore'", "region: 'singapore', apiOrigin")
  const tencent = await startTencent()
  vi.stubEnv('USERSIG_SDKAPPID', String(APP.sdkAppId))
  vi.stubEnv('USERSIG_SECRETKEY', APP.secretKey)
  const run = new Function('createRevocations', 'createRestClient', 'apiOrigin', `return (async () => {${body}})()`)
  await run(createRevocations, rest.createRestClient, tencent.apiOrigin)
  vi.unstubAllEnvs()
  expect(tencent.seen.map(({ command }) => command)).toEqual([
    'im_open_login_svc/account_import',
    'im_open_login_svc/kick',
  ])
})

test('the tables name every call and every option', () => {
  const client = rest.createRestClient({ region: 'china', credentials: APP })
  for (const name of Object.keys(client)) expect(README).toMatch(new RegExp(`^\\| \`${name}[\`(]`, 'm'))
  const [, table = ''] = /^## Options of[\s\S]*?(\| option[\s\S]*?)\n\n/m.exec(README) ?? []
  expect([...table.matchAll(/^\| `(\w+)`/gm)].map(([, name]) => name).sort()).toEqual(Object.keys(OPTIONS).sort())
})

test('the public names', () => {
  expect(Object.keys(rest).sort()).toEqual(['RestError', 'createRestClient'])
})
