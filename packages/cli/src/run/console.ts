import { createReadStream, existsSync, statSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { extname, join, normalize, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { CliError } from '../exit.ts'
import { err, note, print } from '../output/terminal.ts'
import { closeAtSignal, listen } from '../serve/listen.ts'
import { isLocalHost } from '../serve/local-requests.ts'
import { words } from '../words/index.ts'

const FOLDER = fileURLToPath(new URL('./console', import.meta.url))

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
}

/** What is pasted there does not leave the browser, even if a library wanted to send it. */
const HEADERS = {
  'cache-control': 'no-cache',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
}

/** Serves the page to this machine. */
export async function serveConsole({ port: wanted }: { readonly port: number }): Promise<void> {
  if (!existsSync(join(FOLDER, 'index.html'))) throw new CliError(words.console.missing, words.console.missingHint)
  const server = createServer(answer)
  const port = await listen(server, wanted, '127.0.0.1')
  print(words.console.at(`http://localhost:${port}/`))
  note(err.dim(words.console.private))
  closeAtSignal(server)
}

function answer({ method, url = '/', headers }: IncomingMessage, response: ServerResponse): void {
  // A page of another site could come by a name of its own that leads here (DNS rebinding).
  const isOurs = isLocalHost(headers.host ?? '')
  const isRead = method === 'GET' || method === 'HEAD'
  const path = isOurs && isRead ? pathOf(url) : undefined
  if (path === undefined) {
    response.writeHead(isOurs ? (isRead ? 404 : 405) : 403, HEADERS).end()
    return
  }
  response.writeHead(200, { ...HEADERS, 'content-type': TYPES[extname(path)] ?? 'application/octet-stream' })
  if (method === 'HEAD') response.end()
  else createReadStream(path).pipe(response)
}

/** The file of an address; nothing outside of the folder has one. */
function pathOf(url: string): string | undefined {
  let name: string
  try {
    name = decodeURIComponent(new URL(url, 'http://localhost').pathname)
  } catch {
    return undefined
  }
  const path = normalize(join(FOLDER, name.endsWith('/') ? `${name}index.html` : name))
  if (name.includes('\0') || !path.startsWith(FOLDER + sep)) return undefined
  return statSync(path, { throwIfNoEntry: false })?.isFile() ? path : undefined
}
