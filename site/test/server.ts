import { once } from 'node:events'
import { readFile, stat } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

export const DIST = fileURLToPath(new URL('../dist/', import.meta.url))
/** The path for which the site is built. */
export const BASE = '/usersig/'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.md': 'text/markdown; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.json': 'application/json',
  '.xml': 'application/xml',
}

/** A server for files, below a path, that compresses what it sends and guesses no endings. */
export async function serveSite(): Promise<{ origin: string; close(): void }> {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const path = decodeURIComponent(pathname)
    const file = join(DIST, normalize(path.slice(BASE.length)), path.endsWith('/') ? 'index.html' : '')
    const isThere =
      path.startsWith(BASE) && file.startsWith(DIST) && (await stat(file).catch(() => undefined))?.isFile()
    if (!isThere) {
      response.writeHead(404).end()
      return
    }
    const headers = { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream', 'content-encoding': 'gzip' }
    response.writeHead(200, headers).end(gzipSync(await readFile(file)))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
