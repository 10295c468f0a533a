import { repairTicket } from '@usersig/core/doctor'
import { Card } from '../parts/card.tsx'
import { Examples } from '../parts/examples.tsx'
import { TextArea } from '../parts/text-area.tsx'
import { putAppFirst } from '../state/apps.ts'
import { useTexts } from '../state/language.ts'
import { anatomyText } from '../state/tickets.ts'
import { EXAMPLE, signCompressed, signExample, signRoomExample } from './example.ts'
import { Specimen } from './specimen.tsx'

/** The panel that shows what is in a ticket, layer by layer. */
export function AnatomyPanel() {
  const t = useTexts().anatomy
  const text = anatomyText.value
  const { ticket, repairs } = repairTicket(text)

  const example = (sign: () => string) => () => {
    putAppFirst(EXAMPLE)
    anatomyText.value = sign()
  }
  return (
    <div class="anatomy">
      <Card>
        <h2>{t.title}</h2>
        <p class="lead">{t.lead}</p>
        <TextArea
          label={t.label}
          value={text}
          placeholder="eJw…"
          onInput={(value) => {
            anatomyText.value = value
          }}
        />
        <Examples
          options={[
            [t.examples.stored, example(signExample)],
            [t.examples.compressed, example(signCompressed)],
            [t.examples.room, example(signRoomExample)],
            [t.examples.cut, example(() => signExample().slice(0, 150))],
          ]}
        />
        {repairs.length > 0 && <p class="note">{t.repaired}</p>}
      </Card>
      {ticket === '' ? <p class="empty">{t.empty}</p> : <Specimen key={ticket} ticket={ticket} />}
    </div>
  )
}
