import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { createUserSigner } from '@usersig/core'
import autocannon, { type Request } from 'autocannon'
import { AUTHORIZATION, credentials } from '../http/routes.ts'

const CONNECTIONS = 100

export interface Soaked {
  readonly framework: string
  readonly requests: number
  readonly perSecond: number
  /** Answers with another status than the one that is right, by "expected status, got status". */
  readonly wrong: Readonly<Record<string, number>>
  /** Connections that broke, and requests without an answer. */
  readonly failed: number
  /** Milliseconds. */
  readonly latency: { readonly p50: number; readonly p90: number; readonly p99: number; readonly max: number }
  readonly heapGrowthBytes: number
}

/** What clients do: most log in, some ask for a room or visit, and some are wrong. */
function traffic(wrong: Record<string, number>): Request[] {
  const ticket = createUserSigner(credentials).genUserSig('user-7')
  const login = { authorization: AUTHORIZATION }
  const json = { ...login, 'content-type': 'application/json' }
  function expecting(status: number, request: Request): Request {
    function onResponse(got: number): void {
      if (got === status) return
      const name = `expected ${status}, got ${got}`
      wrong[name] = (wrong[name] ?? 0) + 1
    }
    return { ...request, onResponse }
  }
  const issue = { method: 'POST', path: '/usersig' } as const
  const visit = { method: 'GET', path: '/guarded' } as const
  return [
    expecting(200, { ...issue, headers: { ...login, 'content-length': '0' } }),
    expecting(200, { ...issue, headers: json, body: '{"roomId":10000}' }),
    expecting(200, { ...visit, headers: { authorization: `Bearer ${ticket}` } }),
    expecting(401, { ...issue, headers: { 'content-length': '0' } }),
    expecting(400, { ...issue, headers: json, body: '{"roomId":' }),
    expecting(400, { ...issue, headers: json, body: '{"roomId":0}' }),
    expecting(401, { ...visit, headers: { authorization: `Bearer ${ticket.slice(0, -9)}` } }),
    expecting(401, visit),
  ]
}

/** Keeps a server busy for a while, after it has warmed up, and looks at what it answers and at what it keeps. */
export async function soak(framework: string, seconds: number, warmUpSeconds: number): Promise<Soaked> {
  const child = fork(new URL('../http/server.js', import.meta.url), [framework], { execArgv: ['--expose-gc'] })
  try {
    const [{ port }] = (await once(child, 'message')) as [{ port: number }]
    const wrong: Record<string, number> = {}
    const run = (duration: number) =>
      autocannon({
        url: `http://127.0.0.1:${port}`,
        connections: CONNECTIONS,
        duration,
        requests: traffic(wrong),
      })
    await run(warmUpSeconds)
    const before = await heapOf(child)
    const { requests, latency, errors, timeouts } = await run(seconds)
    return {
      framework,
      requests: requests.total,
      perSecond: Math.round(requests.average),
      wrong,
      failed: errors + timeouts,
      latency: { p50: latency.p50, p90: latency.p90, p99: latency.p99, max: latency.max },
      heapGrowthBytes: (await heapOf(child)) - before,
    }
  } finally {
    child.kill()
  }
}

async function heapOf(child: ChildProcess): Promise<number> {
  child.send('heap')
  const [{ heapUsed }] = (await once(child, 'message')) as [{ heapUsed: number }]
  return heapUsed
}
