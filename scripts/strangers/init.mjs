import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeFiles } from '../load-check/project.mjs'
import { SAMPLE_KEY } from '../sample-key.mjs'
import { readInit } from './documents.mjs'
import { Row, versionsIn } from './report.mjs'
import { answers, type } from './shell.mjs'
import { requireKept, requireSame, snapshot } from './snapshot.mjs'

/** Runs `usersig init` in a new project, and then what the project has itself. */
export async function followInit(generator, folder, shell) {
  const row = new Row(generator.name)
  const { tests = [], bundle = [] } = generator
  if (!(await isReachable(generator))) return row.skip('installs', `${generator.needs} does not answer here`)
  const app = join(folder, 'app')
  const generated = await row.try('installs', async () => {
    await makeProject(generator, folder, shell)
    writeFileSync(join(app, '.npmrc'), shell.npmrc)
    type('npm install', app, shell)
    return true
  })
  if (!generated) return row
  row.versions = versionsIn(app, generator.versions)
  await row.try('ticket', () => runInit(app, { ...shell, env: { ...shell.env, ...SAMPLE_KEY } }))
  for (const line of tests) await row.try('tests', () => type(line, app, shell), line)
  for (const line of bundle) await row.try('bundle', () => type(line, app, shell), line)
  return row
}

async function isReachable({ needs, stored }) {
  return needs === undefined || stored !== undefined || (await answers(needs))
}

async function makeProject({ generate = [], files, stored, needs }, folder, shell) {
  const app = join(folder, 'app')
  const isStored = stored !== undefined && !(await answers(needs))
  if (files || isStored) mkdirSync(app)
  if (isStored) {
    console.log(`  ${needs} does not answer here: the project is the stored one of the tests of init`)
    writeFiles(app, stored())
  } else for (const line of generate) type(line, files ? app : folder, shell)
  if (files) writeFiles(app, files)
}

/** It shows and does nothing, does it, and finds it done; nothing of the project's own is lost. */
function runInit(app, shell) {
  const line = readInit()
  const before = snapshot(app)
  type(`${line} --dry-run`, app, shell)
  requireSame(before, snapshot(app), `${line} --dry-run`)
  const said = type(`${line} --yes`, app, shell)
  console.log(said.trim().replace(/^/gm, '    '))
  if (!said.includes('✓ as alice: 200')) throw new Error('there was no ticket')
  if (said.includes(SAMPLE_KEY.USERSIG_SECRETKEY)) throw new Error('the key was printed')
  const after = snapshot(app)
  requireKept(before, after, said)
  const again = type(`${line} --yes`, app, shell)
  requireSame(after, snapshot(app), `a second ${line}`)
  if (!again.includes('✓ as alice: 200')) throw new Error(`there was no ticket at the second run:\n${again}`)
}
