import { AppKeys } from '../parts/app-keys.tsx'
import { Choice } from '../parts/choice.tsx'
import { Field } from '../parts/field.tsx'
import { describeNumberFault } from '../parts/number-problem.ts'
import { RoomField } from '../parts/room-field.tsx'
import { useTexts } from '../state/texts.ts'
import { login, type TypedLogin } from './login.ts'

/** Where it is said who logs in where, and with which keys: the more of it, the more exact is the diagnosis. */
export function Known() {
  const t = useTexts()
  const { userId, sdkAppId, room, purpose } = login.value
  const change = (part: Partial<TypedLogin>) => {
    login.value = { ...login.value, ...part }
  }
  return (
    <>
      <p class="quiet">{t.doctor.loginLead}</p>
      <AppKeys several />
      <fieldset class="labelled">
        <legend>{t.doctor.theLogin}</legend>
        <Field label="UserID" value={userId} onInput={(value) => change({ userId: value })} />
        <Field
          label={t.doctor.clientApp}
          value={sdkAppId}
          numeric
          problem={describeNumberFault(sdkAppId, t)}
          onInput={(value) => change({ sdkAppId: value })}
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
        onChange={(value) => change({ purpose: value })}
      />
      <RoomField name="doctor-room" room={room} onChange={(value) => change({ room: value })} />
    </>
  )
}
