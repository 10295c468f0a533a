import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { stageRelease } from '../release/rehearse/stage.mjs'
import { readQuickStart } from './documents.mjs'
import { follow, followApp, followMiniProgram } from './follow.mjs'
import { printTable } from './report.mjs'
import { makeShell } from './shell.mjs'
import { stacksOf } from './stacks.mjs'

// Does what the documents tell a stranger to type, in new projects of the real generators, with the packages as the next
// release would publish them. `npm run strangers` does all of it, `npm run strangers -- nest hono` a part.
const NOT_HERE = [
  'a login at Tencent (it needs an application and its key)',
  'a Worker at Cloudflare, a function at SCF, CloudBase or EdgeOne (they need an account)',
  "a mini program in WeChat's developer tools, an app of React Native on a phone",
]

const { positionals } = parseArgs({ allowPositionals: true })
const isChosen = (name) =>
  positionals.length === 0 || positionals.some((word) => name.toLowerCase().includes(word.toLowerCase()))

const folder = mkdtempSync(join(tmpdir(), 'usersig-strangers-'))
const rows = []
let staged
try {
  const quickStart = readQuickStart()
  staged = await stageRelease(folder)
  const shell = makeShell(folder, staged)
  const place = () => {
    const project = join(folder, `project-${rows.length}`)
    mkdirSync(project)
    return project
  }
  for (const recipe of quickStart.servers) {
    for (const stack of stacksOf(recipe.section).filter(({ name }) => isChosen(name))) {
      rows.push(await follow(stack, recipe, quickStart, place(), shell))
    }
  }
  if (isChosen('create-vite')) rows.push(await followApp(quickStart.app, place(), shell))
  if (isChosen('miniprogram-ci')) rows.push(await followMiniProgram(place(), shell))
  printTable(rows)
  console.log(`\nNot tried, as it cannot be done from here:\n${NOT_HERE.map((what) => `- ${what}`).join('\n')}`)
  if (rows.length === 0) throw new Error(`no stack is called ${positionals.join(' or ')}`)
  if (rows.some(({ fault }) => fault)) process.exitCode = 1
} catch (error) {
  console.error(`\n${error.message}`)
  process.exitCode = 1
} finally {
  await staged?.registry.close()
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
}
