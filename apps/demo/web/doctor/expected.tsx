import type { DiagnoseContext } from '@usersig/doctor'
import { Choice } from '../parts/choice.tsx'
import { Field } from '../parts/field.tsx'
import { describeNumberFault } from '../parts/number-problem.ts'
import { isNoNumber, NO_ROOM, RoomField, type TypedRoom, toRoom } from '../parts/room-field.tsx'
import { toInteger } from '../state/number.ts'
import { useTexts } from '../state/texts.ts'

type Purpose = 'any' | NonNullable<DiagnoseContext['expect']>

/** What is known of the login that fails, as it was typed. */
export interface TypedLogin {
  readonly userId: string
  readonly sdkAppId: string
  readonly room: TypedRoom
  readonly purpose: Purpose
}

export const NO_LOGIN: TypedLogin = { userId: '', sdkAppId: '', room: NO_ROOM, purpose: 'any' }

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

interface ExpectedProps {
  readonly login: TypedLogin
  readonly onChange: (login: TypedLogin) => void
}

/** Where it is said who logs in where: the more of it, the more exact is the diagnosis. */
export function Expected({ login, onChange }: ExpectedProps) {
  const t = useTexts()
  const { userId, sdkAppId, room, purpose } = login
  return (
    <>
      <fieldset class="labelled">
        <legend>{t.doctor.login}</legend>
        <p class="quiet">{t.doctor.loginLead}</p>
        <Field label="UserID" value={userId} onInput={(value) => onChange({ ...login, userId: value })} />
        <Field
          label={t.doctor.clientApp}
          value={sdkAppId}
          numeric
          problem={describeNumberFault(sdkAppId, t)}
          onInput={(value) => onChange({ ...login, sdkAppId: value })}
        />
      </fieldset>
      <Choice
        name="doctor-purpose"
        label={t.doctor.purpose}
        labelled
        options={[
          ['any', t.doctor.anyPurpose],
          ['user_sig', 'UserSig'],
          ['private_map_key', 'PrivateMapKey'],
        ]}
        value={purpose}
        onChange={(value) => onChange({ ...login, purpose: value })}
      />
      <RoomField name="doctor-room" room={room} onChange={(value) => onChange({ ...login, room: value })} />
    </>
  )
}
