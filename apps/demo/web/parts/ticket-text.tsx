import { useTexts } from '../state/language.ts'
import { openInAnatomy, openInDoctor } from '../state/tickets.ts'
import { CopyButton } from './copy-button.tsx'
import { ScrollBox } from './scroll-box.tsx'

/** A ticket to read, to copy, and to look into. */
export function TicketText({ name, ticket }: { readonly name: string; readonly ticket: string }) {
  const t = useTexts()
  return (
    <figure class="ticket">
      <figcaption>
        <b>{name}</b>
        <span class="quiet">{t.ticket.characters(ticket.length)}</span>
        <button type="button" class="small" onClick={() => openInAnatomy(ticket)}>
          {t.ticket.anatomy}
        </button>
        <button type="button" class="small" onClick={() => openInDoctor(ticket)}>
          {t.ticket.doctor}
        </button>
        <CopyButton text={ticket} label={name} />
      </figcaption>
      <ScrollBox label={name} class="ticket-text">
        {ticket}
      </ScrollBox>
    </figure>
  )
}
