import { signal } from '@preact/signals'
import type { DiagnoseContext } from '@usersig/doctor'
import { isNoNumber, NO_ROOM, type TypedRoom, toRoom } from '../parts/room-field.tsx'
import { toInteger } from '../state/number.ts'

export type Purpose = 'any' | NonNullable<DiagnoseContext['expect']>

/** What is known of the login that fails, as it was typed. */
export interface TypedLogin {
  readonly userId: string
  readonly sdkAppId: string
  readonly room: TypedRoom
  readonly purpose: Purpose
}

export const login = signal<TypedLogin>({ userId: '', sdkAppId: '', room: NO_ROOM, purpose: 'any' })

/** The same as the library takes it; what is not typed to its end is left out. */
export function toExpected({ userId, sdkAppId, room, purpose }: TypedLogin): DiagnoseContext {
  const app = toInteger(sdkAppId)
  return {
    ...(userId !== '' && { userId }),
    ...(!Number.isNaN(app) && { sdkAppId: app }),
    ...(!isNoNumber(room) && toRoom(room)),
    ...(purpose !== 'any' && { expect: purpose }),
  }
}
