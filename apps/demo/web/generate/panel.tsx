import { useMemo, useState } from 'preact/hooks'
import { EXAMPLE } from '../anatomy/example.ts'
import { AppKeys } from '../parts/app-keys.tsx'
import { Card } from '../parts/card.tsx'
import { Failure } from '../parts/failure.tsx'
import { Field } from '../parts/field.tsx'
import { RoomField } from '../parts/room-field.tsx'
import { TicketText } from '../parts/ticket-text.tsx'
import { apps, putAppFirst, type TypedApp } from '../state/apps.ts'
import { useTexts } from '../state/language.ts'
import { formatDuration, formatTime } from '../texts/format.ts'
import { type GenerateForm, NEW_FORM, sign } from './form.ts'
import { LifetimeField } from './lifetime-field.tsx'
import { QrCard } from './qr-card.tsx'
import { RightsField } from './rights-field.tsx'
import { SnippetCard } from './snippet-card.tsx'

/** The panel that signs tickets for a trial, in the browser. */
export function GeneratePanel() {
  const t = useTexts().generate
  const [form, setForm] = useState<GenerateForm>(NEW_FORM)
  const change = (part: Partial<GenerateForm>) => setForm({ ...form, ...part })
  const [app = EXAMPLE] = apps.value
  return (
    <div class="columns">
      <Card>
        <h2>{t.title}</h2>
        <p class="lead">{t.lead}</p>
        <p class="note">{t.warning}</p>
        <AppKeys />
        {app.secretKey === '' && (
          <button type="button" class="small" onClick={() => putAppFirst(EXAMPLE)}>
            {t.example}
          </button>
        )}
        <Field label="UserID" value={form.userId} onInput={(userId) => change({ userId })} />
        <LifetimeField form={form} onChange={change} />
        <RoomField name="generate-room" room={form.room} onChange={(room) => change({ room })} hint={t.roomHint} />
        {form.room.kind !== 'none' && <RightsField rights={form.rights} onChange={(rights) => change({ rights })} />}
      </Card>
      <div class="result">
        {app.secretKey === '' ? <p class="empty">{t.empty}</p> : <Result form={form} app={app} />}
      </div>
    </div>
  )
}

function Result({ form, app }: { form: GenerateForm; app: TypedApp }) {
  const t = useTexts()
  const { issued, error } = useMemo(() => trySign(form, app), [form, app])
  if (!issued) return <Failure error={error} />
  const { userSig, privateMapKey, expire, expiresAt } = issued
  return (
    <>
      <Card>
        <p class="quiet lasts">{t.generate.lasts(formatDuration(expire, t), formatTime(expiresAt))}</p>
        <TicketText name="UserSig" ticket={userSig} />
        {privateMapKey !== undefined && <TicketText name="PrivateMapKey" ticket={privateMapKey} />}
      </Card>
      <SnippetCard issued={issued} />
      <QrCard issued={issued} />
    </>
  )
}

function trySign(form: GenerateForm, app: TypedApp) {
  try {
    return { issued: sign(form, app), error: undefined }
  } catch (error) {
    return { issued: undefined, error }
  }
}
