import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { stageRelease } from '../release/rehearse/stage.mjs'
import { inTrial } from '../release/rehearse/trial.mjs'
import { followCreate } from './create.mjs'
import { readQuickStart } from './documents.mjs'
import { follow, followApp, followMiniProgram } from './follow.mjs'
import { FRAMEWORK_ROWS } from './frameworks.mjs'
import { GENERATORS } from './generators.mjs'
import { followInit } from './init.mjs'
import { DemoLogin } from './login.mjs'
import { PLATFORM_ROWS } from './platforms.mjs'
import { README_ROWS } from './readmes.mjs'
import { printTable } from './report.mjs'
import { makeShell } from './shell.mjs'
import { stacksOf } from './stacks.mjs'

// Does what the documents tell a stranger to type, in new projects of the real generators, with the packages as the next
// release would publish them, and runs `usersig init` in others. `npm run strangers` does all of it, `npm run strangers
// -- nest hono` a part, `npm run strangers -- init:` the second half.
const NOT_HERE = [
  'a login at Tencent (it needs an application and its key)',
  'a Worker at Cloudflare, a function at SCF, CloudBase or EdgeOne (they need an account)',
  '`vercel dev` and `edgeone pages dev` (they need a login), the gateway of Supabase (it needs Docker)',
  'an edge function of Netlify (its program downloads from Netlify)',
  "a mini program in WeChat's developer tools, an app of React Native on a phone",
]

const chosen = process.argv.slice(2)
const isChosen = (name) => chosen.length === 0 || chosen.some((word) => name.toLowerCase().includes(word.toLowerCase()))

await inTrial('strangers', async (folder) => {
  const quickStart = readQuickStart()
  const plan = [
    ...quickStart.servers.flatMap((recipe) =>
      stacksOf(recipe.section).map((stack) => [
        stack.name,
        (at, shell) => follow(stack, recipe, quickStart, at, shell),
      ]),
    ),
    ['The app, create-vite', (at, shell) => followApp(quickStart.app, at, shell)],
    ['Mini program, miniprogram-ci', followMiniProgram],
    ...FRAMEWORK_ROWS,
    ...PLATFORM_ROWS,
    ...README_ROWS,
    ['npm create usersig', followCreate],
    ...GENERATORS.map((generator) => [generator.name, (at, shell) => followInit(generator, at, shell)]),
  ].filter(([name]) => isChosen(name))
  if (plan.length === 0) throw new Error(`no stack is called ${chosen.join(' or ')}`)
  const staged = await stageRelease(folder)
  const shell = { ...makeShell(folder, staged), login: new DemoLogin() }
  try {
    await followAll(plan, folder, shell)
  } finally {
    await shell.login.close()
    await staged.registry.close()
  }
})

async function followAll(plan, folder, shell) {
  const rows = []
  for (const [, run] of plan) {
    const project = join(folder, `project-${rows.length}`)
    mkdirSync(project)
    rows.push(await run(project, shell))
  }
  printTable(rows)
  console.log(`\nNot tried, as it cannot be done from here:\n${NOT_HERE.map((what) => `- ${what}`).join('\n')}`)
  if (rows.some(({ fault }) => fault)) process.exitCode = 1
}
