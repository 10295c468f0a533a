import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { APP, BINARY, ENV, run, useFolder } from './run.ts'

const write = useFolder()
const config = (more: object = {}) =>
  JSON.stringify({
    listen: { port: 0, host: '127.0.0.1' },
    login: { jwt: { issuer: 'http://127.0.0.1:9', audience: 'a' } },
    apps: { main: { sdkAppId: APP, key: { env: 'USERSIG_SECRETKEY' } } },
    ...more,
  })

test('a configuration is looked at', async () => {
  const path = write('usersig.json', config())
  expect(await run(['serve', '--config', path, '--check'])).toEqual({
    code: 0,
    stdout: `${path} is valid: main\n`,
    stderr: '',
  })
})

test('what is wrong with it is named with its line', async () => {
  const { code, stdout, stderr } = await run(['serve', '--config', write('wrong.json', config({ limit: {} }))])
  expect([code, stdout]).toEqual([2, ''])
  expect(stderr).toMatch(/wrong\.json:1:\d+: there is no option "limit": did you mean "limits"\?/)
})

test('options of the demo do not go with it', async () => {
  const { code, stderr } = await run(['serve', '--config', write('demo.json', config()), '--users', 'alice'])
  expect(code).toBe(2)
  expect(stderr).toContain('--users')
})

test('it is served until a signal ends it', async () => {
  const path = write('serve.json', config({ shutdown: { delay: 0 } }))
  const child = spawn(process.execPath, [BINARY, 'serve', '--config', path], { env: { ...process.env, ...ENV } })
  onTestFinished(() => void child.kill('SIGKILL'))
  const port = await new Promise<number>((resolve, reject) => {
    let output = ''
    child.once('exit', () => reject(new Error(output)))
    child.stdout.on('data', (chunk) => {
      output += chunk
      const [, found] = /"port":(\d+)/.exec(output) ?? []
      if (found !== undefined) resolve(Number(found))
    })
  })
  expect((await fetch(`http://127.0.0.1:${port}/health`)).status).toBe(200)
  expect((await fetch(`http://127.0.0.1:${port}/usersig`, { method: 'POST' })).status).toBe(401)
  child.kill('SIGTERM')
  expect(await once(child, 'exit')).toEqual([0, null])
})

test('without the package it says how to install it', async () => {
  const folder = dirname(write('empty', ''))
  const modules = fileURLToPath(new URL('../node_modules/', import.meta.url))
  cpSync(dirname(BINARY), join(folder, 'dist'), { recursive: true })
  cpSync(new URL('../package.json', import.meta.url), join(folder, 'package.json'))
  for (const name of [
    ...readdirSync(modules),
    ...readdirSync(join(modules, '@usersig')).map((each) => `@usersig/${each}`),
  ]) {
    if (name.startsWith('.') || name === '@usersig' || name === '@usersig/service') continue
    mkdirSync(join(folder, 'node_modules', dirname(name)), { recursive: true })
    symlinkSync(join(modules, name), join(folder, 'node_modules', name))
  }
  const args = [join(folder, 'dist/main.js'), 'serve', '--config', 'usersig.json']
  const child = spawn(process.execPath, args, { env: { PATH: process.env['PATH'] } })
  let stderr = ''
  child.stderr.on('data', (chunk) => {
    stderr += chunk
  })
  expect(await once(child, 'close')).toEqual([2, null])
  expect(stderr).toContain('@usersig/service is not installed')
  expect(stderr).toContain('npm install @usersig/service')
})
