import { type OptionTable, readOptions, text } from '@usersig/core/internal'
import { type EncryptedKeyOptions, readEncrypted } from './aws-kms.ts'
import { peer } from './peer.ts'

/** Which secret of Tencent Cloud Secrets Manager holds the key. */
export interface TencentSsmOptions {
  /** Name of the secret. */
  secretName: string
  /** Its version. @defaultValue 'SSM_Current' */
  versionId?: string
  /** Region of the SSM, such as `ap-guangzhou`. */
  region: string
  /** Another address of it, such as an internal endpoint. @defaultValue 'https://ssm.tencentcloudapi.com' */
  endpoint?: string
}

const SSM: OptionTable<TencentSsmOptions> = { secretName: text, versionId: text, region: text, endpoint: text }

/** How long a call may take, in seconds. */
const TIMEOUT = 5

/**
 * Reads an SDKSecretKey that Tencent Cloud KMS has encrypted (`Encrypt` of the API 2019-01-18), with the credentials
 * that Tencent's SDK finds: environment, profile, role of the machine or of the pod. Needs
 * `tencentcloud-sdk-nodejs-common`.
 *
 * KMS has no HMAC, so the key is in the memory of this process. Source: cloud.tencent.com/document/product/573/34430.
 *
 * @param given the ciphertext, and its region
 * @returns a function that decrypts: for `credentials` of an endpoint, which calls it every five minutes
 * @throws TypeError for an option that is missing, unknown or of the wrong type
 * @example
 * ```ts
 * const secretKey = tencentKms({ region: 'ap-guangzhou', ciphertext: '…' })
 * issueUserSig({ credentials: async () => ({ sdkAppId: 1400000000, secretKey: await secretKey() }), authenticate })
 * ```
 */
export function tencentKms(given: EncryptedKeyOptions): () => Promise<string> {
  const { ciphertext, ...rest } = readEncrypted(given, 'tencentKms')
  const call = createCaller({ ...rest, service: 'kms', version: '2019-01-18' })
  return async () => {
    const { Plaintext } = await call('Decrypt', { CiphertextBlob: ciphertext })
    if (typeof Plaintext !== 'string') throw new Error('Tencent Cloud KMS answered without a plaintext')
    return Buffer.from(Plaintext, 'base64').toString('utf8').trim()
  }
}

/**
 * Reads an SDKSecretKey from Tencent Cloud Secrets Manager (`GetSecretValue` of the API 2019-09-23), with the
 * credentials that Tencent's SDK finds. Needs `tencentcloud-sdk-nodejs-common`. Source:
 * cloud.tencent.com/document/product/1140/40522.
 *
 * @param given which secret, and where
 * @returns a function that reads it: for `credentials` of an endpoint, which calls it every five minutes
 * @throws TypeError for an option that is missing, unknown or of the wrong type
 * @example
 * ```ts
 * const secretKey = tencentSsm({ region: 'ap-guangzhou', secretName: 'usersig' })
 * issueUserSig({ credentials: async () => ({ sdkAppId: 1400000000, secretKey: await secretKey() }), authenticate })
 * ```
 */
export function tencentSsm(given: TencentSsmOptions): () => Promise<string> {
  const options = readOptions<TencentSsmOptions>(given, SSM, 'tencentSsm')
  const { secretName, versionId = 'SSM_Current', ...rest } = options
  for (const name of ['secretName', 'region'] as const) {
    if (options[name] === undefined) throw new TypeError(`${name} is missing: tencentSsm({ secretName, region })`)
  }
  const call = createCaller({ ...rest, service: 'ssm', version: '2019-09-23' })
  return async () => {
    const { SecretString } = await call('GetSecretValue', { SecretName: secretName, VersionId: versionId })
    if (typeof SecretString !== 'string' || SecretString === '') throw new Error('the secret holds no text')
    return SecretString.trim()
  }
}

interface Api {
  readonly service: string
  readonly version: string
  readonly region: string
  readonly endpoint?: string
}

/** Calls one API of Tencent Cloud, with the signature TC3-HMAC-SHA256 of its SDK. */
function createCaller({ service, version, region, endpoint = `https://${service}.tencentcloudapi.com` }: Api) {
  const { protocol, host } = new URL(endpoint)
  // The SDK signs for the service that the name of the host begins with.
  if (!host.startsWith(`${service}.`)) {
    throw new TypeError(
      `endpoint must be an address whose host begins with ${service}., as ${service}.internal.tencentcloudapi.com`,
    )
  }
  const open = async () => {
    const name = 'tencentcloud-sdk-nodejs-common'
    const sdk = await peer(() => import('tencentcloud-sdk-nodejs-common'), name)
    const { CommonClient, DefaultCredentialProvider } = sdk
    return new CommonClient(host, version, {
      credential: new DefaultCredentialProvider(),
      region,
      profile: { httpProfile: { protocol: `${protocol}//`, endpoint: host, reqTimeout: TIMEOUT } },
    })
  }
  let opened: ReturnType<typeof open> | undefined
  return async (action: string, parameters: object): Promise<Readonly<Record<string, unknown>>> => {
    opened ??= open()
    return Object(await (await opened).request(action, parameters))
  }
}
