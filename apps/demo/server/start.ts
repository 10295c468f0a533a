import type { Running } from './adapters/listen.ts'
import { createDemo, type Demo } from './demo.ts'
import { openLimit } from './limit/limit.ts'
import type { Settings } from './settings.ts'

type Serve = (demo: Demo, port: number, host: string, adapter: string) => Promise<Running>

const ADAPTERS: Readonly<Record<string, () => Promise<{ serve: Serve }>>> = {
  node: () => import('./adapters/node.ts'),
  express: () => import('./adapters/express.ts'),
  nest: () => import('./adapters/nest.ts'),
  'nest-fastify': () => import('./adapters/nest.ts'),
  edge: () => import('./adapters/edge.ts'),
  hono: () => import('./adapters/hono.ts'),
}

/** Serves the demo in this process, by the adapter of the settings. */
export async function start(settings: Settings): Promise<Running> {
  const load = ADAPTERS[settings.adapter]
  if (!load) throw new Error(`the adapter "${settings.adapter}" does not run on Node.js`)
  const { serve } = await load()
  const limit = await openLimit(settings)
  try {
    const demo = createDemo(settings, limit)
    const { port, close } = await serve(demo, settings.port, settings.host, settings.adapter)
    return {
      port,
      close: () => {
        demo.activity.end()
        return close().finally(() => limit.redis?.close())
      },
    }
  } catch (error) {
    limit.redis?.close()
    throw error
  }
}
