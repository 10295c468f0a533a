import { createUserSigner, type IssuedCredentials, toPrivilegeMap, toPrivilegeNames } from '@usersig/core'
import { NO_ROOM, type TypedRoom, toRoom } from '../parts/room-field.tsx'
import { type TypedApp, toSdkAppId } from '../state/apps.ts'

/** What is to be signed, as it was typed. */
export interface GenerateForm {
  readonly userId: string
  /** How many of {@link unit}. */
  readonly lifetime: string
  readonly unit: LifetimeUnit
  readonly room: TypedRoom
  /** Rights in the room, as bits. */
  readonly rights: number
}

export type LifetimeUnit = 'minutes' | 'hours' | 'days'

const SECONDS: Record<LifetimeUnit, number> = { minutes: 60, hours: 3600, days: 86_400 }

export const NEW_FORM: GenerateForm = {
  userId: 'alice',
  lifetime: '7',
  unit: 'days',
  room: NO_ROOM,
  rights: toPrivilegeMap('audience'),
}

/**
 * Signs what was typed.
 *
 * @throws UserSigError that says which input is wrong
 */
export function sign({ userId, lifetime, unit, room, rights }: GenerateForm, app: TypedApp): IssuedCredentials {
  const signer = createUserSigner({ sdkAppId: toSdkAppId(app.sdkAppId), secretKey: app.secretKey })
  const expire = Math.round(Number(lifetime.replace(',', '.')) * SECONDS[unit])
  const chosen = toRoom(room)
  return signer.issue(userId, { expire, ...(chosen && { ...chosen, privileges: toPrivilegeNames(rights) }) })
}
