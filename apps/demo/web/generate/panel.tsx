import type { IssuedTickets } from '@usersig/core'
import type { AppKey } from '@usersig/doctor'
import { useMemo, useState } from 'preact/hooks'
import { AppKeys } from '../parts/app-keys.tsx'
import { Card } from '../parts/card.tsx'
import { Failure } from '../parts/failure.tsx'
import { Field } from '../parts/field.tsx'
import { RoomField } from '../parts/room-field.tsx'
import { TicketText } from '../parts/ticket-text.tsx'
import { apps, changeApp, checkApp } from '../state/apps.ts'
import { EXAMPLE_APP } from '../state/example.ts'
import { useTexts } from '../state/texts.ts'
import { type GenerateForm, isTyped, NEW_FORM, sign } from './form.ts'
import { Lifetime } from './lifetime.tsx'
import { LifetimeField } from './lifetime-field.tsx'
import { QrCard } from './qr-card.tsx'
import { RightsField } from './rights-field.tsx'
import { SnippetCard } from './snippet-card.tsx'

const ROOM_SAMPLES = { number: '10000', string: 'room-1' }

/** The panel that signs tickets for a trial, in the browser. */
export function GeneratePanel() {
  const t = useTexts().generate
  const [form, setForm] = useState<GenerateForm>(NEW_FORM)
  const change = (part: Partial<GenerateForm>) => setForm({ ...form, ...part })
  const [app] = apps.value
  const key = app && checkApp(app).key
  const takeExample = () => {
    const { sdkAppId, secretKey } = EXAMPLE_APP
    if (app) changeApp(app.id, { sdkAppId: String(sdkAppId), secretKey })
  }
  return (
    <div class="columns">
      <Card>
        <h2>{t.title}</h2>
        <p class="lead">{t.lead}</p>
        <p class="note">{t.warning}</p>
        <AppKeys />
        {app?.secretKey === '' && (
          <button type="button" class="small" onClick={takeExample}>
            {t.example}
          </button>
        )}
        <Field label="UserID" value={form.userId} onInput={(userId) => change({ userId })} />
        <LifetimeField form={form} onChange={change} />
        <RoomField
          name="generate-room"
          room={form.room}
          samples={ROOM_SAMPLES}
          required
          onChange={(room) => change({ room })}
          hint={t.roomHint}
        />
        {form.room.kind !== 'none' && <RightsField rights={form.rights} onChange={(rights) => change({ rights })} />}
      </Card>
      <div class="result">
        {key && isTyped(form) ? <Result form={form} app={key} /> : <p class="empty">{key ? t.marked : t.empty}</p>}
      </div>
    </div>
  )
}

function Result({ form, app: { sdkAppId, secretKey } }: { form: GenerateForm; app: AppKey }) {
  const [round, setRound] = useState(0)
  // Another round signs the same once more, for a later time.
  const { issued, error } = useMemo(() => trySign(form, { sdkAppId, secretKey }), [form, sdkAppId, secretKey, round])
  if (!issued) return <Failure error={error} role="status" />
  const { userSig, privateMapKey } = issued
  return (
    <>
      <Card>
        <Lifetime issued={issued} onSignAgain={() => setRound(round + 1)} />
        <TicketText name="UserSig" ticket={userSig} />
        {privateMapKey !== undefined && <TicketText name="PrivateMapKey" ticket={privateMapKey} />}
      </Card>
      <SnippetCard issued={issued} />
      <QrCard issued={issued} />
    </>
  )
}

function trySign(form: GenerateForm, key: AppKey): { issued?: IssuedTickets; error?: unknown } {
  try {
    return { issued: sign(form, key) }
  } catch (error) {
    return { error }
  }
}
