import { type Dissection, dissect } from '@usersig/doctor'
import { useMemo, useState } from 'preact/hooks'
import { CheckRow } from '../checks/check-row.tsx'
import { toChecks } from '../checks/checks.ts'
import { Findings } from '../checks/findings.tsx'
import { AppKeys } from '../parts/app-keys.tsx'
import { Card } from '../parts/card.tsx'
import { CopyButton } from '../parts/copy-button.tsx'
import { Failure } from '../parts/failure.tsx'
import { keys } from '../state/apps.ts'
import { useDoctor } from '../state/doctor.ts'
import { useNow } from '../state/now.ts'
import { skew } from '../state/skew.ts'
import { useTexts } from '../state/texts.ts'
import { type Edits, expectationsOf, isChanged, judgeEdited, repack } from './edit.ts'
import { FieldList } from './field-list.tsx'
import { Layers } from './layers.tsx'
import { RecordCard } from './record-card.tsx'
import { SignAnew } from './sign-anew.tsx'
import { Sizes } from './sizes.tsx'

const NO_EDITS: Edits = new Map()

/** One ticket on the table: its fields, what a server says to it, and its layers. */
export function Specimen({ ticket }: { readonly ticket: string }) {
  const t = useTexts().anatomy
  const { diagnose } = useDoctor()
  const [edited, setEdited] = useState({ ticket, edits: NO_EDITS })
  // Another ticket comes without the changes of the last one.
  const edits = edited.ticket === ticket ? edited.edits : NO_EDITS
  const original = useMemo(() => dissect(ticket), [ticket])
  const changed = isChanged(original, edits)
  const { current, failure } = useMemo(() => tryRepack(ticket, original, edits), [ticket, original, edits])
  const dissection = useMemo(() => (current === ticket ? original : dissect(current)), [ticket, original, current])
  const now = Math.floor(useNow(1000) - skew.value)

  const expected = useMemo(() => (changed ? expectationsOf(diagnose(ticket).claims) : {}), [ticket, changed])
  const words = { message: t.brokenSignature, action: t.brokenSignatureAction }
  const diagnosis = judgeEdited(
    { ticket: current, edited: dissection, original, keys: keys.value, now, words, diagnose },
    expected,
  )
  const { claims } = diagnosis
  const change = (next: Edits) => setEdited({ ticket, edits: next })
  return (
    <>
      <div class="columns wide-left">
        <Card
          title={t.fieldsTitle}
          aside={
            <span class="row">
              <CopyButton text={current} label={t.changed} />
              <button type="button" class="small" disabled={!changed} onClick={() => change(NO_EDITS)}>
                {t.reset}
              </button>
            </span>
          }
        >
          {original.fields.length > 0 ? (
            <FieldList original={original} edits={edits} onEdit={change} />
          ) : (
            <p class="quiet">{t.noFields}</p>
          )}
          <p class="quiet">{t.editHint}</p>
          {failure !== undefined && <Failure error={failure} role="status" />}
        </Card>
        <Card title={t.checksTitle} class="sticky">
          <CheckRow checks={toChecks(diagnosis, expected)} announced />
          <Findings findings={diagnosis.findings} />
          <SignAnew key={current} claims={changed ? claims : undefined} />
          <AppKeys />
        </Card>
      </div>
      <Sizes ticket={current} dissection={dissection} />
      <Layers ticket={current} dissection={dissection} />
      {claims?.room && claims.userBuf && <RecordCard room={claims.room} userBuf={claims.userBuf} />}
    </>
  )
}

/** The ticket with the changes in it, or the last one that could be packed. */
function tryRepack(ticket: string, original: Dissection, edits: Edits): { current: string; failure?: unknown } {
  if (!isChanged(original, edits)) return { current: ticket }
  try {
    return { current: repack(original, edits) }
  } catch (failure) {
    return { current: ticket, failure }
  }
}
