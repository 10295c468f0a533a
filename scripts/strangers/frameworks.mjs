import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'
import { CHROMIUM_ARGS, findChromium } from '../chromium.mjs'
import { writeFiles } from '../load-check/project.mjs'
import { root, writeJson } from '../release/packages.mjs'
import { TARO, UNI_APP } from './framework-projects.mjs'
import { Row, versionsIn } from './report.mjs'
import { type } from './shell.mjs'
import { openInWechat, waitFor } from './wechat.mjs'

const { findBlocks } = await import(pathToFileURL(join(root, 'docs/test/readme-samples/blocks.ts')).href)
const PAGE = 'packages/client/FRAMEWORKS.md'
/** What an endpoint of an app answers: a refusal first. */
const REFUSAL = { statusCode: 401, data: { code: 'unauthenticated' } }
const TICKETS = { statusCode: 200, data: { sdkAppId: 1400000000, userId: 'alice', userSig: 'a ticket', expire: 86400 } }

export const FRAMEWORK_ROWS = [TARO, UNI_APP].map((project) => [
  project.name,
  (folder, shell) => followFramework(project, folder, shell),
])

/** Builds an app with the snippets of a framework for WeChat and for browsers, and looks at what its page shows. */
async function followFramework({ name, packages, files, samples, builds, versions }, folder, shell) {
  const row = new Row(name)
  const app = join(folder, 'app')
  const installed = await row.try('installs', () => {
    mkdirSync(app)
    writeJson(join(app, 'package.json'), { name: 'app', version: '1.0.0', private: true })
    writeFileSync(join(app, '.npmrc'), shell.npmrc)
    type(`npm install --ignore-scripts ${packages.join(' ')}`, app, shell)
    type('npm install @usersig/client', app, shell)
    return true
  })
  if (!installed) return row
  row.versions = versionsIn(app, versions)
  writeFiles(app, { ...files, ...readSamples(samples) })
  await row.try('ticket', async () => {
    type(builds.wechat.line, app, shell)
    await lookInWechat(join(app, builds.wechat.folder))
  })
  await row.try('bundle', async () => {
    type(builds.browser.line, app, shell)
    await lookInBrowser(join(app, builds.browser.folder))
  })
  return row
}

/** The snippets, by the file that each is put into. */
function readSamples(samples) {
  const blocks = findBlocks(PAGE)
  return Object.fromEntries(
    Object.entries(samples).map(([file, sample]) => {
      const block = blocks.find(({ info }) => info === `ts ${sample}`)
      if (!block) throw new Error(`${PAGE} has no snippet ${sample}`)
      return [file, block.code]
    }),
  )
}

async function lookInWechat(folder) {
  const asked = []
  const { show, shows, kept } = openInWechat(folder, ({ method, url }) => {
    asked.push(`${method} ${url}`)
    return asked.length === 1 ? REFUSAL : TICKETS
  })
  if (!(await shows('none'))) throw new Error('the page shows nothing')
  if (!(await waitFor(() => asked.length > 0))) throw new Error('the page asks for no tickets')
  // The refusal has to come in first.
  await setTimeout(200)
  show()
  if (!(await shows('alice'))) throw new Error(`the page does not show the user, after ${asked.length} requests`)
  if (kept.size !== 1) throw new Error(`${kept.size} texts are kept`)
}

async function lookInBrowser(folder) {
  const browser = await chromium.launch({ executablePath: await findChromium(), args: CHROMIUM_ARGS })
  try {
    const page = await browser.newPage()
    const faults = []
    let asked = 0
    page.on('pageerror', (error) => faults.push(error.message))
    await page.route('**/*', (route) => {
      const { hostname, pathname } = new URL(route.request().url())
      if (hostname !== 'app.example.com') return route.abort()
      return route.fulfill({ path: join(folder, pathname === '/' ? 'index.html' : pathname) })
    })
    const headers = { 'access-control-allow-origin': '*', 'access-control-allow-headers': 'content-type' }
    await page.route('https://api.example.com/usersig', (route) => {
      asked++
      return route.fulfill({ headers, json: TICKETS.data })
    })
    await page.goto('https://app.example.com/')
    const look = async () => {
      const isShown = await waitFor(() => page.getByText('alice').first().isVisible())
      if (!isShown || faults.length > 0) throw new Error(`the page shows no user: ${faults.join('\n')}`)
    }
    await look()
    await page.reload()
    await look()
    if (asked !== 1) throw new Error(`asked ${asked} times, although tickets are kept`)
  } finally {
    await browser.close()
  }
}
