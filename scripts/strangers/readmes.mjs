import { createHmac } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { writeFiles } from '../load-check/project.mjs'
import { root } from '../release/packages.mjs'
import { freePort } from '../release/rehearse/registry.mjs'
import { SAMPLE_KEY } from '../sample-key.mjs'
import { blockOf, linesOf, readReadme } from './documents.mjs'
import { Row, versionsIn } from './report.mjs'
import { startServer, type } from './shell.mjs'
import { standInForChat, standInForLogin } from './stand-ins.mjs'
import { at } from './ticket.mjs'

const { AWS_HTTP_API, SCF_FUNCTION_URL } = await import(
  pathToFileURL(join(root, 'packages/functions/test/events/recorded.ts')).href
)
const RUNNER = 'lambda-local@2.2.0'
const SESSION_SECRET = 'a secret of the trial'

/** What the README of a package tells to do, for those that the quick start does not have. */
export const README_ROWS = [
  ['AWS Lambda, lambda-local', followLambda],
  ['Tencent SCF, lambda-local', followScf],
  ['Service, @usersig/service', followService],
  ['REST API, @usersig/rest', followRest],
  ['Tests of apps, @usersig/testing', followTesting],
]

/** An empty project with what the README says to install. */
function makeProject(readme, folder, shell, others = []) {
  const app = join(folder, 'app')
  mkdirSync(app)
  writeFileSync(join(app, '.npmrc'), shell.npmrc)
  type('npm init --yes', app, shell)
  for (const line of [linesOf(readme, 'npm install')[0], ...others]) type(line, app, shell)
  return app
}

async function followFunction(name, { section, handler, event, files = () => ({}) }, folder, shell) {
  const row = new Row(name)
  const readme = readReadme('functions')
  const app = await row.try('installs', () => makeProject(readme, folder, shell, [`npm install --save-dev ${RUNNER}`]))
  if (!app) return row
  row.versions = versionsIn(app, ['@usersig/functions', 'lambda-local'])
  await row.try('ticket', () => {
    const { code } = blockOf(
      readme,
      `program for ${name}`,
      (block) => block.section === section && block.language === 'js',
    )
    writeFiles(app, { 'index.cjs': code, 'event.json': JSON.stringify(event), ...files(readme) })
    const env = { ...shell.env, ...SAMPLE_KEY, SESSION_SECRET }
    const line = `npx lambda-local --lambda-path index.cjs --handler ${handler} --event-path event.json`
    const said = type(line, app, { ...shell, env })
    if (!/statusCode"?: 200/.test(said) || !/userId\\*":\\*"alice/.test(said)) throw new Error(`$ ${line}\n${said}`)
  })
  return row
}

/** The authorizer of the gateway has checked who calls. */
function followLambda(folder, shell) {
  const { requestContext } = AWS_HTTP_API
  const authorizer = { jwt: { claims: { sub: 'alice' } } }
  const event = { ...AWS_HTTP_API, body: undefined, requestContext: { ...requestContext, authorizer } }
  return followFunction('AWS Lambda, lambda-local', { section: 'Start', handler: 'handler', event }, folder, shell)
}

/** SCF has no runner of its own on the registry; its functions have the form of Lambda's. */
function followScf(folder, shell) {
  const signature = createHmac('sha256', SESSION_SECRET).update('alice').digest('hex')
  const event = { ...SCF_FUNCTION_URL, headers: { cookie: `session=alice.${signature}` }, body: '' }
  const files = (readme) => ({
    'login.cjs': blockOf(readme, 'login.cjs', ({ code }) => code.includes('exports.userOfSession')).code,
  })
  const recipe = { section: 'Tencent SCF', handler: 'main_handler', event, files }
  return followFunction('Tencent SCF, lambda-local', recipe, folder, shell)
}

async function followService(folder, shell) {
  const row = new Row('Service, @usersig/service')
  const readme = readReadme('service')
  const app = await row.try('installs', () =>
    makeProject(readme, folder, shell, ['npm install --save-dev @usersig/testing']),
  )
  if (!app) return row
  row.versions = versionsIn(app, ['@usersig/service'])
  await row.try('ticket', async () => {
    const config = blockOf(readme, 'configuration', ({ code }) => code.includes('"$schema"')).code
    const port = await freePort()
    // The port is the only thing that is not as the text says: something else may be at 3000.
    writeFiles(app, { 'usersig.json': config.replace('{', `{ "listen": { "port": ${port} },`) })
    const [line] = linesOf(readme, 'npx usersig-service')
    const env = { ...shell.env, ...SAMPLE_KEY }
    type(`${line} --check`, app, { ...shell, env })
    const { issuer, audience } = JSON.parse(config).login.jwt
    const standIn = standInForLogin(app, { issuer, audience })
    const stop = await startServer(line, app, { ...shell, env: { ...env, ...standIn } }, port)
    try {
      askService(readme, app, port, shell)
    } finally {
      await stop()
    }
  })
  return row
}

function askService(readme, app, port, shell) {
  if (!existsSync(join(app, 'access-token'))) throw new Error('the stand-in for the login made no token')
  const token = readFileSync(join(app, 'access-token'), 'utf8')
  const [line] = linesOf(readme, 'curl -X POST -H "Authorization: Bearer $ACCESS_TOKEN" http://localhost:3000')
  // PowerShell names a variable of the environment otherwise.
  const ask = `${at(line.replace('$ACCESS_TOKEN', token), port)} --silent --show-error --max-time 60`
  const said = type(ask, app, shell)
  if (!said.includes('"userId":"alice","userSig":"e')) throw new Error(`$ ${line}\n${said}`)
}

async function followRest(folder, shell) {
  const row = new Row('REST API, @usersig/rest')
  const readme = readReadme('rest')
  const app = await row.try('installs', () => makeProject(readme, folder, shell))
  if (!app) return row
  row.versions = versionsIn(app, ['@usersig/rest'])
  await row.try('ticket', () => {
    writeFiles(app, { 'sample.mjs': blockOf(readme, 'sample', ({ file }) => file === 'sample').code })
    const said = type('node sample.mjs', app, {
      ...shell,
      env: { ...shell.env, ...SAMPLE_KEY, ...standInForChat(app) },
    })
    for (const command of ['account_import', 'kick']) {
      if (!said.includes(command)) throw new Error(`the sample asks nothing of ${command}:\n${said}`)
    }
  })
  return row
}

async function followTesting(folder, shell) {
  const row = new Row('Tests of apps, @usersig/testing')
  const readme = readReadme('testing')
  const others = ['npm install @usersig/auth @usersig/client @usersig/edge', 'npm install --save-dev vitest']
  const app = await row.try('installs', () => makeProject(readme, folder, shell, others))
  if (!app) return row
  row.versions = versionsIn(app, ['@usersig/testing', 'vitest'])
  const isForVitest = ({ file }) => file?.endsWith('.mjs')
  await row.try('tests', () => {
    const files = readme.filter(isForVitest).map(({ file, code }) => [file, code])
    writeFiles(app, Object.fromEntries(files))
    const said = type('npx vitest run', app, shell)
    if (!new RegExp(`Test Files +${files.length - 1} passed`).test(said)) throw new Error(said)
  })
  return row
}
