import { Card } from '../parts/card.tsx'
import { Examples } from '../parts/examples.tsx'
import { TextArea } from '../parts/text-area.tsx'
import { useDoctor } from '../state/doctor.ts'
import { signCompressed, signExample, signRoomExample } from '../state/example.ts'
import { useTexts } from '../state/texts.ts'
import { anatomyText, openInDoctor } from '../state/tickets.ts'
import { Specimen } from './specimen.tsx'

/** More than this is no ticket, and is left to the doctor. */
const MAX_LENGTH = 65_536

/** The panel that shows what is in a ticket, layer by layer. */
export function AnatomyPanel() {
  const t = useTexts().anatomy
  const { repairTicket } = useDoctor()
  const text = anatomyText.value
  const { ticket, repairs } = text.length > MAX_LENGTH ? { ticket: '', repairs: [] } : repairTicket(text)
  const show = (sign: () => string) => () => {
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
            [t.examples.stored, show(signExample)],
            [t.examples.compressed, show(signCompressed)],
            [t.examples.room, show(signRoomExample)],
            [t.examples.cut, show(() => signExample().slice(0, 150))],
          ]}
        />
        {repairs.length > 0 && (
          <p class="note">
            {t.repaired}{' '}
            <button type="button" class="small" onClick={() => openInDoctor(text)}>
              {t.askDoctor}
            </button>
          </p>
        )}
      </Card>
      {ticket === '' ? (
        <p class="empty">{text.length > MAX_LENGTH ? t.tooLong : t.empty}</p>
      ) : (
        <Specimen ticket={ticket} />
      )}
    </div>
  )
}
