import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { RedisServer } from '@usersig/contract/redis-server'
import autocannon from 'autocannon'
import { AUDIENCE, startLogin } from '../test/login.ts'

// What the service answers on this machine: one process and two, with and without Redis, by kind of token. The time of
// the processor that an answer takes says more than answers a second where other programs run beside it.
//   pnpm exec turbo run build --filter=@usersig/service
//   node --conditions=usersig-source bench/capacity.ts [seconds]

const SECONDS = Number(process.argv[2] ?? 10)
const PROGRAM = fileURLToPath(new URL('../dist/esm/bin.js', import.meta.url))
const CONNECTIONS = 64
const USERS = 500

interface Setting {
  readonly name: string
  readonly processes: number
  readonly redis: boolean
  readonly alg: 'ES256' | 'RS256'
}

const SETTINGS: readonly Setting[] = [
  { name: 'one process, RS256', processes: 1, redis: false, alg: 'RS256' },
  { name: 'one process, ES256', processes: 1, redis: false, alg: 'ES256' },
  { name: 'one process, RS256, limits in Redis', processes: 1, redis: true, alg: 'RS256' },
  { name: 'two processes, RS256, limits in Redis', processes: 2, redis: true, alg: 'RS256' },
]

interface Running {
  readonly child: ChildProcess
  readonly url: string
  readonly managementUrl: string
}

async function start(folder: string, config: object): Promise<Running> {
  const path = join(folder, 'usersig.json')
  writeFileSync(path, JSON.stringify(config))
  const env = { ...process.env, BENCH_KEY: '5bd2850fff3ecb11d7c805251c51ee463a25727bddc2385f3fa8bfee1bb93b5e' }
  const child = spawn(process.execPath, [PROGRAM, '--config', path], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const line = await new Promise<string>((resolve, reject) => {
    let output = ''
    const take = (chunk: Buffer) => {
      output += chunk
      const found = output.split('\n').find((each) => each.includes('"listening"') && each.endsWith('}'))
      if (found === undefined) return
      child.stdout.off('data', take)
      // The audit log goes on: it is read and thrown away, as a collector would take it.
      child.stdout.resume()
      resolve(found)
    }
    child.stdout.on('data', take)
    child.once('exit', () => reject(new Error(output)))
  })
  const { port, managementPort } = JSON.parse(line)
  return { child, url: `http://127.0.0.1:${port}`, managementUrl: `http://127.0.0.1:${managementPort}` }
}

async function processorSeconds(services: readonly Running[]): Promise<number> {
  const texts = await Promise.all(
    services.map(async ({ managementUrl }) => (await fetch(`${managementUrl}/metrics`)).text()),
  )
  return texts.reduce((sum, text) => sum + Number(/^process_cpu_seconds_total ([\d.]+)/m.exec(text)?.[1]), 0)
}

async function measure({ name, processes, redis: withRedis, alg }: Setting): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'usersig-bench-'))
  const login = await startLogin(['app'], alg)
  const redis = new RedisServer()
  if (withRedis) await redis.start()
  const config = {
    listen: { port: 0, host: '127.0.0.1' },
    login: { jwt: { issuer: login.issuer, audience: AUDIENCE } },
    apps: { main: { sdkAppId: 1400000000, key: { env: 'BENCH_KEY' } } },
    management: { port: 0 },
    shutdown: { delay: 0 },
    ...(withRedis && { redis: { url: redis.url }, limits: { tickets: 1_000_000, seconds: 86_400 } }),
  }
  const services: Running[] = []
  for (let i = 0; i < processes; i++) services.push(await start(folder, config))
  const tokens = await Promise.all(Array.from({ length: USERS }, (_, i) => login.sign(`user-${i}`)))
  const requests = tokens.map((token) => ({ headers: { authorization: `Bearer ${token}` } }))
  const load = (url: string, duration: number) =>
    autocannon({ url: `${url}/usersig`, method: 'POST', connections: CONNECTIONS / processes, duration, requests })
  // The compiler of the runtime gets to know the code first.
  await Promise.all(services.map(({ url }) => load(url, 2)))
  const before = await processorSeconds(services)
  const results = await Promise.all(services.map(({ url }) => load(url, SECONDS)))
  const spent = (await processorSeconds(services)) - before
  const answers = results.reduce((sum, each) => sum + each['2xx'], 0)
  const others = results.reduce((sum, each) => sum + each.non2xx + each.errors, 0)
  for (const { child } of services) {
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
  await login.close()
  await redis.remove()
  rmSync(folder, { recursive: true })
  const latency = (of: 'p50' | 'p99') => Math.max(...results.map(({ latency: each }) => each[of]))
  const microseconds = (spent / answers) * 1e6
  return `| ${name} | ${Math.round(answers / SECONDS)} | ${latency('p50')} | ${latency('p99')} | ${Math.round(microseconds)} | ${Math.round(1e6 / microseconds)} | ${others} |`
}

console.log(
  '| service | answers a second here | p50, ms | p99, ms | processor, µs an answer | answers a second and core | others |',
)
console.log(
  '| ------- | --------------------: | ------: | ------: | ----------------------: | ------------------------: | -----: |',
)
for (const setting of SETTINGS) console.log(await measure(setting))
