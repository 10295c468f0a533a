import { setTimeout } from 'node:timers/promises'
import { frameworks } from './frameworks.ts'

/** A process of its own for each server, so that it has one core and the load another. */
const start = frameworks[process.argv[2] ?? '']
if (!start) throw new Error(`name one of: ${Object.keys(frameworks).join(', ')}`)
process.send?.({ port: await start() })

// Streams of bodies let go of what they hold when they are collected, so that it takes more than one turn.
process.on('message', async () => {
  for (let turn = 0; turn < 10; turn++) {
    global.gc?.()
    await setTimeout(50)
  }
  process.send?.({ heapUsed: process.memoryUsage().heapUsed })
})
