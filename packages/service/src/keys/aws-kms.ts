import { type OptionTable, readOptions, text } from '@usersig/core/internal'
import { peer } from './peer.ts'

/** What AWS KMS has encrypted. */
export interface EncryptedKeyOptions {
  /** The encrypted SDKSecretKey, in base64. */
  ciphertext: string
  /** Region of the KMS. */
  region: string
  /** Another address of the KMS, such as a VPC endpoint. @defaultValue that of the region */
  endpoint?: string
}

const OPTIONS: OptionTable<EncryptedKeyOptions> = { ciphertext: text, region: text, endpoint: text }

/** How often a call is tried, and how long one attempt may take, in milliseconds. */
const ATTEMPTS = 2
const TIMEOUT = 4000

/** @throws TypeError for an option that is missing, unknown or of the wrong type */
export function readEncrypted(given: EncryptedKeyOptions, where: string): Readonly<EncryptedKeyOptions> {
  const options = readOptions<EncryptedKeyOptions>(given, OPTIONS, where)
  for (const name of ['ciphertext', 'region'] as const) {
    if (options[name] === undefined) throw new TypeError(`${name} is missing: ${where}({ ciphertext, region })`)
  }
  return options
}

/**
 * Reads an SDKSecretKey that AWS KMS has encrypted, with the credentials that the AWS SDK finds. Needs
 * `@aws-sdk/client-kms`.
 *
 * The HMAC keys of AWS KMS cannot replace it: `HMAC_SHA_256` needs key material of 32 bytes, and an SDKSecretKey has
 * 64. Source: docs.aws.amazon.com/kms/latest/developerguide/importing-keys-conceptual.html.
 *
 * @param given the ciphertext, and its region
 * @returns a function that decrypts: for `credentials` of an endpoint, which calls it every five minutes
 * @throws TypeError for an option that is missing, unknown or of the wrong type
 * @example
 * ```ts
 * const secretKey = awsKms({ region: 'eu-central-1', ciphertext: 'AQICAHh…' })
 * issueUserSig({ credentials: async () => ({ sdkAppId: 1400000000, secretKey: await secretKey() }), authenticate })
 * ```
 */
export function awsKms(given: EncryptedKeyOptions): () => Promise<string> {
  const { ciphertext, region, endpoint } = readEncrypted(given, 'awsKms')
  const open = async () => {
    const { KMSClient, DecryptCommand } = await peer(() => import('@aws-sdk/client-kms'), '@aws-sdk/client-kms')
    const client = new KMSClient({
      region,
      ...(endpoint !== undefined && { endpoint }),
      maxAttempts: ATTEMPTS,
      requestHandler: { requestTimeout: TIMEOUT, connectionTimeout: TIMEOUT },
    })
    return () => client.send(new DecryptCommand({ CiphertextBlob: Buffer.from(ciphertext, 'base64') }))
  }
  let opened: ReturnType<typeof open> | undefined
  return async () => {
    opened ??= open()
    const { Plaintext } = await (await opened)()
    if (!Plaintext) throw new Error('AWS KMS answered without a plaintext')
    return Buffer.from(Plaintext).toString('utf8').trim()
  }
}
