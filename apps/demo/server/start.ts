import { createDemo, type Demo } from './demo.ts'
import { openLimit } from './limit/limit.ts'
import type { Running } from './listen.ts'
import { serve as serveOnNode } from './node.ts'
import type { Settings } from './settings.ts'

/** Serves what the demo is made of, by one of the adapters. */
export type Serve = (demo: Demo, port: number, host: string) => Promise<Running>

/** Serves the demo in this process, by `@usersig/node` where no other adapter is given. */
export async function start(settings: Settings, serve: Serve = serveOnNode): Promise<Running> {
  const limit = await openLimit(settings)
  try {
    const demo = createDemo(settings, limit)
    const { port, close } = await serve(demo, settings.port, settings.host)
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
