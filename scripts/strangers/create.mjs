import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { chromium } from 'playwright-core'
import { CHROMIUM_ARGS, findChromium } from '../chromium.mjs'
import { freePort } from '../release/rehearse/registry.mjs'
import { SAMPLE_KEY } from '../sample-key.mjs'
import { linesOf, readReadme } from './documents.mjs'
import { Row, versionsIn } from './report.mjs'
import { startServer, type } from './shell.mjs'

/** How long the page may take, in milliseconds. */
const PATIENCE = 30_000

/** Makes the app that `npm create usersig` makes, logs in to it in a browser, and builds it. */
export async function followCreate(folder, shell) {
  const row = new Row('npm create usersig')
  const readme = readReadme('create-usersig')
  const [line] = linesOf(readme, 'npm create usersig')
  const [, name] = /^npm create usersig (\S+)$/.exec(line)
  const app = join(folder, name)
  const environment = { ...shell, env: { ...shell.env, ...SAMPLE_KEY } }
  const made = await row.try('installs', () => {
    // npm reads the registry from the settings of the user alone where there is no project.
    const said = type(`${line} -- --yes`, folder, environment)
    console.log(said.trim().replace(/^/gm, '    '))
    if (said.includes(SAMPLE_KEY.USERSIG_SECRETKEY)) throw new Error('the key was printed')
    return existsSync(join(app, 'package.json'))
  })
  if (!made) return row
  row.versions = versionsIn(app, ['@usersig/express-middleware', 'express', 'vite', '@tencentcloud/chat'])
  await row.try('ticket', async () => {
    const port = await freePort()
    const stop = await startServer(linesOf(readme, 'npm run dev')[0], app, shell, port)
    try {
      await useInBrowser(`http://localhost:${port}`, parseEnv(readFileSync(join(app, '.env'), 'utf8')).DEMO_PASSWORD)
    } finally {
      await stop()
    }
  })
  await row.try('tests', () => {
    const said = type('npm test', app, shell)
    if (!/^. pass [1-9]/m.test(said)) throw new Error(said)
  })
  await row.try('bundle', () => type('npm run build', app, shell))
  return row
}

/** Logs in as the README says; the page then fetches a ticket, and goes to Tencent, which no trial reaches. */
async function useInBrowser(url, password) {
  const browser = await chromium.launch({ executablePath: await findChromium(), args: CHROMIUM_ARGS })
  try {
    const page = await browser.newPage()
    page.setDefaultTimeout(PATIENCE)
    const faults = []
    page.on('pageerror', ({ message }) => faults.push(message))
    await page.goto(url)
    const output = page.locator('output')
    await logIn(page, 'wrong')
    await page.waitForFunction(() => document.querySelector('output').textContent === 'wrong user or password')
    const answer = page.waitForResponse((response) => response.url() === `${url}/usersig`)
    await logIn(page, password)
    const { userId, userSig } = await (await answer).json()
    if (userId !== 'alice' || typeof userSig !== 'string') throw new Error('the page got no ticket')
    await page.waitForFunction(() => /connecting|is logged in/.test(document.querySelector('output').textContent))
    if (faults.length > 0) throw new Error(`${await output.textContent()}\n${faults.join('\n')}`)
  } finally {
    await browser.close()
  }
}

async function logIn(page, password) {
  await page.getByLabel('User').fill('alice')
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Log in' }).click()
}
