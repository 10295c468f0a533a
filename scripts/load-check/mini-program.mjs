import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { choose, makeProject, step, writeFiles } from './project.mjs'
import { pick } from './versions.mjs'

const PACK = `const { join } = require('node:path')
const { packNpmManually } = require('miniprogram-ci')
const app = process.argv[2]
packNpmManually({ packageJsonPath: join(app, 'package.json'), miniprogramNpmDistDir: app })
  .then(({ miniProgramPackNum, warnList }) => {
    if (miniProgramPackNum !== 1 || warnList.length > 0) throw new Error(JSON.stringify(warnList))
  })
  .catch((error) => { console.error(error); process.exitCode = 1 })
`

// What a page of the mini program requires, once "build npm" has run.
const PAGE = `const { createUserSigSource } = require('./miniprogram_npm/@usersig/client')
const { wxFetch, wxStorage } = require('./miniprogram_npm/@usersig/client/mini-program')
const { keepIn } = require('./miniprogram_npm/@usersig/client/storage')
const { loginChat } = require('./miniprogram_npm/@usersig/client/chat')
const trtc = require('./miniprogram_npm/@usersig/client/trtc')
const { initCallKit } = require('./miniprogram_npm/@usersig/client/callkit')
createUserSigSource({ endpoint: 'https://api.example.com/usersig', fetch: wxFetch, userId: 'alice', storage: keepIn(wxStorage) })
if ([loginChat, initCallKit, trtc.bindTrtc].some((each) => typeof each !== 'function')) throw new Error('not packed')
`

/** The client in WeChat's own packer, which is what "build npm" of its developer tools runs. */
export function* checkMiniProgram({ packages, folder }) {
  const app = join(folder, 'app')
  makeProject(app, { packages: choose(packages, '@usersig/client') })
  // The packer is outside of the project, as all that a project installs is packed.
  const tools = join(folder, 'tools')
  makeProject(tools, {
    packages: [],
    dependencies: pick('miniprogram-ci'),
    // The tag by which one of its dependencies is wanted is missing from some mirrors.
    overrides: pick('node-fetch'),
    files: { 'pack.cjs': PACK },
  })
  const packed = step("WeChat's packer", process.execPath, ['pack.cjs', app], { cwd: tools })
  const isThere = existsSync(join(app, 'miniprogram_npm/@usersig/client/index.js'))
  yield { ...packed, fault: packed.fault ?? (isThere ? undefined : 'the packer made nothing of @usersig/client') }
  writeFiles(app, { 'page.cjs': PAGE })
  yield step('what it packed, required by a page', process.execPath, ['page.cjs'], { cwd: app })
}
