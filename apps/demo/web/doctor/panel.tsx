import { useState } from 'preact/hooks'
import { AppKeys } from '../parts/app-keys.tsx'
import { Card } from '../parts/card.tsx'
import { useTexts } from '../state/texts.ts'
import { doctorText } from '../state/tickets.ts'
import { DoctorBox } from './box.tsx'
import { Expected, NO_LOGIN, toExpected } from './expected.tsx'
import { Result } from './result.tsx'
import { Shared } from './shared.tsx'

/** The panel that finds out why a login fails. */
export function DoctorPanel() {
  const t = useTexts().doctor
  const [login, setLogin] = useState(NO_LOGIN)
  const text = doctorText.value
  return (
    <div class="consultation">
      <DoctorBox />
      <div class="result">{text === '' ? <Shared /> : <Result text={text} expected={toExpected(login)} />}</div>
      <Card class="known">
        <h3>{t.login}</h3>
        <p class="quiet">{t.loginLead}</p>
        <AppKeys several />
        <Expected login={login} onChange={setLogin} />
      </Card>
    </div>
  )
}
