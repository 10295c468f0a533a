import { pathToFileURL } from 'node:url'
import * as core from '@usersig/core'

/*
 * The library under test. All that this folder knows of it comes through here.
 */

export type { DecodedUserSig, PrivateMapKeyClaims, UserSigClaims, UserSigner } from '@usersig/core'
export { createUserSigner, decodeUserSig, UserSigError } from '@usersig/core'

/** What reads tickets: the library, or another way to do the same. */
export type Library = Pick<typeof core, 'createUserSigner' | 'decodeUserSig' | 'UserSigError'>

export const CORE: Library = core

/** Other ways that `--against` knows by name. */
const BY_NAME: Readonly<Record<string, () => Promise<Library>>> = {}

/** @param against a name, or the file of another build */
export function loadLibrary(against: string): Promise<Library> {
  return BY_NAME[against]?.() ?? import(pathToFileURL(against).href)
}
