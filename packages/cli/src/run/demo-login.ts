import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createFakeProvider, type FakeProvider } from '@usersig/testing'
import { CliError } from '../exit.ts'
import { err, escapeControls, note, print, printLine } from '../output/terminal.ts'
import { closeAtSignal, listen } from '../serve/listen.ts'
import { isThisMachine } from '../serve/local-requests.ts'
import { words } from '../words/index.ts'

interface DemoLoginOptions {
  readonly port: number
  readonly audience: string
}

/** Longest name of a user, in characters, and in the address, where one may take up to nine. */
const MAX_USER = 128
/** So much of the path of a refused request is shown. */
const MAX_SHOWN = 160
const TOKEN = new RegExp(`^/token/([^/?#]{1,${MAX_USER * 9}})$`)
const LIMITS = { maxHeaderSize: 8192, headersTimeout: 5_000, requestTimeout: 10_000 }
const MAX_CONNECTIONS = 100

/** No page may read an answer, whatever site it is of: there are no headers for that, and these forbid it. */
const HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
}

/** Issues tokens for any user to programs of this machine, as the provider of a login does, until a signal ends it. */
export async function demoLogin({ port: wanted, audience }: DemoLoginOptions): Promise<void> {
  const { production, productionHint, noAudience, at, inEnv, tryIt, warning, portTaken } = words.demoLogin
  if (process.env['NODE_ENV'] === 'production') throw new CliError(production, productionHint)
  if (!/^[!-~]{1,256}$/.test(audience)) throw new CliError(noAudience)
  const server = createServer(LIMITS)
  server.maxConnections = MAX_CONNECTIONS
  const port = await listen(server, wanted, '127.0.0.1', portTaken)
  // The issuer has the port in its name.
  const issuer = `http://localhost:${port}`
  const provider = createFakeProvider({ issuer, jwksUri: `${issuer}/jwks`, algorithm: 'ES256' })
  server.on('request', (request, response) => {
    provider.then((made) => answer(made, audience, request, response)).catch(() => response.destroy())
  })
  await provider
  closeAtSignal(server)
  print(at(`${issuer}/token/alice`))
  print(`\n${inEnv}\n`)
  printLine(`LOGIN_ISSUER=${issuer}`)
  printLine(`LOGIN_AUDIENCE=${audience}`)
  print(`\n${tryIt}\n`)
  printLine(`curl -X POST http://localhost:3000/usersig -H "authorization: Bearer $(curl -fsS ${issuer}/token/alice)"`)
  print('')
  note(err.yellow(warning))
}

async function answer(
  provider: FakeProvider,
  audience: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { method, url = '/' } = request
  const end = (status: number, type: string, body: string): void => {
    response.writeHead(status, { ...HEADERS, 'content-type': type }).end(method === 'HEAD' ? undefined : body)
  }
  const text = (status: number, body: string) => end(status, 'text/plain; charset=utf-8', body)
  const refuse = (status: number, why: string) => {
    noteRefusal(`${status} ${method} ${escapeControls(url.slice(0, MAX_SHOWN))}: ${why}`)
    text(status, `${why}\n`)
  }
  const json = (document: object) => end(200, 'application/json', JSON.stringify(document))

  if (!isOfThisMachine(request)) return refuse(403, 'This is for programs of this machine.')
  if (method !== 'GET' && method !== 'HEAD') {
    response.setHeader('allow', 'GET, HEAD')
    return refuse(405, 'Tokens are fetched with GET.')
  }
  if (url === '/.well-known/openid-configuration') {
    return json({ issuer: provider.issuer, jwks_uri: provider.jwksUri })
  }
  if (url === '/jwks') return json(provider.jwks)
  const user = userOf(url)
  if (user === undefined) {
    const where = `${provider.issuer}/token/alice, or any other user of at most ${MAX_USER} characters`
    return refuse(404, `There are tokens at ${where}.`)
  }
  const token = await provider.token({ sub: user, aud: audience })
  note(`${err.green(words.serve.issued)}  ${escapeControls(user)}`)
  text(200, token)
}

let lastRefusal = ''

/** A 401 of the app has its reason here, where no token was fetched; what repeats is said once. */
function noteRefusal(line: string): void {
  if (line !== lastRefusal) note(err.yellow(line))
  lastRefusal = line
}

/**
 * A page of another site could come by a name of its own that leads here (DNS rebinding), or ask without reading. Of two
 * names, another program may have looked at the other one.
 */
function isOfThisMachine({ headers, headersDistinct }: IncomingMessage): boolean {
  const { host = '', origin } = headers
  const isOne = headersDistinct['host']?.length === 1
  const isOurPage = origin === undefined || isThisMachine(origin.replace(/^https?:\/\//, ''))
  return isOne && isThisMachine(host) && isOurPage && headers['sec-fetch-site'] !== 'cross-site'
}

/** The user of an address; nothing where there is none, or one that no provider would have. */
function userOf(url: string): string | undefined {
  const [, name] = TOKEN.exec(url) ?? []
  if (name === undefined) return undefined
  try {
    const user = decodeURIComponent(name)
    return user.length <= MAX_USER && escapeControls(user) === user ? user : undefined
  } catch {
    return undefined
  }
}
