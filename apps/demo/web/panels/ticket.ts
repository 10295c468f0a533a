import { decodeUserSig, type IssuedCredentials } from '@usersig/core'
import { type Config, type DemoUser, fetchUserSig, login, logout } from '../api.ts'
import { h } from '../dom.ts'
import { createAnatomy, createRights } from '../parts/anatomy.ts'
import { createCountdown } from '../parts/countdown.ts'
import { createFailure } from '../parts/failure.ts'
import { createRoomChoice } from '../parts/room-choice.ts'
import { createSteps } from '../parts/steps.ts'
import { createTicketText } from '../parts/ticket-text.ts'
import { texts } from '../texts.ts'

/** The panel where a demo user logs in and fetches a ticket. */
export function createTicketPanel(
  config: Config,
  loggedIn: string | null,
  onInspect: (ticket: string) => void,
): HTMLElement {
  const side = h('div', { class: 'card' })
  const result = h('div', { class: 'result', 'aria-live': 'polite' })

  async function attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      result.replaceChildren(createFailure(error))
    }
  }

  function showLogin(): void {
    const enter = (user: DemoUser) =>
      attempt(async () => {
        await login(user.id)
        showFetch(user)
      })
    const cards = config.users.map((user) =>
      h(
        'button',
        { type: 'button', class: 'person', onclick: () => enter(user) },
        h('span', { class: 'face', 'aria-hidden': 'true' }, user.name.slice(0, 1)),
        h(
          'span',
          {},
          h('span', { class: 'hidden' }, texts.login.enter),
          h('b', {}, user.name),
          h('span', { class: 'quiet' }, user.about),
        ),
      ),
    )
    side.replaceChildren(
      h('h2', {}, texts.login.title),
      h('p', { class: 'lead' }, texts.login.lead),
      h('div', { class: 'people' }, ...cards),
    )
    result.replaceChildren(createSteps())
  }

  function showFetch(user: DemoUser): void {
    const room = createRoomChoice()
    const button = h('button', { type: 'submit', class: 'primary' }, texts.fetch)
    const fetchTicket = (event: Event) => {
      event.preventDefault()
      return attempt(async () => {
        button.textContent = texts.fetching
        try {
          showTicket(await fetchUserSig(room.value()))
        } finally {
          button.textContent = texts.fetch
        }
      })
    }
    const leave = () =>
      attempt(async () => {
        await logout()
        showLogin()
      })
    side.replaceChildren(
      h(
        'div',
        { class: 'row between' },
        h('h2', {}, texts.login.as(user.name)),
        h('button', { type: 'button', class: 'small', onclick: leave }, texts.login.leave),
      ),
      h('form', { onsubmit: fetchTicket }, room.content, button),
    )
    result.replaceChildren(createSteps())
  }

  function showTicket(issued: IssuedCredentials): void {
    const { userSig, privateMapKey } = issued
    result.replaceChildren(
      h(
        'div',
        { class: 'card' },
        createCountdown(issued),
        createTicketText(texts.ticket.userSig, userSig, () => onInspect(userSig)),
        privateMapKey !== undefined &&
          createTicketText(texts.ticket.privateMapKey, privateMapKey, () => onInspect(privateMapKey)),
        issued.privileges && createRights(issued.privileges),
      ),
      createAnatomy(decodeUserSig(userSig)),
    )
  }

  const user = config.users.find(({ id }) => id === loggedIn)
  if (user) showFetch(user)
  else showLogin()
  return h('div', { class: 'columns' }, side, result)
}
