import { useTexts } from '../state/texts.ts'
import { openInAnatomy, openInDoctor } from '../state/tickets.ts'
import { CopyButton } from './copy-button.tsx'
import { ScrollBox } from './scroll-box.tsx'

/** A ticket to read, to copy, and to look into. */
export function TicketText({ name, ticket }: { readonly name: string; readonly ticket: string }) {
  const t = useTexts().ticket
  return (
    <div class="ticket">
      <div class="ticket-head">
        <b>{name}</b>
        <span class="quiet">{t.characters(ticket.length)}</span>
        <button type="button" class="small" onClick={() => openInAnatomy(ticket)}>
          {t.anatomy}
          <span class="hidden"> {name}</span>
        </button>
        <button type="button" class="small" onClick={() => openInDoctor(ticket)}>
          {t.doctor}
          <span class="hidden"> {name}</span>
        </button>
        <CopyButton text={ticket} label={name} />
      </div>
      <ScrollBox label={name} class="ticket-text">
        {ticket}
      </ScrollBox>
    </div>
  )
}
