import type { DiagnoseOptions } from '@usersig/core/doctor'
import { Field } from '../parts/field.tsx'
import { NO_ROOM, RoomField, type TypedRoom, toRoom } from '../parts/room-field.tsx'
import { toSdkAppId } from '../state/apps.ts'
import { useTexts } from '../state/language.ts'

/** What is known of the login that fails, as it was typed. */
export interface TypedLogin {
  readonly userId: string
  readonly sdkAppId: string
  readonly room: TypedRoom
}

export const NO_LOGIN: TypedLogin = { userId: '', sdkAppId: '', room: NO_ROOM }

/** The same as the library takes it. */
export function toExpected({ userId, sdkAppId, room }: TypedLogin): DiagnoseOptions {
  const app = toSdkAppId(sdkAppId)
  const typedRoom = room.value === '' ? undefined : toRoom(room)
  return {
    ...(userId !== '' && { userId }),
    ...(!Number.isNaN(app) && { sdkAppId: app }),
    ...typedRoom,
  }
}

interface ExpectedProps {
  readonly login: TypedLogin
  readonly onChange: (login: TypedLogin) => void
}

/** Where it is said who logs in where: the more of it, the more exact is the diagnosis. */
export function Expected({ login, onChange }: ExpectedProps) {
  const t = useTexts().doctor
  return (
    <fieldset>
      <legend>{t.login}</legend>
      <p class="quiet">{t.loginLead}</p>
      <Field label="UserID" value={login.userId} onInput={(userId) => onChange({ ...login, userId })} />
      <Field
        label={t.clientApp}
        value={login.sdkAppId}
        numeric
        onInput={(sdkAppId) => onChange({ ...login, sdkAppId })}
      />
      <RoomField name="doctor-room" room={login.room} onChange={(room) => onChange({ ...login, room })} />
    </fieldset>
  )
}
