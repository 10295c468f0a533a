import { execFile } from 'node:child_process'
import { cp, mkdir, rm, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SDK_APP_ID, SECRET_KEY, signer } from './apps.ts'

const run = promisify(execFile)
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
// Inside the folders of this Nest, so that Node finds it by its own rules.
const COPY = here(`${process.env.NEST === '11' ? 'nest11' : '..'}/node_modules/.loading`)

const APP = `
const { Module } = await import('@nestjs/common')
const { NestFactory } = await import('@nestjs/core')
const { UserSigModule, UserSigService } = await load()
const credentials = { sdkAppId: ${SDK_APP_ID}, secretKey: '${SECRET_KEY}' }
class AppModule {}
Module({ imports: [UserSigModule.forRoot({ credentials })] })(AppModule)
const app = await NestFactory.createApplicationContext(AppModule, { logger: false })
console.log(await app.get(UserSigService).genUserSig('alice'))
await app.close()`

beforeAll(async () => {
  await mkdir(COPY, { recursive: true })
  await cp(here('../dist'), `${COPY}/dist`, { recursive: true })
  await writeFile(`${COPY}/package.json`, '{ "type": "module" }')
  await writeFile(
    `${COPY}/app.mjs`,
    `import 'reflect-metadata'\nconst load = () => import('./dist/esm/index.js')\n${APP}`,
  )
  await writeFile(
    `${COPY}/app.cjs`,
    `require('reflect-metadata')\nconst load = () => require('./dist/cjs/index.js')\nvoid (async () => {${APP}\n})()`,
  )
})
afterAll(() => rm(COPY, { recursive: true, force: true }))

test.each(['app.mjs', 'app.cjs'])('the built module loads on Node itself: %s', async (app) => {
  const { stdout } = await run(process.execPath, [`${COPY}/${app}`])
  expect(signer.verifyUserSig(stdout.trim())).toMatchObject({ userId: 'alice' })
})
