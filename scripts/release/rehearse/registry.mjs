import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { runToEnd } from '../../pack-check/process.mjs'
import { writeJson } from '../packages.mjs'
import { stopAtExit } from './trial.mjs'

const VERDACCIO = '6.10.4'
/** How long the registry may take until it answers, in milliseconds. */
const PATIENCE = 60_000

/**
 * @typedef {object} Registry
 * @property {string} url
 * @property {Record<string, string | undefined>} env under which npm, pnpm, Bun and Deno use it, and nothing of the user's
 * @property {string} npmrc what a project says to use it
 * @property {() => Promise<void>} close
 */

/** Starts a registry that has our packages alone, and passes on everything else. @returns {Promise<Registry>} */
export async function startRegistry(folder) {
  mkdirSync(folder, { recursive: true })
  // The tag by which one of its dependencies is wanted is missing from some mirrors.
  const overrides = { 'node-fetch': '^2.7.0' }
  writeJson(join(folder, 'package.json'), { private: true, dependencies: { verdaccio: VERDACCIO }, overrides })
  runToEnd('npm', ['install', '--no-audit', '--no-fund', '--no-package-lock', '--prefer-offline'], { cwd: folder })
  const upstream = runToEnd('npm', ['config', 'get', 'registry'], { cwd: folder }).trim()
  const port = await freePort()
  const url = `http://127.0.0.1:${port}/`
  writeFileSync(join(folder, 'config.yaml'), configuration(upstream))
  const npmrc = `registry=${url}\n//127.0.0.1:${port}/:_authToken=rehearsal\n`
  writeFileSync(join(folder, '.npmrc'), npmrc)
  const log = join(folder, 'verdaccio.log')
  const output = openSync(log, 'w')
  const program = join(folder, 'node_modules/verdaccio/bin/verdaccio')
  const child = spawn(process.execPath, [program, '--config', 'config.yaml', '--listen', `127.0.0.1:${port}`], {
    cwd: folder,
    stdio: ['ignore', output, output],
  })
  closeSync(output)
  child.once(
    'exit',
    stopAtExit(() => child.kill('SIGKILL')),
  )
  await untilItAnswers(url, child, log)
  return { url, npmrc, env: environment(url, join(folder, '.npmrc')), close: () => stop(child) }
}

function configuration(upstream) {
  const ours = '{ access: $all, publish: $all, unpublish: $all }'
  return `storage: ./storage
uplinks: { npm: { url: '${upstream}', timeout: 60s, max_fails: 100, fail_timeout: 1s } }
packages:
  '@usersig/*': ${ours}
  usersig: ${ours}
  create-usersig: ${ours}
  '**': { access: $all, proxy: npm }
max_body_size: 100mb
log: { type: stdout, format: pretty, level: warn }
`
}

// Settings of the user's npm would send the trial to the real registry.
function environment(url, userconfig) {
  const own = Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name))
  return {
    ...Object.fromEntries(own),
    npm_config_registry: url,
    // Deno and Bun read it in capitals.
    NPM_CONFIG_REGISTRY: url,
    npm_config_userconfig: userconfig,
    npm_config_audit: 'false',
    npm_config_fund: 'false',
    npm_config_update_notifier: 'false',
    // A new release is younger than what pnpm takes by itself.
    pnpm_config_minimum_release_age: '0',
    CI: '1',
    NO_COLOR: '1',
    NO_UPDATE_NOTIFIER: '1',
  }
}

async function untilItAnswers(url, child, log) {
  const deadline = Date.now() + PATIENCE
  while (child.exitCode === null && Date.now() < deadline) {
    if (await fetch(`${url}-/ping`).catch(() => undefined)) return
    await setTimeout(100)
  }
  await stop(child)
  throw new Error(`the registry did not start:\n${readFileSync(log, 'utf8')}`)
}

export async function stop(child) {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}

export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address()
  server.close()
  await once(server, 'close')
  return port
}
