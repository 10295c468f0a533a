import { createDemo } from 'demo/server/demo'
import { createFetchDrain, endOnSignal } from 'demo/server/drain'
import { describeLimit, openLimit } from 'demo/server/limit/limit'
import { readSettings } from 'demo/server/settings'
import { createFetch } from './fetch.ts'

/** The part of Bun's API that is used here. */
interface BunRuntime {
  serve(options: { port: number; hostname: string; fetch: (request: Request) => Response | Promise<Response> }): {
    readonly port: number
    stop(): Promise<void>
  }
}

const { Bun } = globalThis as unknown as { Bun: BunRuntime }
const settings = readSettings(process.env, 'bun')
const limit = await openLimit(settings)
const demo = createDemo(settings, limit)
const { fetch, drain } = createFetchDrain(createFetch(demo))
const server = Bun.serve({
  port: settings.port,
  hostname: settings.host,
  fetch,
})
endOnSignal(() => {
  demo.activity.end()
  return drain(() => server.stop())
}, settings.drainSeconds)
console.log(`${describeLimit(settings)}\nlistening on http://${settings.host}:${server.port}`)
