import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createUserSigner } from '@usersig/core'
import { issueUserSig } from '@usersig/node'
import { CliError } from '../exit.ts'
import { type KeyOptions, needKey } from '../input/keys.ts'
import { err, note, print } from '../output/terminal.ts'
import { createLan, type Lan } from '../serve/lan.ts'
import { listen } from '../serve/listen.ts'
import { isLocal } from '../serve/local-requests.ts'
import { words } from '../words/index.ts'

interface ServeOptions extends KeyOptions {
  readonly port: number
  readonly users: string
  readonly expire: number
  readonly lan?: true
}

/** The address of the machine in whatever network: never printed, as nobody can open it. */
const EVERYWHERE = '0.0.0.0'

export async function serve(options: ServeOptions): Promise<void> {
  const signer = createUserSigner({ ...(await needKey(options)), expire: options.expire })
  const users = readUsers(options.users)
  // A name that cannot get a ticket is told now, and not when its app asks.
  for (const name of users) signer.genUserSig(name)
  const lan = options.lan ? createLan(users) : undefined
  const issue = issueUserSig({
    path: '/usersig',
    signer,
    authenticate: (request) => userOf(request, users, lan),
    authorizeRoom: () => 'all',
    onIssued: ({ userId }) => note(`${err.green(words.serve.issued)}  ${userId}`),
    onError: ({ status, code, userId = '' }) =>
      note(`${err.red(words.serve.refused)} ${status} ${code} ${userId}`.trimEnd()),
  })
  const server = createServer((request, response) => {
    if (!isLocal(request, response, lan?.addresses)) return
    if (lan && request.method === 'GET' && request.url === '/') greet(request, response)
    else issue(request, response)
  })
  const port = await listen(server, options.port, lan ? EVERYWHERE : '127.0.0.1')
  print(words.serve.at(users.join(', '), `http://localhost:${port}/usersig`))
  if (lan) await (await import('../serve/lan-words.ts')).announceLan(lan, users, port)
  else note(err.dim(`curl -X POST -H 'Authorization: Bearer ${users[0]}' http://localhost:${port}/usersig`))
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => server.close())
}

/** The names come in a header, which takes ASCII. */
function readUsers(list: string): string[] {
  const users = list.split(',').map((name) => name.trim())
  if (users.every((name) => /^[!-~]+$/.test(name))) return users
  throw new CliError(words.serve.usersWrong)
}

/** Programs of this machine say a name, phones a code. */
function userOf({ headers, socket }: IncomingMessage, users: readonly string[], lan: Lan | undefined) {
  const [, token = ''] = /^Bearer ([!-~]{1,64})$/.exec(headers.authorization ?? '') ?? []
  const address = (socket.remoteAddress ?? '').replace(/^::ffff:/, '')
  if (lan && !address.startsWith('127.')) return lan.userOf(token, address)
  return users.find((name) => name === token)
}

/** So that a phone sees by its browser whether it comes through. */
function greet({ headers }: IncomingMessage, response: ServerResponse): void {
  response
    .writeHead(200, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' })
    .end(words.serve.reached(`http://${headers.host}/usersig`))
}
