import type { DissectedField } from '@usersig/core/doctor'
import { useTexts } from '../state/language.ts'
import { colorOf } from '../texts/fields.ts'
import { formatDuration, formatTime } from '../texts/format.ts'
import { active } from './active.ts'
import type { Edits } from './edit.ts'

interface FieldListProps {
  readonly fields: readonly DissectedField[]
  readonly edits: Edits
  readonly onEdit: (edits: Edits) => void
}

/** The fields of a ticket, to follow through the layers, and to change. */
export function FieldList({ fields, edits, onEdit }: FieldListProps) {
  return (
    <ul class="fields">
      {fields.map((field) => (
        <FieldRow
          key={field.name}
          field={field}
          typed={edits[field.name]}
          onType={(text) => onEdit({ ...edits, [field.name]: text })}
        />
      ))}
    </ul>
  )
}

interface FieldRowProps {
  readonly field: DissectedField
  readonly typed: string | undefined
  readonly onType: (text: string) => void
}

function FieldRow({ field, typed, onType }: FieldRowProps) {
  const t = useTexts()
  const { name, value, ticket } = field
  const original = typeof value === 'string' ? value : JSON.stringify(value)
  const meaning = t.anatomy.fields[name as keyof typeof t.anatomy.fields] ?? ''
  const light = () => {
    active.value = name
  }
  const dim = () => {
    active.value = undefined
  }
  return (
    <li
      data-field={colorOf(name)}
      class={active.value === name ? 'lit' : undefined}
      onMouseEnter={light}
      onMouseLeave={dim}
      onFocusIn={light}
      onFocusOut={dim}
    >
      <label>
        <code>{name}</code> <span class="quiet">{meaning}</span>
        <span class="hidden">{t.anatomy.place(ticket.start + 1, ticket.end)}</span>
        <input
          type="text"
          value={typed ?? original}
          spellcheck={false}
          autocomplete="off"
          autocapitalize="off"
          onInput={(event) => onType(event.currentTarget.value)}
        />
      </label>
      <span class="quiet">{explain(field, t)}</span>
    </li>
  )
}

function explain({ name, value }: DissectedField, t: ReturnType<typeof useTexts>): string {
  if (typeof value !== 'number') return ''
  if (name === 'TLS.time') return formatTime(value)
  return name === 'TLS.expire' ? formatDuration(value, t) : ''
}
