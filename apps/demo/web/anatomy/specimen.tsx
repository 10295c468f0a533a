import { createUserSigner, type UserSigClaims } from '@usersig/core'
import { type Dissection, diagnose, dissect } from '@usersig/core/doctor'
import { useMemo, useState } from 'preact/hooks'
import { CheckRow } from '../doctor/check-row.tsx'
import { toChecks } from '../doctor/checks.ts'
import { Findings } from '../doctor/findings.tsx'
import { AppKeys } from '../parts/app-keys.tsx'
import { Card } from '../parts/card.tsx'
import { CopyButton } from '../parts/copy-button.tsx'
import { Failure } from '../parts/failure.tsx'
import { keys } from '../state/apps.ts'
import { useTexts } from '../state/language.ts'
import { anatomyText } from '../state/tickets.ts'
import { type Edits, expectationsOf, judge, repack } from './edit.ts'
import { FieldList } from './field-list.tsx'
import { Layers } from './layers.tsx'
import { RecordCard } from './record-card.tsx'

/** One ticket on the table: its fields, what a server says to it, and its layers. */
export function Specimen({ ticket }: { readonly ticket: string }) {
  const t = useTexts().anatomy
  const original = useMemo(() => dissect(ticket), [ticket])
  const expected = useMemo(() => expectationsOf(diagnose(ticket).claims), [ticket])
  const [edits, setEdits] = useState<Edits>({})
  const changed = Object.keys(edits).length > 0
  const shown = useMemo(() => (changed ? tryRepack(original, edits) : { ticket }), [original, edits, changed, ticket])
  if (shown.ticket === undefined) {
    return (
      <>
        <Failure error={shown.error} />
        <FieldList fields={original.fields} edits={edits} onEdit={setEdits} />
      </>
    )
  }
  const current = shown.ticket
  const dissection = changed ? dissect(current) : original
  const diagnosis = judge(current, original, expected, keys.value)
  const { claims } = diagnosis
  return (
    <>
      <div class="columns wide-left">
        <Card title={t.fieldsTitle} aside={changed && <Changed ticket={current} onReset={() => setEdits({})} />}>
          {original.fields.length > 0 ? (
            <FieldList fields={original.fields} edits={edits} onEdit={setEdits} />
          ) : (
            <p class="quiet">{t.noFields}</p>
          )}
          <p class="quiet">{t.editHint}</p>
        </Card>
        <Card title={t.checksTitle} class="sticky">
          <CheckRow checks={toChecks(diagnosis, expected)} />
          <Findings findings={diagnosis.findings} />
          {claims && changed && <SignAnew claims={claims} />}
          <AppKeys />
        </Card>
      </div>
      <Sizes ticket={current} dissection={dissection} />
      <Layers ticket={current} dissection={dissection} />
      {claims?.room && claims.userBuf && <RecordCard room={claims.room} userBuf={claims.userBuf} />}
    </>
  )
}

function tryRepack(original: Dissection, edits: Edits): { ticket?: string; error?: unknown } {
  try {
    return { ticket: repack(original, edits) }
  } catch (error) {
    return { error }
  }
}

function Changed({ ticket, onReset }: { ticket: string; onReset: () => void }) {
  const t = useTexts().anatomy
  return (
    <span class="row">
      <CopyButton text={ticket} label={t.changed} />
      <button type="button" class="small" onClick={onReset}>
        {t.reset}
      </button>
    </span>
  )
}

/** Signs the changed claims with the key of their application, if it was typed. */
function SignAnew({ claims }: { claims: UserSigClaims }) {
  const t = useTexts().anatomy
  const [error, setError] = useState<unknown>()
  const key = keys.value.find(({ sdkAppId }) => sdkAppId === claims.sdkAppId)
  if (!key) return null
  const sign = () => {
    const { userId, expire, issuedAt, userBuf } = claims
    try {
      anatomyText.value = createUserSigner(key).genUserSig(userId, {
        expire,
        now: issuedAt,
        ...(userBuf && { userBuf }),
      })
    } catch (refused) {
      setError(refused)
    }
  }
  return (
    <>
      <button type="button" onClick={sign}>
        {t.signAnew}
      </button>
      {error !== undefined && <Failure error={error} />}
    </>
  )
}

/** How large each layer is, drawn. */
function Sizes({ ticket, dissection: { packed, document } }: { ticket: string; dissection: Dissection }) {
  const t = useTexts().anatomy
  const rows = [
    [t.layers.ticket, ticket.length],
    [t.layers.bytes, packed.length],
    [t.layers.document, new TextEncoder().encode(document).length],
  ] as const
  const largest = Math.max(...rows.map(([, size]) => size))
  return (
    <Card title={t.sizes}>
      <ul class="sizes">
        {rows.map(([name, size]) => (
          <li key={name}>
            <span>{name}</span>
            <meter min={0} max={largest} value={size} aria-label={name} />
            <span class="quiet">{t.bytes(size)}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
