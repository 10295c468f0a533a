import type { RemoteMac } from '@usersig/core'
import { duration, type OptionTable, readOptions, text } from '@usersig/core/internal'
import { fetchBounded } from './fetch-bounded.ts'

/** Where a key inside of Vault is. */
export interface VaultTransitOptions {
  /** Address of Vault, such as `https://vault.example.com:8200`. */
  address: string
  /**
   * Name of the key in the transit engine; of type `hmac`, with the SDKSecretKey imported exactly as in the console.
   */
  key: string
  /** Path of the transit engine. @defaultValue 'transit' */
  mount?: string
  /** Namespace of Vault Enterprise. @defaultValue none */
  namespace?: string
  /** A token that may update `<mount>/hmac/<key>`, or a function that returns the one that is valid now. */
  token: string | (() => string | Promise<string>)
  /** Time limit of Vault, in seconds. @defaultValue 5 */
  timeout?: number
}

const OPTIONS: OptionTable<VaultTransitOptions> = {
  address: text,
  key: text,
  mount: text,
  namespace: text,
  token: (value, name) => (typeof value === 'function' ? value : text(value, name)),
  timeout: duration(),
}

/**
 * Computes HMAC-SHA256 with a key inside the transit engine of HashiCorp Vault or OpenBao: the `mac` of
 * `createUserSigner`. The key never reaches this process.
 * Source: developer.hashicorp.com/vault/api-docs/secret/transit, "Generate HMAC".
 *
 * @param given where the key is
 * @throws TypeError for an option that is missing, unknown or of the wrong type
 * @example
 * ```ts
 * const mac = vaultTransit({
 *   address: 'https://vault.example.com:8200',
 *   key: 'usersig',
 *   token: process.env.VAULT_TOKEN ?? '',
 * })
 * const signer = createUserSigner({ sdkAppId: 1400000000, mac })
 * ```
 */
export function vaultTransit(given: VaultTransitOptions): RemoteMac {
  const options = readOptions<VaultTransitOptions>(given, OPTIONS, 'vaultTransit')
  const { address, key, mount = 'transit', namespace, token, timeout = 5 } = options
  for (const name of ['address', 'key', 'token'] as const) {
    if (options[name] === undefined) throw new TypeError(`${name} is missing: vaultTransit({ address, key, token })`)
  }
  const url = `${address.replace(/\/+$/, '')}/v1/${mount}/hmac/${encodeURIComponent(key)}/sha2-256`

  return async (content) => {
    const { status, json } = await fetchBounded(
      url,
      {
        method: 'POST',
        headers: {
          'x-vault-token': typeof token === 'function' ? await token() : token,
          'content-type': 'application/json',
          ...(namespace !== undefined && { 'x-vault-namespace': namespace }),
        },
        body: JSON.stringify({ input: Buffer.from(content).toString('base64') }),
      },
      timeout,
    )
    if (status !== 200) throw new Error(`Vault answered ${status}${adviceFor(status)}`)
    const { hmac } = (json as { data?: { hmac?: unknown } } | undefined)?.data ?? {}
    const [, encoded] = /^vault:v\d+:([\w+/=]+)$/.exec(typeof hmac === 'string' ? hmac : '') ?? []
    if (encoded === undefined) throw new Error('Vault answered without an hmac')
    return new Uint8Array(Buffer.from(encoded, 'base64'))
  }
}

function adviceFor(status: number): string {
  if (status === 403) return ': its token has ended, or its policy lacks update on the path hmac of the key'
  return status === 404 || status === 400 ? ': look at the names of the transit engine and the key' : ''
}
