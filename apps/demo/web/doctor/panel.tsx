import { type DiagnoseOptions, diagnose, repairTicket } from '@usersig/core/doctor'
import { useState } from 'preact/hooks'
import { EXAMPLE } from '../anatomy/example.ts'
import { AppKeys } from '../parts/app-keys.tsx'
import { Card } from '../parts/card.tsx'
import { Examples } from '../parts/examples.tsx'
import { Failure } from '../parts/failure.tsx'
import { TextArea } from '../parts/text-area.tsx'
import { TicketText } from '../parts/ticket-text.tsx'
import { keys, putAppFirst } from '../state/apps.ts'
import { useTexts } from '../state/language.ts'
import { useNow } from '../state/now.ts'
import { doctorText } from '../state/tickets.ts'
import { CheckRow } from './check-row.tsx'
import { toChecks } from './checks.ts'
import { Expected, NO_LOGIN, toExpected } from './expected.tsx'
import { Findings } from './findings.tsx'
import { SPOILED } from './spoil.ts'
import { Verdict } from './verdict.tsx'

/** The panel that finds out why a login fails. */
export function DoctorPanel() {
  const t = useTexts()
  const [login, setLogin] = useState(NO_LOGIN)
  const text = doctorText.value

  const examples = (Object.keys(SPOILED) as (keyof typeof SPOILED)[]).map((name) => {
    const choose = () => {
      putAppFirst(EXAMPLE)
      doctorText.value = SPOILED[name]()
    }
    return [t.doctor.examples[name], choose] as const
  })
  return (
    <div class="columns">
      <Card>
        <h2>{t.doctor.title}</h2>
        <p class="lead">{t.doctor.lead}</p>
        <TextArea
          label={t.doctor.label}
          value={text}
          placeholder={t.doctor.placeholder}
          onInput={(value) => {
            doctorText.value = value
          }}
        />
        <Examples options={examples} />
        <Expected login={login} onChange={setLogin} />
        <AppKeys several />
      </Card>
      <div class="result">
        {text === '' ? <p class="empty">{t.doctor.empty}</p> : <Result text={text} expected={toExpected(login)} />}
      </div>
    </div>
  )
}

function Result({ text, expected }: { text: string; expected: DiagnoseOptions }) {
  const t = useTexts()
  const now = Math.floor(useNow(1000))
  try {
    const diagnosis = diagnose(text, { ...expected, keys: keys.value, now })
    const { ticket } = repairTicket(text)
    return (
      <>
        <Card>
          <Verdict {...diagnosis} />
          <CheckRow checks={toChecks(diagnosis, expected)} />
          <Findings findings={diagnosis.findings} />
        </Card>
        {diagnosis.claims && ticket !== text.trim() && (
          <Card>
            <TicketText name={t.doctor.repaired} ticket={ticket} />
          </Card>
        )}
      </>
    )
  } catch (error) {
    return <Failure error={error} />
  }
}
