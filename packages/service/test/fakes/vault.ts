import { createHmac } from 'node:crypto'
import { type Fake, startFake } from './server.ts'

/**
 * The transit engine of Vault with one key of type hmac.
 * Source: developer.hashicorp.com/vault/api-docs/secret/transit, "Generate HMAC".
 */
export function startVault(key: string, secret: string, token: string): Promise<Fake> {
  return startFake(({ method, path, headers, body }) => {
    if (headers['x-vault-token'] !== token) return [403, { errors: ['permission denied'] }]
    if (method !== 'POST' || path !== `/v1/transit/hmac/${key}/sha2-256`) return [404, { errors: [] }]
    const { input } = JSON.parse(body)
    if (typeof input !== 'string') return [400, { errors: ['missing input for HMAC'] }]
    const hmac = createHmac('sha256', secret).update(Buffer.from(input, 'base64')).digest('base64')
    return [200, { request_id: 'one', data: { hmac: `vault:v1:${hmac}` } }]
  })
}
