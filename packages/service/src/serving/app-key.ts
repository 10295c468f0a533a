import { createUserSigner, type RemoteMac } from '@usersig/core'
import { createSignerResolver, type Signer } from '@usersig/core/endpoint'
import { whyDoubtful } from '@usersig/core/internal'
import { readKeyFile } from '@usersig/node/internal'
import { ConfigError } from '../config/config-error.ts'
import { readSecret, readVariable, type Warn } from '../config/secret-ref.ts'
import type { AppConfig } from '../config/types.ts'
import { awsKms, tencentKms, tencentSsm, vaultTransit } from '../keys/index.ts'

/** The key of an application. */
export interface AppKey {
  readonly sdkAppId: number
  /** @throws ProblemError `unavailable` while the key cannot be had */
  signer(): Signer | PromiseLike<Signer>
  /** Rejects while no ticket can be signed. */
  check(): Promise<void>
}

/** How long the key may take to come, in seconds. */
const TIMEOUT = 8

/** What is signed to see whether a key can be used: no ticket. */
const PROBE = new TextEncoder().encode('usersig readiness')

/**
 * Finds the key of an application.
 *
 * @throws ConfigError for a key that is not there
 */
export function createAppKey(name: string, app: AppConfig, warn: Warn): AppKey {
  const path = `apps.${name}.key`
  const sdkAppId = readSdkAppId(app, `apps.${name}.sdkAppId`)
  const { env, file, vaultTransit: vault, awsKms: aws, tencentKms: kms, tencentSsm: ssm } = app.key
  const settings = { sdkAppId, ...(app.expire !== undefined && { expire: app.expire }) }
  const noted = (keys: string[]) => {
    const doubt = whyDoubtful(keys, `${path}: the key`)
    if (doubt !== undefined) warn(doubt)
    return keys
  }
  if (env !== undefined) return local(settings, noted(splitKeys(readVariable(env, path))), path)
  if (file !== undefined) return local(settings, noted(readFile(file, path, warn)), path)
  if (vault) {
    const { token, ...rest } = vault
    readSecret(token, `${path}.vaultTransit.token`, warn)
    return remoteMac(
      settings,
      vaultTransit({ ...rest, token: () => readSecret(token, `${path}.vaultTransit.token`, () => {}) }),
    )
  }
  if (aws) return fetched(settings, awsKms(aws), noted, warn)
  if (kms) return fetched(settings, tencentKms(kms), noted, warn)
  return fetched(settings, tencentSsm(ssm as NonNullable<typeof ssm>), noted, warn)
}

interface Settings {
  readonly sdkAppId: number
  readonly expire?: number
}

function readSdkAppId({ sdkAppId }: AppConfig, path: string): number {
  const value = typeof sdkAppId === 'object' ? readVariable(sdkAppId.env, path) : sdkAppId
  if (/^[1-9]\d{0,9}$/.test(String(value)) && Number(value) <= 4_294_967_295) return Number(value)
  throw new ConfigError([{ path, message: 'it is not an SDKAppID: a number from 1 to 4294967295' }])
}

const splitKeys = (text: string) => text.split(',').map((each) => each.trim())

function readFile(file: string, path: string, warn: Warn): string[] {
  try {
    return readKeyFile(file, `${path}.file`, warn)
  } catch (error) {
    throw new ConfigError([{ path, message: (error as Error).message }])
  }
}

function local(settings: Settings, secretKey: string[], path: string): AppKey {
  try {
    const signer = createUserSigner({ ...settings, secretKey })
    return { sdkAppId: settings.sdkAppId, signer: () => signer, check: async () => {} }
  } catch (error) {
    throw new ConfigError([{ path, message: (error as Error).message }])
  }
}

function remoteMac(settings: Settings, mac: RemoteMac): AppKey {
  const signer = createUserSigner({ ...settings, mac })
  return {
    sdkAppId: settings.sdkAppId,
    signer: () => signer,
    check: async () => void (await mac(PROBE)),
  }
}

/** A key that is asked for at start and every five minutes; the last one serves for an hour while it cannot be had. */
function fetched(
  settings: Settings,
  fetchKey: () => Promise<string>,
  noted: (keys: string[]) => string[],
  warn: Warn,
): AppKey {
  const { sdkAppId } = settings
  const resolve = createSignerResolver({
    credentials: async () => createUserSigner({ ...settings, secretKey: noted(splitKeys(await fetchKey())) }),
    timeout: TIMEOUT,
    onError: ({ code }) =>
      warn(`the key of ${sdkAppId} could not be fetched again, and the last one serves on: ${code}`),
  })
  const signer = () => resolve(undefined, undefined)
  return { sdkAppId, signer, check: async () => void (await signer()) }
}
