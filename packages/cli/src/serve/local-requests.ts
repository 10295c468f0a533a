import type { IncomingMessage, ServerResponse } from 'node:http'
import { err, note } from '../output/terminal.ts'
import { words } from '../words/index.ts'

// 10.0.2.2 is what the Android emulator calls the machine that it runs on.
const HOST = /^(localhost|127(\.\d{1,3}){3}|\[::1\]|10\.0\.2\.2)(:\d+)?$/i
// Pages of 10.0.2.2 may come from another machine: it is an address like any other in most networks.
const PAGE = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i

/** Whether a host is this machine for sure, with a port or without. */
export const isThisMachine = (host: string): boolean => PAGE.test(host)

/** Whether a host name is one of this machine's. */
export const isLocalHost = (host: string): boolean => HOST.test(host)

/**
 * Lets programs and local pages pass. A page of another site could come by a name of its own that leads here (DNS
 * rebinding), so the name is looked at, too.
 *
 * @param addresses - Of this machine, under which phones may ask.
 */
export function isLocal(
  { method, headers, headersDistinct }: IncomingMessage,
  response: ServerResponse,
  addresses: readonly string[] = [],
): boolean {
  const { host = '', origin } = headers
  // Capacitor and its like come as capacitor://localhost.
  const page = origin?.replace(/^[a-z][a-z0-9+.-]*:\/\//, '')
  // Of two names, another program may have looked at the other one.
  const isOne = headersDistinct['host']?.length === 1
  const isOurs = isOne && (HOST.test(host) || addresses.includes(host.replace(/:\d+$/, '')))
  if (!isOurs || (page !== undefined && !PAGE.test(page))) {
    const from = origin === undefined ? words.serve.callFor(host) : words.serve.pageOf(origin)
    const reason = addresses.length > 0 ? words.serve.thisNetwork : words.serve.thisMachine
    note(`${err.red(words.serve.refused)} 403 ${from.replace(/[^ -~\u2e80-\uffef]/g, '?')}: ${reason}`)
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
