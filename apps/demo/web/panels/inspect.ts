import { decodeUserSig } from '@usersig/core'
import { h } from '../dom.ts'
import { createAnatomy } from '../parts/anatomy.ts'
import { createFailure } from '../parts/failure.ts'
import { texts } from '../texts.ts'

/** A PrivateMapKey of the official Node.js program. */
const EXAMPLE =
  'eJw1jtsKgkAURX8lznOYyTjmgNBodA8qo6i31FMdyhhGzS7075HWftp7rZf9gtU0NG6oQYBlmNCsNiV4zelAFd43om5sJAJ-MkvOe6UoAcEsl7ncsVy7NjmlCKLtuDazuGnzmuJdkUYQHc5Ms0ZFhjoqDiBALuR4G-q0GMyKXU9dWt*UUkrpa39No2*bHGUVP*2ft6nSkfS8-xc6ggCcPAbPdniKslWggseSxcPRZTgPb2XAxqrs5XnMtYObDs48eH8AYHpIRg__'

/** The panel that shows what is in any ticket. */
export function createInspectPanel(): { content: HTMLElement; inspect: (ticket: string) => void } {
  const result = h('div', { class: 'result', 'aria-live': 'polite' })
  const input = h('textarea', {
    id: 'inspect-input',
    rows: 6,
    spellcheck: 'false',
    autocomplete: 'off',
    autocapitalize: 'off',
    placeholder: texts.inspect.placeholder,
    oninput: () => show(),
  })

  function show(): void {
    const ticket = input.value.trim()
    if (ticket === '') {
      result.replaceChildren(h('p', { class: 'empty' }, texts.inspect.empty))
      return
    }
    try {
      const anatomy = createAnatomy(decodeUserSig(ticket))
      result.replaceChildren(h('p', { class: 'note' }, texts.inspect.unverified), anatomy)
    } catch (error) {
      result.replaceChildren(createFailure(error))
    }
  }

  function inspect(ticket: string): void {
    input.value = ticket
    show()
  }
  show()

  const content = h(
    'div',
    { class: 'columns' },
    h(
      'div',
      { class: 'card' },
      h('h2', {}, texts.inspect.title),
      h('p', { class: 'lead' }, texts.inspect.lead),
      h('label', { for: 'inspect-input' }, texts.inspect.label),
      input,
      h(
        'div',
        { class: 'row' },
        h('button', { type: 'button', class: 'small', onclick: () => inspect(EXAMPLE) }, texts.inspect.example),
        h('button', { type: 'button', class: 'small', onclick: () => inspect('') }, texts.inspect.clear),
      ),
    ),
    result,
  )
  return { content, inspect }
}
