import { type DiagnoseContext, diagnose, repairTicket } from '@usersig/doctor'
import { useState } from 'preact/hooks'
import { CheckRow } from '../checks/check-row.tsx'
import { toChecks } from '../checks/checks.ts'
import { Findings } from '../checks/findings.tsx'
import { AppKeys } from '../parts/app-keys.tsx'
import { Card } from '../parts/card.tsx'
import { Examples } from '../parts/examples.tsx'
import { TextArea } from '../parts/text-area.tsx'
import { TicketText } from '../parts/ticket-text.tsx'
import { keys } from '../state/apps.ts'
import { language } from '../state/language.ts'
import { useNow } from '../state/now.ts'
import { skew } from '../state/skew.ts'
import { useTexts } from '../state/texts.ts'
import { doctorText } from '../state/tickets.ts'
import { Expected, NO_LOGIN, toExpected } from './expected.tsx'
import { SPOILED } from './spoil.ts'
import { Verdict } from './verdict.tsx'

/** The panel that finds out why a login fails. */
export function DoctorPanel() {
  const t = useTexts().doctor
  const [login, setLogin] = useState(NO_LOGIN)
  const text = doctorText.value

  const examples = (Object.keys(SPOILED) as (keyof typeof SPOILED)[]).map((name) => {
    const choose = () => {
      doctorText.value = SPOILED[name]()
    }
    return [t.examples[name], choose] as const
  })
  return (
    <div class="columns">
      <Card>
        <h2>{t.title}</h2>
        <p class="lead">{t.lead}</p>
        <TextArea
          label={t.label}
          value={text}
          placeholder={t.placeholder}
          onInput={(value) => {
            doctorText.value = value
          }}
        />
        <Examples options={examples} />
        <Expected login={login} onChange={setLogin} />
        <AppKeys several />
      </Card>
      <div class="result">
        {text === '' ? <p class="empty">{t.empty}</p> : <Result text={text} expected={toExpected(login)} />}
      </div>
    </div>
  )
}

function Result({ text, expected }: { text: string; expected: DiagnoseContext }) {
  const t = useTexts()
  const now = Math.floor(useNow(1000) - skew.value)
  const diagnosis = diagnose(text, { ...expected, keys: keys.value, now, language: language.value })
  const { claims, findings } = diagnosis
  const { ticket, repairs } = repairTicket(text)
  return (
    <>
      <Card>
        <Verdict {...diagnosis} />
        <CheckRow checks={toChecks(diagnosis, expected)} />
        <Findings findings={findings} />
      </Card>
      {claims && repairs.length > 0 && (
        <Card>
          <TicketText name={t.doctor.repaired} ticket={ticket} />
        </Card>
      )}
    </>
  )
}
