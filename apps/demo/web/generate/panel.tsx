import type { UserSigError } from '@usersig/core'
import type { AppKey } from '@usersig/doctor'
import { useMemo, useState } from 'preact/hooks'
import { AppKeys } from '../parts/app-keys.tsx'
import { Card } from '../parts/card.tsx'
import { Choice } from '../parts/choice.tsx'
import { Failure } from '../parts/failure.tsx'
import { Field } from '../parts/field.tsx'
import { RoomField } from '../parts/room-field.tsx'
import { TextArea } from '../parts/text-area.tsx'
import { apps, changeApp, checkApp } from '../state/apps.ts'
import { useDoctor } from '../state/doctor.ts'
import { EXAMPLE_APP } from '../state/example.ts'
import { useTexts } from '../state/texts.ts'
import { type GenerateForm, isTyped, NEW_FORM, type Outcome, trySign } from './form.ts'
import { LifetimeField } from './lifetime-field.tsx'
import { ManyResult } from './many/result.tsx'
import { OneResult } from './one-result.tsx'
import { RightsField } from './rights-field.tsx'

const ROOM_SAMPLES = { number: '10000', string: 'room-1' }

/** The panel that signs tickets for a trial, in the browser. */
export function GeneratePanel() {
  const t = useTexts()
  const { diagnose } = useDoctor()
  const [form, setForm] = useState<GenerateForm>(NEW_FORM)
  const [round, setRound] = useState(0)
  const [app] = apps.value
  const key = app && checkApp(app).key
  const ready = key !== undefined && isTyped(form)
  const saying = {
    diagnose,
    explain: (error: UserSigError) => {
      const { message, hint } = t.explain.error(error)
      return t.explain.sentences(message, hint)
    },
  }
  // Another round signs the same once more, for a later time.
  const outcome = useMemo<Outcome>(
    () => (ready && form.audience === 'one' ? trySign(form, key, saying) : { remarks: {} }),
    [form, ready, key?.sdkAppId, key?.secretKey, round, diagnose],
  )
  const parts = { form, outcome, onChange: (part: Partial<GenerateForm>) => setForm({ ...form, ...part }) }
  return (
    <div class="box-first generate">
      <Essentials {...parts} />
      <div class="result">
        {ready ? (
          <Result form={form} app={key} outcome={outcome} onSignAgain={() => setRound(round + 1)} />
        ) : (
          <p class="empty">{key ? t.generate.marked : t.generate.empty}</p>
        )}
      </div>
      <Details {...parts} />
    </div>
  )
}

interface FormProps {
  readonly form: GenerateForm
  readonly outcome: Outcome
  readonly onChange: (part: Partial<GenerateForm>) => void
}

/** Which application, and for whom. */
function Essentials({ form, outcome: { remarks }, onChange }: FormProps) {
  const t = useTexts().generate
  const [app] = apps.value
  const { user } = remarks
  const takeExample = () => {
    const { sdkAppId, secretKey } = EXAMPLE_APP
    if (app) changeApp(app.id, { sdkAppId: String(sdkAppId), secretKey })
  }
  return (
    <Card class="box">
      <h2>{t.title}</h2>
      <p class="lead">{t.lead}</p>
      <AppKeys />
      {app?.secretKey === '' && (
        <button type="button" class="small" onClick={takeExample}>
          {t.example}
        </button>
      )}
      <Choice
        name="generate-audience"
        label={t.audience}
        labelled
        options={[
          ['one', t.audiences.one],
          ['many', t.audiences.many],
        ]}
        value={form.audience}
        onChange={(audience) => onChange({ audience })}
      />
      {form.audience === 'one' ? (
        <Field
          label="UserID"
          value={form.userId}
          problem={user?.isWrong ? user.text : undefined}
          doubt={user?.text}
          onInput={(userId) => onChange({ userId })}
        />
      ) : (
        <Users value={form.users} onInput={(users) => onChange({ users })} />
      )}
    </Card>
  )
}

/** For how long, and for which room. */
function Details({ form, outcome: { remarks }, onChange }: FormProps) {
  const t = useTexts().generate
  return (
    <Card class="known">
      <LifetimeField form={form} remark={remarks.time} onChange={onChange} />
      <RoomField
        name="generate-room"
        room={form.room}
        samples={ROOM_SAMPLES}
        required
        refused={remarks.room?.text}
        onChange={(value) => onChange({ room: value })}
        hint={t.roomHint}
      />
      {form.room.kind !== 'none' && <RightsField rights={form.rights} onChange={(rights) => onChange({ rights })} />}
      <p class="note">{t.warning}</p>
    </Card>
  )
}

function Users({ value, onInput }: { readonly value: string; readonly onInput: (value: string) => void }) {
  const t = useTexts().generate
  return (
    <div class="field">
      <TextArea
        label={t.users}
        value={value}
        placeholder={'test1..test20'}
        rows={5}
        describedBy="users-hint"
        onInput={onInput}
      />
      <p class="quiet" id="users-hint">
        {t.usersHint}
      </p>
    </div>
  )
}

interface ResultProps {
  readonly form: GenerateForm
  readonly app: AppKey
  readonly outcome: Outcome
  readonly onSignAgain: () => void
}

function Result({ form, app, outcome: { issued, error }, onSignAgain }: ResultProps) {
  const t = useTexts().generate
  const { inspectSecretKey } = useDoctor()
  if (form.audience === 'many') {
    return form.users.trim() === '' ? <p class="empty">{t.noUsers}</p> : <ManyResult form={form} app={app} />
  }
  if (error !== undefined) return <Failure error={error} role="status" />
  if (!issued) return <p class="empty">{t.marked}</p>
  const isDoubtful = inspectSecretKey(String(app.secretKey)).length > 0
  return <OneResult issued={issued} isDoubtful={isDoubtful} onSignAgain={onSignAgain} />
}
