import { randomBytes } from 'node:crypto'
import { createWriteStream, realpathSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** Writes to a file beside it, which takes its place at the end: all of it is written, or none. */
export async function writeWhole(content: Readable, output: string): Promise<void> {
  const old = statSync(output, { throwIfNoEntry: false })
  // Devices and pipes are not files that can be replaced.
  if (old && !old.isFile()) return await pipeline(content, createWriteStream(output))
  // A link stays one.
  const target = old ? realpathSync(output) : output
  const draft = join(dirname(target), `.usersig-${randomBytes(6).toString('hex')}.tmp`)
  const remove = () => rmSync(draft, { force: true })
  const stop = () => {
    remove()
    process.exit(130)
  }
  process.once('SIGINT', stop).once('SIGTERM', stop)
  try {
    await pipeline(content, createWriteStream(draft, { flags: 'wx', mode: 0o600 }))
    renameSync(draft, target)
  } catch (error) {
    remove()
    throw error
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop)
  }
}
