import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname } from 'node:path'
import { constants, gzipSync } from 'node:zlib'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
}

interface File {
  readonly type: string
  readonly bytes: Uint8Array<ArrayBuffer>
  /** The same by gzip. */
  readonly packed: Uint8Array<ArrayBuffer>
}

const BUILT = new URL('../dist/', import.meta.url)

/** The built page, by path: so few files that memory is the simplest place, on every runtime. */
export function readFiles(): ReadonlyMap<string, File> {
  if (!existsSync(BUILT))
    throw new Error('the page is not built: start the demo with "npm start" in the project folder')
  const files = new Map<string, File>()
  for (const name of readdirSync(BUILT, { recursive: true, encoding: 'utf8' })) {
    const type = TYPES[extname(name)]
    if (!type) continue
    const bytes = new Uint8Array(readFileSync(new URL(name, BUILT)))
    const packed = new Uint8Array(gzipSync(bytes, { level: constants.Z_BEST_COMPRESSION }))
    files.set(`/${name.replaceAll('\\', '/')}`, { type, bytes, packed })
  }
  return files
}
