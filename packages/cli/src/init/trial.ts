import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { createFakeProvider, type FakeProvider } from '@usersig/testing'
import { SAMPLE } from '../input/sample.ts'
import type { ChosenLogin } from './logins.ts'
import type { Plan } from './plan.ts'
import { type Project, programLine } from './project.ts'

/** What the app answered when it was started once. */
export interface Trial {
  readonly line: string
  readonly url: string
  readonly seconds: number
  /** Without a login. */
  readonly refused: number
  /** With one; missing for a login of the app's own. */
  readonly answered?: { readonly status: number; readonly body: string }
}

/** The app did not start, or did not answer; with what it printed. */
export class TrialError extends Error {}

/** How long a server may take until it answers, and for one answer, in seconds. */
const PATIENCE = { start: 90, answer: 60 }
/** How much of what the app prints is kept, in characters. */
const MOST_SAID = 3_000

/**
 * Starts the app as the project does, and asks it for a ticket: without a login, and with a token of a provider that
 * stands in for the real one in this process alone.
 */
export async function tryOut(project: Project, plan: Plan, { login, values }: ChosenLogin): Promise<Trial | undefined> {
  const { start } = plan.draft
  if (!start) return undefined
  const provider = login.provider && (await createFakeProvider(login.provider(values)))
  const token = await provider?.token(login.claims?.(values) ?? {})
  const authorization = login.secret ? 'WxLogin code' : token && `Bearer ${token}`
  const folder = mkdtempSync(join(tmpdir(), 'usersig-init-'))
  const port = ('port' in start && start.port) || (await freePort())
  if ('port' in start && start.port && (await isTaken(start.port))) throw new TrialError(`EADDRINUSE ${start.port}`)
  const wrapper = join(project.folder, `.usersig-trial-${process.pid}.mjs`)
  const isWorker = 'worker' in start
  try {
    const preload = join(folder, 'preload.mjs')
    const sample = plan.key.isSet || plan.key.hasKey ? undefined : SAMPLE
    if (isWorker) writeFileSync(wrapper, workerCode(start.worker, provider, sample), { flag: 'wx' })
    else writeFileSync(preload, login.secret ? WECHAT : providerCode(provider))
    const line = isWorker
      ? `${programLine(project, 'wrangler')} dev ${JSON.stringify(wrapper)} --port ${port}`
      : start.line
    const shown = isWorker ? programLine(project, 'wrangler dev') : line
    const env = {
      ...process.env,
      PORT: String(port),
      WRANGLER_SEND_METRICS: 'false',
      ...(!isWorker && {
        NODE_OPTIONS: `${process.env['NODE_OPTIONS'] ?? ''} --import=${pathToFileURL(preload).href}`.trim(),
      }),
      ...(login.secret && { [login.secret]: 'opens nothing' }),
      ...(sample && { USERSIG_SDKAPPID: String(sample.sdkAppId), USERSIG_SECRETKEY: sample.secretKey }),
    }
    return await askOnce(line, shown, project.folder, env, `http://localhost:${port}/usersig`, authorization)
  } finally {
    rmSync(folder, { recursive: true, force: true })
    rmSync(wrapper, { force: true })
  }
}

async function askOnce(
  line: string,
  shown: string,
  cwd: string,
  env: NodeJS.ProcessEnv,
  url: string,
  authorization: string | undefined,
): Promise<Trial> {
  const begin = performance.now()
  // A group of its own, so that all of it can be ended.
  const child = spawn(line, {
    cwd,
    env,
    shell: true,
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const atExit = () => end(child)
  process.once('exit', atExit)
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      output = (output + chunk).slice(-MOST_SAID)
    })
  }
  try {
    const refused = await untilItAnswers(child, url)
    if (refused === undefined) throw new TrialError(output.trim())
    const answered = authorization === undefined ? undefined : await post(url, { authorization })
    const seconds = (performance.now() - begin) / 1000
    return { line: shown, url, seconds, refused: refused.status, ...(answered && { answered }) }
  } finally {
    process.off('exit', atExit)
    await stop(child)
  }
}

async function untilItAnswers(child: ChildProcess, url: string) {
  const deadline = Date.now() + PATIENCE.start * 1000
  while (child.exitCode === null && child.signalCode === null && Date.now() < deadline) {
    const answer = await post(url, {}).catch(() => undefined)
    if (answer) return answer
    await sleep(200)
  }
  return undefined
}

async function post(url: string, headers: Record<string, string>): Promise<{ status: number; body: string }> {
  const signal = AbortSignal.timeout(PATIENCE.answer * 1000)
  const answer = await fetch(url, { method: 'POST', headers, redirect: 'manual', signal })
  return { status: answer.status, body: (await answer.text()).slice(0, 65_536) }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return end(child)
  const ended = once(child, 'exit')
  end(child)
  await ended
}

function end({ pid }: ChildProcess): void {
  if (pid === undefined) return
  if (process.platform === 'win32') spawnSync('taskkill', ['/pid', String(pid), '/t', '/f'])
  else
    try {
      process.kill(-pid, 'SIGKILL')
    } catch {
      // It has ended, and all that it started.
    }
}

/** A program that answers for WeChat, which takes any code. */
const WECHAT = `const other = globalThis.fetch
globalThis.fetch = async (input, init) =>
  String(input).startsWith('https://api.weixin.qq.com/') ? Response.json({ openid: 'alice' }) : other(input, init)
`

/** A program that answers for the provider; all other requests go on. */
function providerCode(provider: FakeProvider | undefined): string {
  if (!provider) return ''
  const { issuer, jwksUri, jwks } = provider
  const discovery = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`
  const documents = { [discovery]: { issuer, jwks_uri: jwksUri }, [jwksUri]: jwks }
  return `const documents = new Map(Object.entries(${JSON.stringify(documents)}))
const other = globalThis.fetch
globalThis.fetch = async (input, init) => {
  const document = documents.get(typeof input === 'object' && 'url' in input ? input.url : String(input))
  return document ? Response.json(document) : other(input, init)
}
`
}

function workerCode(entry: string, provider: FakeProvider | undefined, sample: typeof SAMPLE | undefined): string {
  const env = sample && { USERSIG_SDKAPPID: String(sample.sdkAppId), USERSIG_SECRETKEY: sample.secretKey }
  return `import app from './${entry}'
export * from './${entry}'
${providerCode(provider)}
export default { ...app, fetch: (request, env, ctx) => app.fetch(request, { ...env, ...${JSON.stringify(env ?? {})} }, ctx) }
`
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}

async function isTaken(port: number): Promise<boolean> {
  const server = createServer().listen(port)
  const taken = await Promise.race([
    once(server, 'listening').then(() => false),
    once(server, 'error').then(() => true),
  ])
  server.close()
  return taken
}
