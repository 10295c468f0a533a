import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createUserSigner } from '@usersig/core'
import { issueUserSig } from '@usersig/node'
import type { Command } from 'commander'
import { durationOption, parseInteger } from '../duration.ts'
import { CliError } from '../exit.ts'
import { type KeyOptions, needKey, withKeyOptions } from '../keys.ts'
import { err, note, print } from '../terminal.ts'

interface ServeOptions extends KeyOptions {
  readonly port: number
  readonly users: string
  readonly expire: number
}

const HELP = `
For the time before there is a server. The client names its demo user as a token:
  curl -X POST -H 'Authorization: Bearer alice' http://localhost:3030/usersig
  createUserSigSource({ endpoint: 'http://localhost:3030/usersig', headers: { authorization: 'Bearer alice' } })

Only programs of this machine reach it, an Android emulator by http://10.0.2.2:3030/usersig. Pages of other sites do
not. Whoever is refused is told here, with the reason.`

// 10.0.2.2 is what the Android emulator calls the machine that it runs on.
const HOST = /^(localhost|127(\.\d{1,3}){3}|\[::1\]|10\.0\.2\.2)(:\d+)?$/i
// Pages of 10.0.2.2 may come from another machine: it is an address like any other in most networks.
const PAGE = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i

export function addServe(program: Command): void {
  withKeyOptions(program.command('serve'))
    .description('serve tickets of demo users to the apps of this machine')
    .option('-p, --port <port>', 'port to listen at', parseInteger, 3030)
    .option('-u, --users <names>', 'demo users, with commas between them', 'alice,bob,carol')
    .addOption(durationOption('how long tickets are valid', 3600))
    .addHelpText('after', HELP)
    .action(async (options: ServeOptions) => {
      const signer = createUserSigner({ ...(await needKey(options)), expire: options.expire })
      const users = readUsers(options.users)
      // A name that cannot get a ticket is told now, and not when its app asks.
      for (const name of users) signer.genUserSig(name)
      const issue = issueUserSig({
        path: '/usersig',
        signer,
        authenticate: (request) => users.find((name) => request.headers.authorization === `Bearer ${name}`),
        authorizeRoom: () => 'all',
        onIssued: ({ userId }) => note(`${err.green('issued')}  ${userId}`),
        onError: ({ status, code, userId }) => note(`${err.red('refused')} ${status} ${code} ${userId ?? ''}`),
      })
      const server = createServer((request, response) => {
        if (isLocal(request, response)) issue(request, response)
      })
      await listen(server, options.port)
      const { port } = server.address() as AddressInfo
      print(`Tickets for ${users.join(', ')} at http://localhost:${port}/usersig`)
      note(err.dim(`curl -X POST -H 'Authorization: Bearer ${users[0]}' http://localhost:${port}/usersig`))
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => server.close())
    })
}

/** The names come in a header, which takes ASCII. */
function readUsers(list: string): string[] {
  const users = list.split(',').map((name) => name.trim())
  if (users.every((name) => /^[!-~]+$/.test(name))) return users
  throw new CliError('--users takes names of letters, digits and signs, with commas between them.')
}

/**
 * Lets programs and local pages pass. A page of another site could come by a name of its own that leads here (DNS
 * rebinding), so the name is looked at, too.
 */
function isLocal({ method, headers }: IncomingMessage, response: ServerResponse): boolean {
  const { host = '', origin } = headers
  // Capacitor and its like come as capacitor://localhost.
  const page = origin?.replace(/^[a-z][a-z0-9+.-]*:\/\//, '')
  if (!HOST.test(host) || (page !== undefined && !PAGE.test(page))) {
    const from = origin === undefined ? `a call for ${host}` : `a page of ${origin}`
    note(`${err.red('refused')} 403 ${from.replace(/[^ -~]/g, '?')}: pages of this machine only`)
    response.writeHead(403, { 'content-type': 'text/plain' }).end('This is for the apps of this machine.\n')
    return false
  }
  if (origin !== undefined) {
    response.setHeader('access-control-allow-origin', origin)
    response.setHeader('access-control-expose-headers', 'Date, Retry-After')
    response.setHeader('vary', 'Origin')
  }
  if (method !== 'OPTIONS') return true
  response.setHeader('access-control-allow-headers', 'authorization, content-type')
  response.writeHead(204, { 'access-control-allow-methods': 'POST', 'access-control-max-age': '600' }).end()
  return false
}

async function listen(server: ReturnType<typeof createServer>, port: number): Promise<void> {
  if (port > 65_535) throw new CliError(`Port ${port} is none: there are 1 to 65535, and 0 for any that is free.`)
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const hint = error.code === 'EADDRINUSE' ? 'Choose another with --port.' : undefined
      reject(new CliError(`Port ${port} cannot be opened: ${error.code}.`, hint))
    })
    server.listen(port, '127.0.0.1', resolve)
  })
}
