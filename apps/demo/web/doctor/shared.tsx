import { Card } from '../parts/card.tsx'
import { useDoctor } from '../state/doctor.ts'
import { place } from '../state/panel.ts'
import { useTexts } from '../state/texts.ts'
import { Causes } from './causes.tsx'
import { Verdict } from './verdict.tsx'

/** The diagnosis that came with the address, or what stands there before anything is typed. */
export function Shared() {
  const t = useTexts().doctor
  const { readSharedDiagnosis } = useDoctor()
  const { panel, detail } = place.value
  const shared = panel === 'doctor' && detail !== '' && readSharedDiagnosis(detail)
  if (!shared) return <p class="empty">{detail !== '' && panel === 'doctor' ? t.noShared : t.empty}</p>
  return (
    <Card title={t.sharedTitle}>
      <p class="quiet shared-lead">{t.sharedLead}</p>
      <Verdict {...shared} />
      <Causes causes={shared.causes} />
    </Card>
  )
}
