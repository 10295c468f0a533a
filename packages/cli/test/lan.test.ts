import { type ChildProcess, spawn } from 'node:child_process'
import { networkInterfaces } from 'node:os'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { BINARY, ENV, signer } from './run.ts'

const address = Object.values(networkInterfaces())
  .flatMap((each) => each ?? [])
  .find(({ family, internal }) => family === 'IPv4' && !internal)?.address

let server: ChildProcess
let url = ''
let said = ''

beforeAll(async () => {
  if (address === undefined) return
  server = spawn(process.execPath, [BINARY, 'serve', '--lan', '--port', '0', '--users', 'alice,bob'], {
    env: { ...process.env, ...ENV, LC_ALL: 'C' },
  })
  await new Promise<void>((resolve) => {
    for (const stream of [server.stdout, server.stderr]) {
      stream?.setEncoding('utf8').on('data', (chunk: string) => {
        said += chunk
        if (said.includes('Each code works')) resolve()
      })
    }
  })
  url = new RegExp(`http://${address.replaceAll('.', '\\.')}:\\d+`).exec(said)?.[0] ?? ''
})
afterAll(() => void server?.kill())

const codesOf = (user: string) =>
  [...said.matchAll(new RegExp(`code for ${user}: (\\w{8})`, 'g'))].map(([, code]) => code)

const ask = async (token: string) =>
  await fetch(`${url}/usersig`, { method: 'POST', headers: { authorization: `Bearer ${token}` } })

test.skipIf(address === undefined)('it prints addresses that phones can open, a QR code and a warning', async () => {
  expect(said).toContain('Everybody in this network can reach it now')
  expect(said).toMatch(/[█▀▄]{20}/)
  expect(said).not.toContain('0.0.0.0')
  const greeting = await fetch(`${url}/`)
  expect(await greeting.text()).toContain(`${url}/usersig`)
})

test.skipIf(address === undefined)('a phone needs a code, and the next phone another one', async () => {
  expect((await ask('alice')).status).toBe(401)
  expect((await ask('AAAAAAAA')).status).toBe(401)
  const [code = ''] = codesOf('alice')
  for (let again = 0; again < 2; again++) {
    const answer = (await (await ask(code)).json()) as { userSig: string }
    expect(signer.verifyUserSig(answer.userSig).userId).toBe('alice')
  }
  const [, next] = codesOf('alice')
  expect(next).toMatch(/^\w{8}$/)
  expect(next).not.toBe(code)
})

test.skipIf(address === undefined)('a host name of somebody else does not lead here', async () => {
  const local = await fetch(`${url.replace(String(address), 'localhost')}/usersig`, {
    method: 'POST',
    headers: { authorization: 'Bearer bob' },
  })
  expect(local.status).toBe(200)
  const page = await fetch(`${url}/usersig`, { method: 'POST', headers: { origin: 'https://evil.example' } })
  expect(page.status).toBe(403)
})
