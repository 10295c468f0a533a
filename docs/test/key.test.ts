import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createUserSigner } from '@usersig/core'
import { signerFromEnvironment } from '@usersig/node/internal'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readCode, readCodeBlocks } from './support/code-blocks.ts'
import { compile } from './support/type-check.ts'

const SAMPLES = fileURLToPath(new URL('.samples/', import.meta.url))
const USERSIG = fileURLToPath(new URL('../node_modules/usersig/dist/main.js', import.meta.url))

const blocks = readCodeBlocks('docs/key.md')
const text = readFileSync(new URL('../key.md', import.meta.url), 'utf8')
const sdkAppId = 1400000000
const secretKey = '5bd2850fff3ecb11d7c805251c51ee463a25727bddc2385f3fa8bfee1bb93b5e'
const signer = createUserSigner({ sdkAppId, secretKey })

let folder: string
beforeAll(() => {
  mkdirSync(SAMPLES, { recursive: true })
  folder = mkdtempSync(join(SAMPLES, 'key-'))
  writeFileSync(join(folder, '.env'), `USERSIG_SDKAPPID=${sdkAppId}\nUSERSIG_SECRETKEY=${secretKey}\n`)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Runs a command line of the page with a ticket in place of its example. */
function run(beginning: string, ticket = ''): string {
  const line = blocks.find(({ code }) => code.startsWith(beginning))?.code ?? expect.fail(beginning)
  const words = line.trim().replace("'eJw…'", ticket).split(' ').slice(2)
  return spawnSync(process.execPath, [USERSIG, ...words], { cwd: folder, encoding: 'utf8' }).stdout
}

function codeOf(name: string): string {
  return blocks.find(({ file }) => file === name)?.code ?? expect.fail(`there is no ${name}`)
}

test('the Chinese text has the same code', () => {
  expect(readCode('docs/key.zh-CN.md')).toEqual(readCode('docs/key.md'))
})

test('the command line signs with the key of the .env', () => {
  expect(signer.verifyUserSig(run('npx usersig sign').trim()).userId).toBe('alice')
})

test('the doctor tells whether a ticket is by that key, in the words of the page', () => {
  const other = createUserSigner({ sdkAppId, secretKey: 'another key' })
  const [right, wrong] = [signer, other].map((its) => run('npx usersig doctor', its.genUserSig('alice')))
  for (const [said, words] of [
    [right, 'Its signature is by the key of SDKAppID 1400000000.'],
    [wrong, 'Its signature is not by the key of SDKAppID 1400000000 that was given, and no known mistake explains it.'],
  ]) {
    expect(text).toContain(`\`${words}\``)
    expect(said?.replace(/\s+/g, ' ')).toContain(words)
  }
})

test('during a rotation tickets of the old key count', () => {
  const file = join(folder, 'rotation.ts')
  writeFileSync(file, codeOf('rotation.ts'))
  const { stdout } = spawnSync(process.execPath, [file], { encoding: 'utf8' })
  expect(`// → ${stdout.trim()}`).toBe(/\/\/ → .*/.exec(codeOf('rotation.ts'))?.[0])
  expect(compile(folder, { module: 'NodeNext', types: ['node'], noEmit: true })).toBe('')
})

test('a variable and a file hold several keys as the page says', () => {
  const before = createUserSigner({ sdkAppId, secretKey: 'old' }).genUserSig('alice')
  const [variable] = /USERSIG_SECRETKEY=new,old/.exec(text) ?? expect.fail('there is no such variable')
  const path = join(folder, 'usersig.key')
  writeFileSync(path, 'new\nold\n')
  for (const env of [{ USERSIG_SECRETKEY: variable.split('=')[1] }, { USERSIG_SECRETKEY_FILE: path }]) {
    const during = signerFromEnvironment(undefined, { USERSIG_SDKAPPID: String(sdkAppId), ...env })
    expect(during.verifyUserSig(before).userId).toBe('alice')
  }
})

test('containers find the key where it is mounted', () => {
  const compose = codeOf('compose.yaml')
  const name = /^ {4}secrets: \[(\w+)\]$/m.exec(compose)?.[1]
  expect(compose).toMatch(new RegExp(`^secrets:\\n {2}${name}:\\n {4}file: `, 'm'))
  expect(compose).toContain(`USERSIG_SECRETKEY_FILE: /run/secrets/${name}\n`)

  const pod = codeOf('pod.yaml')
  const [, volume, path] = /name: (\w+), mountPath: ([\w/]+)/.exec(pod) ?? expect.fail('nothing is mounted')
  const [, secret, key] =
    /kubectl create secret generic (\w+) --from-file=(\w+)=/.exec(text) ?? expect.fail('no secret')
  expect(pod).toContain(`{ name: ${volume}, secret: { secretName: ${secret} } }`)
  expect(pod).toContain(`{ name: USERSIG_SECRETKEY_FILE, value: ${path}/${key} }`)
})

test('a key of the old scheme is refused in the words of the page', () => {
  const words = 'secretKey is a PEM key of the old ECDSA scheme'
  expect(text).toContain(`\`${words}\``)
  expect(() => createUserSigner({ sdkAppId, secretKey: '-----BEGIN EC PRIVATE KEY-----' })).toThrow(words)
})
