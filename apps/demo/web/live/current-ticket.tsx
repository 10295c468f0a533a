import { Card } from '../parts/card.tsx'
import { Countdown } from '../parts/countdown.tsx'
import { Failure } from '../parts/failure.tsx'
import { Rights } from '../parts/rights.tsx'
import { TicketText } from '../parts/ticket-text.tsx'
import { useTexts } from '../state/texts.ts'
import { failure, renewals, tickets } from './tickets.ts'
import { Timeline } from './timeline.tsx'

/** The ticket at hand, how long it lasts, and those before it. */
export function CurrentTicket() {
  const t = useTexts().live
  const current = tickets.value.at(-1)
  return (
    <>
      {failure.value !== undefined && <Failure error={failure.value} />}
      {current === undefined ? (
        <Steps />
      ) : (
        <Card>
          <div class="countdown-row">
            <Countdown issuedAt={current.issuedAt} expiresAt={current.expiresAt} />
            <p class="pill" role="status">
              {t.renewals(renewals.value)}
            </p>
          </div>
          <Timeline tickets={tickets.value} />
          <TicketText name="UserSig" ticket={current.userSig} />
          {current.privateMapKey !== undefined && <TicketText name="PrivateMapKey" ticket={current.privateMapKey} />}
          {current.privileges && <Rights granted={current.privileges} />}
        </Card>
      )}
    </>
  )
}

/** What stands in the place of a ticket before there is one: the way that it takes. */
function Steps() {
  const t = useTexts().live
  return (
    <div class="empty">
      <ol class="steps" aria-label={t.stepsLabel}>
        {t.steps.map(([who, does], i) => (
          <li key={who}>
            <span class="face" aria-hidden="true">
              {i + 1}
            </span>
            <b>{who}</b>
            <span class="quiet">{does}</span>
          </li>
        ))}
      </ol>
      <p>{t.empty}</p>
    </div>
  )
}
