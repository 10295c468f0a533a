import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const PACKAGE = fileURLToPath(new URL('..', import.meta.url))

test.each(['fastify', 'fastify4'])('routes of many kinds compile with the types of %s', (name) => {
  const folder = `${PACKAGE}.reports/types-${name}`
  mkdirSync(folder, { recursive: true })
  const compilerOptions = { rootDir: '../../../..', paths: { fastify: [`../../node_modules/${name}`] } }
  const settings = { extends: '../../tsconfig.json', compilerOptions, include: ['../../test/routes.ts'] }
  writeFileSync(`${folder}/tsconfig.json`, JSON.stringify(settings))
  const { status, stdout } = spawnSync('tsc', ['-p', folder], { cwd: PACKAGE, encoding: 'utf8' })
  expect([stdout, status]).toEqual(['', 0])
})
