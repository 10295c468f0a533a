import { readKeyFile } from '@usersig/node/internal'
import { ConfigError } from './config-error.ts'
import type { SecretRef } from './types.ts'

/** Told what an operator has to know. */
export type Warn = (message: string) => void

/**
 * The secret that a reference leads to.
 *
 * @param path where the reference stands in the configuration
 * @throws ConfigError which names the variable or the file, and never holds what is in it
 */
export function readSecret({ env, file }: SecretRef, path: string, warn: Warn): string {
  if (env !== undefined) return readVariable(env, path)
  try {
    return readKeyFile(file as string, `${path}.file`, warn).join('\n')
  } catch (error) {
    throw new ConfigError([{ path, message: (error as Error).message }])
  }
}

/** @throws ConfigError */
export function readVariable(name: string, path: string): string {
  const value = process.env[name]
  if (value) return value
  throw new ConfigError([
    { path, message: `the environment variable ${name} is not set: set it where the service is started` },
  ])
}
