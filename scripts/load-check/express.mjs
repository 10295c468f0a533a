import { join } from 'node:path'
import { SECRET_KEY } from '../sample-key.mjs'
import { choose, makeProject, step } from './project.mjs'
import { pick } from './versions.mjs'

const APP = `const app = express()
app.get('/me', requireUserSig({ credentials }), (req, res) => { res.json({ userId: getUserSig(req).userId }) })
`
const TEST = `let server: any
beforeAll((done) => { server = app.listen(0, '127.0.0.1', done) })
afterAll((done) => { server.close(done) })
const get = (authorization: string) =>
  fetch('http://127.0.0.1:' + server.address().port + '/me', { headers: { authorization } })
test('a ticket is let in', async () => {
  const answer = await get('Bearer ' + createUserSigner(credentials).genUserSig('alice'))
  expect(await answer.json()).toEqual({ userId: 'alice' })
})
test('a spoiled one is refused', async () => {
  expect((await get('Bearer x')).status).toBe(401)
})
`
const CREDENTIALS = `const credentials = { sdkAppId: 1400000000, secretKey: '${SECRET_KEY}' }\n`
const NAMES = {
  '@usersig/core': '{ createUserSigner }',
  '@usersig/express-middleware': '{ getUserSig, requireUserSig }',
}
const JAVASCRIPT = `const express = require('express')
${Object.entries(NAMES)
  .map(([name, what]) => `const ${what} = require('${name}')`)
  .join('\n')}
${CREDENTIALS}${APP}${TEST.replaceAll(/: (any|string)/g, '')}`
const TYPESCRIPT = `import express from 'express'
${Object.entries(NAMES)
  .map(([name, what]) => `import ${what} from '${name}'`)
  .join('\n')}
${CREDENTIALS}${APP}${TEST}`

/** An Express app under Jest as it comes, and under ts-jest as its manual sets it up. */
export function* checkExpressProjects({ packages, folder, nodes }) {
  const ours = choose(packages, '@usersig/core', '@usersig/node', '@usersig/express-middleware')
  const plain = join(folder, 'jest')
  makeProject(plain, {
    packages: ours,
    dependencies: pick('express', 'jest'),
    files: { 'app.test.js': JAVASCRIPT },
  })
  yield* underJest('Jest 30', plain, nodes)
  const typed = join(folder, 'ts-jest')
  makeProject(typed, {
    packages: ours,
    dependencies: {
      ...pick('express', 'jest', 'ts-jest', '@types/express', '@types/jest', '@types/node'),
      typescript: '5.9.3',
    },
    files: {
      'app.test.ts': TYPESCRIPT,
      'jest.config.js': "module.exports = { ...require('ts-jest').createDefaultPreset(), testEnvironment: 'node' }\n",
      'tsconfig.json': JSON.stringify({
        compilerOptions: {
          module: 'commonjs',
          target: 'es2022',
          esModuleInterop: true,
          strict: true,
          types: ['node', 'jest'],
        },
      }),
    },
  })
  yield* underJest('ts-jest 29', typed, nodes)
}

function* underJest(name, folder, nodes) {
  // Jest 30 itself needs Node 18.
  for (const [version, program] of nodes) {
    if (version.startsWith('16.')) continue
    yield step(`${name}, Express, Node ${version}`, program, ['node_modules/jest/bin/jest.js'], { cwd: folder })
  }
  yield step(`${name}, Express, Node ${process.versions.node}`, process.execPath, ['node_modules/jest/bin/jest.js'], {
    cwd: folder,
  })
}
