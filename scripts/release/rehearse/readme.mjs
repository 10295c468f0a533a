import { spawn } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { SAMPLE_KEY } from '../../sample-key.mjs'
import { root } from '../packages.mjs'
import { freePort, stop } from './registry.mjs'
import { run } from './run.mjs'

/** What a program may take until it has ended or answers, in milliseconds. */
const PATIENCE = 30_000
const { readCodeBlocks } = await import(pathToFileURL(join(root, 'docs/test/support/code-blocks.ts')).href)

/** What the programs read; nobody logs in, so the provider of the login need not be there. */
const SETTINGS = {
  ...SAMPLE_KEY,
  SESSION_SECRET: 'a secret of the rehearsal',
  LOGIN_ISSUER: 'http://localhost:4100',
  LOGIN_AUDIENCE: 'my-api',
}

/**
 * Runs the first program that the README of a package shows: it has to end without an error, or to answer over HTTP.
 *
 * @returns {Promise<string | undefined>} why it was not run
 */
export async function runShortestProgram(project, { name }, registry, copy) {
  const folder = name === 'usersig' ? 'cli' : name.replace('@usersig/', '')
  const blocks = readCodeBlocks(`packages/${folder}/README.md`)
  const shown = blocks.find(({ language, code }) => /^[jt]s$/.test(language) && code.includes(`from '${name}`))
  if (!shown) return 'it shows none'
  if (/from '\.{1,2}\//.test(shown.code)) return 'it needs files of the app'
  if (/^\s*@\w+\(/m.test(shown.code)) return "it needs Nest's compiler: the strangers' gate has it"
  if (shown.code.includes("from 'vitest'")) return "it needs vitest: the strangers' gate has it"
  if (shown.code.includes('createRestClient(')) return "it asks Tencent: the strangers' gate has a stand-in"
  if (/document\.|from '@tencentcloud/.test(shown.code)) return "it needs a browser: the strangers' gate has a bundler"
  installImports(project, shown.code, registry)
  const file = shown.language === 'ts' ? 'readme.mts' : 'readme.mjs'
  const port = await freePort()
  writeFileSync(join(project, file), shown.code.replaceAll('3000', String(port)))
  await runOrAsk(project, file, port, registry, copy)
  return undefined
}

function installImports(project, code, registry) {
  const imported = [...code.matchAll(/from '((?:@[\w-]+\/)?[\w-]+)/g)].map(([, name]) => name)
  const missing = imported.filter((name) => !existsSync(join(project, 'node_modules', name)))
  if (missing.length > 0) run(project, registry, 'npm', ['install', ...missing])
}

async function runOrAsk(project, file, port, registry, copy) {
  const node = join(copy, 'node_modules/.bin/node')
  const env = { ...registry.env, ...SETTINGS, PORT: String(port) }
  const child = spawn(existsSync(node) ? node : process.execPath, [file], { cwd: project, env })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
  const deadline = Date.now() + PATIENCE
  try {
    while (Date.now() < deadline && child.exitCode === null) {
      const signal = AbortSignal.timeout(PATIENCE)
      if (await fetch(`http://localhost:${port}/`, { method: 'POST', signal }).catch(() => undefined)) return
      await setTimeout(50)
    }
    if (child.exitCode !== 0) throw new Error(`${file} ended with ${child.exitCode ?? 'nothing in time'}\n${output}`)
  } finally {
    await stop(child)
  }
}
