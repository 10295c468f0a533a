import { useEffect } from 'preact/hooks'
import { Card } from '../parts/card.tsx'
import { place } from '../state/panel.ts'
import { useTexts } from '../state/texts.ts'
import { doctorText } from '../state/tickets.ts'
import { DoctorBox } from './box.tsx'
import { callDoctor, doctor } from './call.ts'
import { login, toExpected } from './login.ts'

/** The panel that finds out why a login fails. */
export function DoctorPanel() {
  const t = useTexts()
  const { panel, detail } = place.value
  const isNeeded = doctorText.value !== '' || (panel === 'doctor' && detail !== '')
  useEffect(() => {
    if (isNeeded) void callDoctor()
  }, [isNeeded])
  return (
    <div class="box-first">
      <DoctorBox />
      <div class="result">{isNeeded ? <Answer /> : <p class="empty">{t.doctor.empty}</p>}</div>
      <Card class="known">
        <details onToggle={() => void callDoctor()}>
          <summary>{t.doctor.login}</summary>
          {typeof doctor.value === 'object' ? <doctor.value.Known /> : <p class="quiet">{t.loading}</p>}
        </details>
      </Card>
    </div>
  )
}

function Answer() {
  const t = useTexts()
  const loaded = doctor.value
  if (loaded === undefined) {
    return (
      <p class="empty" aria-busy="true">
        {t.loading}
      </p>
    )
  }
  if (loaded === 'failed') {
    return (
      <div class="empty">
        <p>{t.panelFailed}</p>
        <button type="button" onClick={() => void callDoctor()}>
          {t.tryAgain}
        </button>
      </div>
    )
  }
  const { Result, Shared } = loaded
  const text = doctorText.value
  return text === '' ? <Shared /> : <Result text={text} expected={toExpected(login.value)} />
}
