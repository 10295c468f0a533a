import { existsSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import * as core from '@usersig/core'

/*
 * The library under test. All that this folder knows of it comes through here.
 */

export type { DecodedUserSig, PrivateMapKeyClaims, UserSigClaims } from '@usersig/core'
export { createUserSigner, decodeUserSig, UserSigError } from '@usersig/core'

/** Verifies the tickets of one application. */
export type Verifier = Pick<core.UserSigner, 'verifyUserSig' | 'verifyPrivateMapKey'>

/** What reads tickets: the library, or another way to do the same. */
export interface Library extends Pick<typeof core, 'decodeUserSig' | 'UserSigError'> {
  createUserSigner(app: { sdkAppId: number; secretKey: string }): Verifier
}

export const CORE: Library = core

/** Other ways to read tickets, by the name that `--against` takes. */
const BY_NAME: Readonly<Record<string, () => Promise<Library>>> = {}

/** What the library is compared with. */
export interface Other {
  /** As `--against` takes it: a name, or the file of another build. */
  readonly name: string
  readonly library: Library
}

export function isOther(name: string): boolean {
  return Object.hasOwn(BY_NAME, name) || existsSync(name)
}

export async function loadOther(name: string): Promise<Other> {
  const load = BY_NAME[name] ?? (() => import(pathToFileURL(name).href))
  return { name, library: await load() }
}
