import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createUserSigner } from '@usersig/core'
import { expect, onTestFinished, test } from 'vitest'
import { APP, KEY, run, useFolder } from './run.ts'

const file = useFolder()

/** A generator as people write it; `lines` and `key` are what they get wrong. */
function generator(name: string, { lines = '\\n', key = 'KEY', expire = 'EXPIRE' } = {}): string {
  return file(
    `${name}.mjs`,
    `import { createHmac } from 'node:crypto'
import { deflateSync } from 'node:zlib'
const { USERSIG_SDKAPPID: APP, USERSIG_SECRETKEY: KEY, USERSIG_USERID: USER, USERSIG_EXPIRE: EXPIRE } = process.env
const time = Math.floor(Date.now() / 1000)
const text = ['TLS.identifier:' + USER, 'TLS.sdkappid:' + APP, 'TLS.time:' + time, 'TLS.expire:' + ${expire}, ''].join('${lines}')
const sig = createHmac('sha256', ${key}).update(text).digest('base64')
const json = JSON.stringify({ 'TLS.ver': '2.0', 'TLS.identifier': USER, 'TLS.sdkappid': Number(APP), 'TLS.expire': Number(${expire}), 'TLS.time': time, 'TLS.sig': sig })
const ticket = deflateSync(json).toString('base64').replace(/\\+/g, '*').replace(/\\//g, '-').replace(/=/g, '_')
console.log('UserSig: ' + ticket)
`,
  )
}

const check = async (path: string, ...args: string[]) =>
  await run(['check-issuer', '--command', `"${process.execPath}" "${path}"`, ...args], { env: {} })

test('a generator that is right', async () => {
  const { code, stdout } = await check(generator('right'))
  expect([code, stdout]).toEqual([0, expect.stringContaining('Every ticket is right.')])
})

test.each([
  ['a literal \\n', { lines: '\\\\n' }, 'signed_lines'],
  ['the key from hex', { key: "Buffer.from(KEY, 'hex')" }, 'key'],
  ['a fixed lifetime', { expire: '"604800"' }, 'expire'],
])('%s is named', async (name, wrong, fault) => {
  const { code, stdout } = await check(generator(name.replace(/\W/g, ''), wrong), '--json')
  const { right, results } = JSON.parse(stdout)
  const codes = results.flatMap(({ faults }: { faults: { code: string }[] }) => faults.map((each) => each.code))
  expect([code, right, codes]).toEqual([1, false, expect.arrayContaining([expect.stringContaining(fault)])])
})

test.each([
  ['one that fails', 'console.error("no such file"); process.exit(3)', 'no such file'],
  ['one that prints something else', 'console.log("hello")', 'no ticket came'],
  ['one that prints without end', 'for (;;) console.log("x".repeat(9999))', 'more than 64 KiB'],
  ['one that hangs', 'setInterval(() => {}, 1000)', 'no answer within 1 seconds'],
])('%s', async (name, code, text) => {
  const said = await check(file(`${name.replace(/\W/g, '')}.mjs`, code), '--timeout', '1')
  expect([said.code, said.stdout]).toEqual([1, expect.stringContaining(text)])
})

test('an address is asked for the application at hand', async () => {
  const signer = createUserSigner({ sdkAppId: APP, secretKey: KEY })
  const server = createServer(({ url = '' }, response) => {
    const { searchParams } = new URL(url, 'http://localhost')
    response.end(signer.genUserSig(searchParams.get('user') ?? '', { expire: Number(searchParams.get('expire')) }))
  }).listen(0, '127.0.0.1')
  onTestFinished(() => {
    server.close()
  })
  await new Promise((resolve) => server.once('listening', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/?user={userId}&expire={expire}`
  const { code, stdout } = await run(['check-issuer', '--url', url])
  expect([code, stdout]).toEqual([0, expect.stringContaining('Every ticket is right.')])
  expect((await run(['check-issuer'])).code).toBe(2)
})
