import { createDemo } from 'demo/server/demo'
import { createFetchDrain, endOnSignal } from 'demo/server/drain'
import { describeLimit, openLimit } from 'demo/server/limit/limit'
import { readSettings } from 'demo/server/settings'
import { createFetch } from './fetch.ts'

/** The part of Deno's API that is used here. */
interface DenoRuntime {
  readonly env: { toObject(): Record<string, string> }
  serve(
    options: { port: number; hostname: string; onListen: () => void },
    handler: (request: Request) => Response | Promise<Response>,
  ): { readonly addr: { readonly port: number }; shutdown(): Promise<void> }
}

const { Deno } = globalThis as unknown as { Deno: DenoRuntime }
const settings = readSettings(Deno.env.toObject(), 'deno')
const limit = await openLimit(settings)
const demo = createDemo(settings, limit)
const { fetch, drain } = createFetchDrain(createFetch(demo))
const server = Deno.serve(
  // The line below says where it listens.
  { port: settings.port, hostname: settings.host, onListen: () => {} },
  fetch,
)
endOnSignal(() => {
  demo.activity.end()
  return drain(() => server.shutdown())
}, settings.drainSeconds)
console.log(`${describeLimit(settings)}\nlistening on http://${settings.host}:${server.addr.port}`)
