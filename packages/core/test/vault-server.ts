import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

export const VAULT_TOKEN = 'a token of these tests'

/** Computes HMACs as the transit engine of Vault does, over HTTP. */
export async function startVault(secretKey: string): Promise<{ address: string; server: Server }> {
  const server = createServer(async (request, response) => {
    const answer = (status: number, body: object) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    const { pathname } = new URL(request.url ?? '', 'http://vault')
    if (request.headers['x-vault-token'] !== VAULT_TOKEN) return answer(403, { errors: ['permission denied'] })
    if (request.method !== 'POST' || pathname !== '/v1/transit/hmac/usersig/sha2-256')
      return answer(404, { errors: [] })
    const { input } = JSON.parse(await text(request))
    const hmac = createHmac('sha256', secretKey).update(Buffer.from(input, 'base64')).digest('base64')
    return answer(200, { data: { hmac: `vault:v1:${hmac}` } })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server }
}
