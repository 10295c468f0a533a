import { createUserSigner, type IssuedTickets, toPrivilegeMap, toPrivilegeNames, UserSigError } from '@usersig/core'
import type { AppKey, Doctor, Finding } from '@usersig/doctor'
import { isNoNumber, NO_ROOM, type TypedRoom, toRoom } from '../parts/room-field.tsx'
import { findNumberFault } from '../state/number.ts'

/** What is to be signed, as it was typed. */
export interface GenerateForm {
  readonly audience: 'one' | 'many'
  readonly userId: string
  /** Many users: a list, ranges or CSV. */
  readonly users: string
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
  audience: 'one',
  userId: 'alice',
  users: '',
  lifetime: '7',
  unit: 'days',
  room: NO_ROOM,
  rights: toPrivilegeMap('audience'),
}

/** How long the ticket lasts, in seconds; `NaN` for what is no number. */
export function toExpire({ lifetime, unit }: Pick<GenerateForm, 'lifetime' | 'unit'>): number {
  const isTyped = lifetime.trim() !== '' && findNumberFault(lifetime, true) === undefined
  return isTyped ? Math.round(Number(lifetime) * SECONDS[unit]) : Number.NaN
}

/** Whether every field holds something of its kind; what is out of range is for the library to say. */
export function isTyped({ room, ...form }: GenerateForm): boolean {
  const isMissing = room.kind !== 'none' && room.value === ''
  return !isMissing && !isNoNumber(room) && !Number.isNaN(toExpire(form))
}

/**
 * Signs what was typed, for one user.
 *
 * @throws UserSigError that says which input is wrong
 */
export function sign(form: GenerateForm, key: AppKey, userId = form.userId): IssuedTickets {
  const room = toRoom(form.room)
  return createUserSigner(key).issue(userId, {
    expire: toExpire(form),
    ...(room && { ...room, privileges: toPrivilegeNames(form.rights) }),
  })
}

/** A field of the form that something can be said about. */
export type FormField = 'user' | 'time' | 'room'

/** What is said about a field: what is wrong, or what is only doubtful. */
export interface Remark {
  readonly text: string
  readonly isWrong: boolean
}

/** What came of the form. */
export interface Outcome {
  readonly issued?: IssuedTickets
  /** What the library refused, where no field is to blame. */
  readonly error?: unknown
  readonly remarks: Readonly<Partial<Record<FormField, Remark>>>
}

const FIELDS: Readonly<Partial<Record<UserSigError['code'], FormField>>> = {
  invalid_user_id: 'user',
  invalid_expire: 'time',
  invalid_room: 'room',
}

interface Saying {
  /** In the language of the page. */
  readonly diagnose: Doctor['diagnose']
  readonly explain: (error: UserSigError) => string
}

/** Signs, and says of each field what is wrong with it or doubtful. */
export function trySign(form: GenerateForm, key: AppKey, { diagnose, explain }: Saying): Outcome {
  try {
    const issued = sign(form, key)
    const { findings } = diagnose(issued.userSig, { keys: [key] })
    return { issued, remarks: { ...remarkOn('user', findings), ...remarkOn('time', findings) } }
  } catch (error) {
    const field = UserSigError.is(error) ? FIELDS[error.code] : undefined
    if (!field || !UserSigError.is(error)) return { error, remarks: {} }
    return { remarks: { [field]: { text: explain(error), isWrong: true } } }
  }
}

/** The doctor looks at what was signed: what it would say later is better said now. */
function remarkOn(field: 'user' | 'time', findings: readonly Finding[]): Outcome['remarks'] {
  const found = findings.find(({ about, code }) => about === field && code !== 'lifetime')
  if (!found) return {}
  const text = `${found.message} ${found.action}`.trim()
  return { [field]: { text, isWrong: found.severity === 'error' } }
}
