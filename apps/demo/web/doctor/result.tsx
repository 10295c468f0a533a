import type { DiagnoseContext } from '@usersig/doctor'
import { useMemo } from 'preact/hooks'
import { CheckRow } from '../checks/check-row.tsx'
import { toChecks } from '../checks/checks.ts'
import { Findings } from '../checks/findings.tsx'
import { Card } from '../parts/card.tsx'
import { CopyButton } from '../parts/copy-button.tsx'
import { TicketText } from '../parts/ticket-text.tsx'
import { keys } from '../state/apps.ts'
import { useDoctor } from '../state/doctor.ts'
import { useNow } from '../state/now.ts'
import { hashOf } from '../state/panel.ts'
import { skew } from '../state/skew.ts'
import { useTexts } from '../state/texts.ts'
import { Causes } from './causes.tsx'
import { Verdict } from './verdict.tsx'

/** A text that is longer is not looked at for a ticket to show. */
const MAX_REPAIRED = 16_384

/** The diagnosis, as what was typed and the time go on. */
export function Result({ text, expected }: { readonly text: string; readonly expected: DiagnoseContext }) {
  const t = useTexts().doctor
  const { diagnose, repairTicket, shareDiagnosis } = useDoctor()
  // A long text takes longer to read, and says less about a moment.
  const now = Math.floor(useNow(text.length > MAX_REPAIRED ? 60_000 : 1000) - skew.value)
  const diagnosis = diagnose(text, { ...expected, keys: keys.value, now })
  const { claims, findings, causes, verdict } = diagnosis
  const { ticket, repairs } = useMemo(() => repairTicket(text.length > MAX_REPAIRED ? '' : text), [text])
  // It only stood in something, and nothing of it had to be changed.
  const isWhole = repairs.every(({ code }) => code.startsWith('from_'))
  return (
    <>
      <Card>
        <Verdict {...diagnosis} />
        <Causes causes={causes} />
        {verdict !== 'none' && <CheckRow checks={toChecks(diagnosis, expected)} />}
        {findings.length > 0 && (
          <details class="seen" open={causes.length === 0}>
            <summary>{t.seen(findings.length)}</summary>
            <Findings findings={findings} />
          </details>
        )}
        <Share fragment={shareDiagnosis(diagnosis)} />
      </Card>
      {claims && repairs.length > 0 && ticket !== '' && (
        <Card>
          <TicketText name={isWhole ? t.taken : t.repaired} ticket={ticket} />
        </Card>
      )}
    </>
  )
}

function Share({ fragment }: { readonly fragment: string }) {
  const t = useTexts().doctor
  const { origin, pathname } = location
  return (
    <p class="share">
      <CopyButton text={`${origin}${pathname}${hashOf('doctor', fragment)}`} caption={t.share} />
      <span class="quiet">{t.shareLead}</span>
    </p>
  )
}
