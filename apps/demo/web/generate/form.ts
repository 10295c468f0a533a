import { createUserSigner, type IssuedTickets, toPrivilegeMap, toPrivilegeNames } from '@usersig/core'
import type { AppKey } from '@usersig/doctor'
import { isNoNumber, NO_ROOM, type TypedRoom, toRoom } from '../parts/room-field.tsx'

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

export type LifetimeUnit = 'seconds' | 'minutes' | 'hours' | 'days'

const SECONDS: Record<LifetimeUnit, number> = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 }

export const LIFETIME_UNITS = Object.keys(SECONDS) as LifetimeUnit[]

export const NEW_FORM: GenerateForm = {
  userId: 'alice',
  lifetime: '7',
  unit: 'days',
  room: NO_ROOM,
  rights: toPrivilegeMap('audience'),
}

/** How long the ticket lasts, in seconds; `NaN` for what is no number. A comma may mean one or the other, so it is none. */
export function toExpire({ lifetime, unit }: Pick<GenerateForm, 'lifetime' | 'unit'>): number {
  return /^\d+(\.\d+)?$/.test(lifetime.trim()) ? Math.round(Number(lifetime) * SECONDS[unit]) : Number.NaN
}

/** Whether every field holds something of its kind; what is out of range is for the library to say. */
export function isTyped({ room, ...form }: GenerateForm): boolean {
  const isMissing = room.kind !== 'none' && room.value === ''
  return !isMissing && !isNoNumber(room) && !Number.isNaN(toExpire(form))
}

/**
 * Signs what was typed.
 *
 * @throws UserSigError that says which input is wrong
 */
export function sign(form: GenerateForm, key: AppKey): IssuedTickets {
  const room = toRoom(form.room)
  return createUserSigner(key).issue(form.userId, {
    expire: toExpire(form),
    ...(room && { ...room, privileges: toPrivilegeNames(form.rights) }),
  })
}
