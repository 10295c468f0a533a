import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readJson, writeJson } from '../release/packages.mjs'
import { type } from './shell.mjs'

const CI = 'miniprogram-ci@2.1.42'

/** Lets WeChat's own packer pack the client, as its developer tools do with "build npm". */
export function packMiniProgram(folder, shell) {
  const app = join(folder, 'mini')
  mkdirSync(app, { recursive: true })
  writeJson(join(app, 'package.json'), { name: 'mini', version: '1.0.0', private: true })
  writeFileSync(join(app, '.npmrc'), shell.npmrc)
  type('npm install @usersig/client', app, shell)
  const { version } = readJson(join(app, 'node_modules/@usersig/client/package.json'))
  const tools = join(folder, 'tools-of-wechat')
  mkdirSync(tools)
  // The tag by which one of its dependencies is wanted is missing from some mirrors.
  writeJson(join(tools, 'package.json'), { private: true, overrides: { 'node-fetch': '^2.7.0' } })
  writeFileSync(join(tools, '.npmrc'), shell.npmrc)
  type(`npm install --ignore-scripts ${CI}`, tools, shell)
  writeFileSync(join(tools, 'pack.cjs'), PACK)
  type(`node pack.cjs "${app}"`, tools, shell)
  const packed = join(app, 'miniprogram_npm/@usersig/client')
  if (!existsSync(packed)) throw new Error('the packer made nothing of @usersig/client')
  const entry = `const { createUserSigSource } = require(${JSON.stringify(packed)})
if (typeof createUserSigSource !== 'function') throw new Error('createUserSigSource is missing')`
  writeFileSync(join(app, 'load.cjs'), entry)
  type('node load.cjs', app, shell)
  return { version, files: readdirSync(packed, { recursive: true }).length }
}

const PACK = `const { join } = require('node:path')
const { packNpmManually } = require('miniprogram-ci')
const app = process.argv[2]
packNpmManually({ packageJsonPath: join(app, 'package.json'), miniprogramNpmDistDir: app })
  .then(({ warnList }) => { if (warnList.length > 0) throw new Error(JSON.stringify(warnList)) })
  .catch((error) => { console.error(error); process.exitCode = 1 })
`
