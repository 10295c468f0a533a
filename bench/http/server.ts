import { frameworks } from './frameworks.ts'

/** A process of its own for each server, so that it has one core and the load another. */
const start = frameworks[process.argv[2] ?? '']
if (!start) throw new Error(`name one of: ${Object.keys(frameworks).join(', ')}`)
process.send?.({ port: await start() })

// Only what nothing refers to any more is taken away, and some of that at the second time.
process.on('message', () => {
  for (let i = 0; i < 3; i++) global.gc?.()
  process.send?.({ heapUsed: process.memoryUsage().heapUsed })
})
