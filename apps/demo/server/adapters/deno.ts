import { createDemo } from '../demo.ts'
import { createFetchDrain, endOnSignal } from '../drain.ts'
import { describeLimit, openLimit } from '../limit/limit.ts'
import { readSettings } from '../settings.ts'
import { createFetch } from './fetch.ts'

/** The part of Deno's API that is used here. */
interface DenoRuntime {
  readonly args: readonly string[]
  readonly env: { toObject(): Record<string, string> }
  serve(
    options: { port: number; hostname: string; onListen: () => void },
    handler: (request: Request) => Response | Promise<Response>,
  ): { readonly addr: { readonly port: number }; shutdown(): Promise<void> }
}

const { Deno } = globalThis as unknown as { Deno: DenoRuntime }
const settings = readSettings(Deno.args, Deno.env.toObject())
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
console.log(`listening on http://${settings.host}:${server.addr.port}\n${describeLimit(settings)}`)
