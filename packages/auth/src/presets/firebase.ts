import { type OptionTable, readOptions } from '@usersig/core/internal'
import type { Authenticate } from '../jwt.ts'
import { own, PRESET, type PresetOptions, part, preset, required } from './preset.ts'

/** Where a Firebase project is. */
export interface FirebaseOptions extends PresetOptions {
  /** Project ID. */
  projectId: string | undefined
}

const FIREBASE: OptionTable<FirebaseOptions> = { ...PRESET, projectId: part }

/**
 * ID tokens of Firebase Authentication.
 * Source: firebase.google.com/docs/auth/admin/verify-id-tokens.
 *
 * @param given the project
 * @example
 * ```ts
 * firebase({ projectId: 'my-project' })
 * ```
 */
export function firebase(given: FirebaseOptions): Authenticate {
  const { projectId, ...rest } = readOptions<FirebaseOptions>(given, FIREBASE, 'firebase')
  const project = required(projectId, 'projectId')
  const facts = {
    issuer: `https://securetoken.google.com/${project}`,
    audience: project,
    jwks: 'https://www.googleapis.com/service_accounts/v1/jwk/securetoken@system.gserviceaccount.com',
    algorithms: ['RS256'],
  }
  return preset(rest, facts, (claims) => {
    const authTime = own(claims, 'auth_time')
    const isPast = typeof authTime === 'number' && authTime <= Date.now() / 1000 + 300
    return isPast ? undefined : 'auth_time is missing, or in the future'
  })
}
