import { writeFiles } from '../load-check/project.mjs'
import { buildApp } from './app.mjs'
import { packMiniProgram } from './miniprogram.mjs'
import { Row, versionsIn } from './report.mjs'
import { answers, type } from './shell.mjs'
import { generate } from './stacks.mjs'
import { askForTicket } from './ticket.mjs'

/**
 * Follows a section of a page in a new project: install, write, run, ask, also what is built for production if the page
 * shows it; then what the project has itself.
 */
export async function follow(stack, text, { doctor }, folder, shell) {
  const row = new Row(stack.name)
  if (await isOutOfReach(stack.needs)) return row.skip('installs', `${stack.needs} does not answer here`)
  const recipe = await shell.login.inPlace(text, folder, shell)
  const app = await row.try('installs', () => {
    const app = generate(stack, folder, shell)
    for (const line of recipe.install) type(line, app, shell)
    return app
  })
  if (!app) return row
  const said = stack.tool ? type(stack.tool, app, shell).trim().split('\n')[0] : ''
  row.versions = [said, versionsIn(app, stack.versions)].filter(Boolean).join(', ')
  const changed = await row.try('ticket', async () => {
    writeFiles(app, Object.fromEntries(recipe.files.map(({ file, code }) => [file, code])))
    const changed = stack.after?.(app, recipe) ?? recipe
    const ticket = await askForTicket(changed, app, shell)
    if (stack.name === 'Node.js') for (const line of doctor) type(withTicket(line, ticket), app, shell)
    return changed
  })
  if (changed?.others.length > 0) {
    await row.try('bundle', () => askForTicket({ ...changed, run: changed.others }, app, shell), changed.others[0])
  }
  await tryOwnTests(stack, row, app, shell)
  for (const line of stack.bundle ?? []) await row.try('bundle', () => type(line, app, shell), line)
  return row
}

/** Puts a ticket in the place of the one that the text cuts short. */
export function withTicket(line, ticket) {
  const whole = line.replace(/'e\w+…'/, `'${ticket}'`)
  if (whole === line) throw new Error(`${line} shows no ticket that is cut short`)
  return whole
}

async function tryOwnTests({ tests = [], testsNeed, said = /(?:)/ }, row, app, shell) {
  const outOfReach = await isOutOfReach(testsNeed)
  const runTests = (line) => {
    const output = type(line, app, shell)
    if (!said.test(output)) throw new Error(`$ ${line}\n${output}\nsays of no test that it passed`)
  }
  for (const line of outOfReach ? tests.slice(0, -1) : tests) await row.try('tests', () => runTests(line), line)
  if (outOfReach) row.skip('tests', `${tests.at(-1)}: ${testsNeed} does not answer here`)
}

async function isOutOfReach(url) {
  return url !== undefined && !(await answers(url))
}

/** The app of the quick start. That it logs in is shown by the tests of the documents, in a browser. */
export async function followApp(recipe, folder, shell) {
  const row = new Row('The app, create-vite')
  const steps = buildApp(recipe, folder, shell)
  for (const column of ['installs', 'tests', 'bundle']) {
    const step = await row.try(column, () => steps.next())
    if (!step) break
  }
  row.versions = versionsIn(`${folder}/app`, ['vite', '@tencentcloud/chat', 'typescript'])
  return row
}

export async function followMiniProgram(folder, shell) {
  const row = new Row('Mini program, miniprogram-ci')
  await row.try('bundle', () => packMiniProgram(folder, shell))
  return row
}
