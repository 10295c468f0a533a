import { h } from '../dom.ts'
import { texts } from '../texts.ts'

/** A ticket to read and to copy. */
export function createTicketText(name: string, ticket: string, onInspect?: () => void): HTMLElement {
  const copy = h('button', { type: 'button', class: 'small', onclick: copyTicket }, texts.ticket.copy)

  async function copyTicket(): Promise<void> {
    await navigator.clipboard.writeText(ticket)
    copy.textContent = texts.ticket.copied
    setTimeout(() => {
      copy.textContent = texts.ticket.copy
    }, 1500)
  }
  return h(
    'figure',
    { class: 'ticket' },
    h(
      'figcaption',
      {},
      h('b', {}, name),
      h('span', { class: 'quiet' }, texts.ticket.characters(ticket.length)),
      onInspect && h('button', { type: 'button', class: 'small', onclick: onInspect }, texts.ticket.inspect),
      copy,
    ),
    h('code', { class: 'ticket-text', tabindex: 0, 'aria-label': name }, ticket),
  )
}
