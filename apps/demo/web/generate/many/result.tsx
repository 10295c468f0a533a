import type { AppKey } from '@usersig/doctor'
import { useMemo, useState } from 'preact/hooks'
import { Card } from '../../parts/card.tsx'
import { CopyButton } from '../../parts/copy-button.tsx'
import { Failure } from '../../parts/failure.tsx'
import { ScrollBox } from '../../parts/scroll-box.tsx'
import { useDoctor } from '../../state/doctor.ts'
import { useTexts } from '../../state/texts.ts'
import { download } from '../download.ts'
import type { GenerateForm } from '../form.ts'
import { type Batch, signBatch } from './batch.ts'
import { toCsv } from './csv.ts'
import { Sheet } from './sheet.tsx'
import { MAX_USERS } from './users.ts'

/** So many rows are shown; the files hold all. */
const MAX_ROWS = 100

/** The tickets of many users. */
export function ManyResult({
  form,
  app: { sdkAppId, secretKey },
}: {
  readonly form: GenerateForm
  readonly app: AppKey
}) {
  const t = useTexts()
  const { diagnose } = useDoctor()
  const [sheetOf, setSheetOf] = useState<Batch>()
  const saying = { diagnose, explain: t.explain.error }
  const batch = useMemo(() => signBatch(form, { sdkAppId, secretKey }, saying), [form, sdkAppId, secretKey, diagnose])
  const { issued, error } = batch
  if (error !== undefined) return <Failure error={error} role="status" />
  return (
    <>
      <Card>
        <p role="status">
          <b>{t.generate.signed(issued.length)}</b>
        </p>
        {issued.length > 0 && (
          <div class="row wrap batch-buttons">
            <button type="button" class="small" onClick={() => download('usersig.csv', 'text/csv', toCsv(issued))}>
              {t.generate.downloadCsv}
            </button>
            <button
              type="button"
              class="small"
              onClick={() => download('usersig.json', 'application/json', JSON.stringify(issued, null, 2))}
            >
              {t.generate.downloadJson}
            </button>
            <button type="button" class="small" onClick={() => setSheetOf(batch)}>
              {t.generate.showCodes}
            </button>
          </div>
        )}
        <Remarks batch={batch} />
        {issued.length > 0 && <Rows issued={issued} />}
      </Card>
      {sheetOf === batch && <Sheet issued={issued} />}
    </>
  )
}

function Remarks({ batch: { duplicates, badRanges, refused, doubtful, isCut } }: { readonly batch: Batch }) {
  const t = useTexts().generate
  const lines = [
    ...refused.map(({ line, userId, text }) => ['problem', t.refusedUser(line, userId, text)] as const),
    ...badRanges.map(({ line, userId }) => ['problem', t.badRange(line, userId)] as const),
    ...duplicates.map(({ line, userId }) => ['problem doubt', t.duplicate(line, userId)] as const),
    ...doubtful.map(({ line, userId, text }) => ['problem doubt', t.doubtfulUser(line, userId, text)] as const),
  ]
  if (lines.length === 0 && !isCut) return null
  return (
    <ul class="remarks" aria-label={t.remarks}>
      {isCut && <li class="problem">{t.tooMany(MAX_USERS)}</li>}
      {lines.slice(0, MAX_ROWS).map(([name, text]) => (
        <li key={text} class={name}>
          {text}
        </li>
      ))}
    </ul>
  )
}

function Rows({ issued }: Pick<Batch, 'issued'>) {
  const t = useTexts().generate
  return (
    <>
      <ScrollBox label={t.tickets} class="batch">
        <table>
          <thead>
            <tr>
              <th scope="col">UserID</th>
              <th scope="col">UserSig</th>
              <th scope="col">
                <span class="hidden">{t.copyColumn}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {issued.slice(0, MAX_ROWS).map(({ userId, userSig }) => (
              <tr key={userId}>
                <th scope="row">{userId}</th>
                <td>
                  <code>{userSig}</code>
                </td>
                <td>
                  <CopyButton text={userSig} label={userId} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {issued.length > MAX_ROWS && <p class="quiet">{t.moreRows(issued.length - MAX_ROWS)}</p>}
    </>
  )
}
