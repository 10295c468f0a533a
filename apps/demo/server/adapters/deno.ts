import { createDemo } from '../demo.ts'
import { readSettings } from '../settings.ts'
import { createFetch } from './fetch.ts'

/** The part of Deno's API that is used here. */
interface DenoRuntime {
  readonly args: readonly string[]
  readonly env: { toObject(): Record<string, string> }
  serve(
    options: { port: number; hostname: string; onListen: (address: { port: number }) => void },
    handler: (request: Request) => Response | Promise<Response>,
  ): { shutdown(): Promise<void> }
  addSignalListener(signal: 'SIGTERM' | 'SIGINT', handler: () => void): void
}

const { Deno } = globalThis as unknown as { Deno: DenoRuntime }
const settings = readSettings(Deno.args, Deno.env.toObject())
const server = Deno.serve(
  {
    port: settings.port,
    hostname: settings.host,
    onListen: ({ port }) => console.log(`listening on http://${settings.host}:${port}`),
  },
  createFetch(createDemo(settings)),
)
for (const signal of ['SIGTERM', 'SIGINT'] as const) Deno.addSignalListener(signal, () => server.shutdown())
