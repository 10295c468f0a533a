import { h } from '../dom.ts'
import { texts } from '../texts.ts'

type Kind = 'none' | 'number' | 'string'
type Room = { roomId: number } | { strRoomId: string }

/** Which room to ask for, if any: 123 and "123" are two rooms. */
export function createRoomChoice(): { content: HTMLElement; value: () => Room | undefined } {
  let kind: Kind = 'none'
  const input = h('input', { id: 'room', autocomplete: 'off', spellcheck: 'false' })
  const field = h('div', { class: 'field' }, h('label', { for: 'room' }, texts.room.value), input)

  function choose(next: Kind): void {
    kind = next
    field.hidden = kind === 'none'
    input.inputMode = kind === 'number' ? 'numeric' : 'text'
    input.value = kind === 'number' ? '1001' : 'room-1'
  }
  const choices = (['none', 'number', 'string'] as const).map((each) =>
    h(
      'label',
      { class: 'choice' },
      h('input', {
        type: 'radio',
        name: 'room-kind',
        value: each,
        checked: each === 'none',
        onchange: () => choose(each),
      }),
      h('span', {}, texts.room[each]),
    ),
  )
  choose('none')

  const content = h(
    'fieldset',
    {},
    h('legend', {}, texts.room.title),
    h('p', { class: 'quiet' }, texts.room.lead),
    h('div', { class: 'choices' }, ...choices),
    field,
  )
  return {
    content,
    value: () => {
      if (kind === 'none') return undefined
      return kind === 'number' ? { roomId: Number(input.value) } : { strRoomId: input.value }
    },
  }
}
