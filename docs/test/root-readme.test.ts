import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createUserSigner } from '@usersig/core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findBlocks } from './readme-samples/blocks.ts'
import { readCodeBlocks } from './support/code-blocks.ts'
import { openPage, startBrowser } from './support/page.ts'
import { startServer } from './support/programs.ts'
import { compile } from './support/type-check.ts'

const SAMPLES = fileURLToPath(new URL('.samples/', import.meta.url))
const USERSIG = fileURLToPath(new URL('../node_modules/usersig/dist/main.js', import.meta.url))
const SECRET_KEY = 'a key of these tests'
const ENV = `USERSIG_SDKAPPID=1400000000
USERSIG_SECRETKEY=${SECRET_KEY}
SESSION_SECRET=a secret of these tests
`
const signer = createUserSigner({ sdkAppId: 1400000000, secretKey: SECRET_KEY })

const sampleOf = (name: string) =>
  readCodeBlocks('README.md').find(({ code }) => code.includes(`from '${name}'`))?.code ?? expect.fail(name)

/** The sample, with a login, which it takes for granted. */
const SERVER = sampleOf('@usersig/express-middleware').replace(
  'app.listen(3000)',
  `app.post('/login', (req, res) => {
  req.session.userId = 'alice'
  res.end()
})
app.listen(process.env.PORT)`,
)

/** The login of the sample, in a page that has logged in to that app. */
const PAGE = `
import TencentCloudChat from '@tencentcloud/chat'
await fetch('/login', { method: 'POST' })
const chat = TencentCloudChat.create({ SDKAppID: 1400000000 })
${sampleOf('@usersig/client')}
document.body.textContent = 'logged in'
`

let folder: string
beforeAll(() => {
  mkdirSync(SAMPLES, { recursive: true })
  folder = mkdtempSync(join(SAMPLES, 'root-'))
  writeFileSync(join(folder, '.env'), ENV)
  writeFileSync(join(folder, 'server.mjs'), SERVER)
  writeFileSync(join(folder, 'main.ts'), PAGE)
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
  writeFileSync(join(folder, 'index.html'), '<p>logging in</p><script type="module" src="/main.ts"></script>')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('the README in Chinese has the same programs', () => {
  const programs = (path: string) => readCodeBlocks(path).filter(({ language }) => language !== 'sh')
  const code = (path: string) => programs(path).map((block) => block.code)
  expect(code('README.md').length).toBe(3)
  expect(code('README.zh-CN.md')).toEqual(code('README.md'))
})

test('the page logs in to Chat with the ticket of the server', async () => {
  const server = await startServer('node --env-file=.env server.mjs', folder)
  const browser = await startBrowser()
  try {
    expect((await fetch(`${server.origin}/usersig`, { method: 'POST' })).status).toBe(401)
    const proxy = JSON.stringify({ '/usersig': server.origin, '/login': server.origin })
    writeFileSync(join(folder, 'vite.config.mjs'), `export default { server: { proxy: ${proxy} } }`)
    expect(await openPage(browser, folder, signer)).toBe('logged in')
  } finally {
    await browser.close()
    await server.close()
  }
})

test('the programs fit the types', () => {
  const options = {
    module: 'ESNext',
    moduleResolution: 'bundler',
    types: ['node'],
    lib: ['ES2022', 'DOM'],
    noEmit: true,
  }
  expect(compile(folder, options)).toBe('')
})

test.each(['README.md', 'README.zh-CN.md'])('%s shows what the doctor prints', (file) => {
  const block = findBlocks(file).find(({ info }) => info === 'sh doctor') ?? expect.fail(`${file} has no doctor`)
  const [command = '', ...shown] = block.code.trim().split('\n')
  expect(command).toMatch(/^npx usersig /)
  const { stdout } = spawnSync(process.execPath, [USERSIG, ...command.split(' ').slice(2)], { encoding: 'utf8' })
  const printed = stdout.split('\n').map((line) => line.trim())
  expect(shown.length).toBeGreaterThan(2)
  let from = 0
  for (const comment of shown) {
    const line = comment.slice('# '.length).trim()
    // A line that is too long for the page ends in three dots.
    const isIt = (each: string) => (line.endsWith('…') ? each.startsWith(line.slice(0, -1)) : each === line)
    const at = printed.findIndex((each, index) => index >= from && isIt(each))
    expect(at, `the doctor prints: ${line}`).toBeGreaterThanOrEqual(from)
    from = at + 1
  }
})
