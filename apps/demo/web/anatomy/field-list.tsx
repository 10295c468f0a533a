import type { DissectedField, Dissection } from '@usersig/doctor'
import { useTexts } from '../state/texts.ts'
import type { Texts } from '../texts/en.ts'
import { colorOf } from '../texts/fields.ts'
import { formatDuration, formatTime } from '../texts/format.ts'
import { active, focused, hovered } from './active.ts'
import { type Edits, jsonOf } from './edit.ts'

interface FieldListProps {
  readonly original: Dissection
  readonly edits: Edits
  readonly onEdit: (edits: Edits) => void
}

/** The fields of a ticket, to follow through the layers, and to change. */
export function FieldList({ original, edits, onEdit }: FieldListProps) {
  return (
    <ul class="fields">
      {original.fields.map((field, i) => (
        <FieldRow
          // Two fields of a hostile document may have the same name.
          key={field.document.start}
          field={field}
          json={edits.get(i) ?? jsonOf(original, field)}
          onType={(json) => onEdit(new Map(edits).set(i, json))}
        />
      ))}
    </ul>
  )
}

interface FieldRowProps {
  readonly field: DissectedField
  readonly json: string
  readonly onType: (json: string) => void
}

function FieldRow({ field: { name, ticket }, json, onType }: FieldRowProps) {
  const t = useTexts()
  const meaning = t.anatomy.fields[name as keyof typeof t.anatomy.fields] ?? ''
  return (
    <li
      data-field={colorOf(name)}
      class={active.value === name ? 'lit' : undefined}
      onMouseEnter={() => {
        hovered.value = name
      }}
      onMouseLeave={() => {
        hovered.value = undefined
      }}
      onFocusIn={() => {
        focused.value = name
      }}
      onFocusOut={() => {
        focused.value = undefined
      }}
    >
      <label>
        <code>{name}</code> <span class="quiet">{meaning}</span>
        <span class="hidden">{t.anatomy.place(ticket.start + 1, ticket.end)}</span>
        <input
          type="text"
          value={json}
          spellcheck={false}
          autocomplete="off"
          autocapitalize="off"
          onInput={(event) => {
            // What the mouse pointed at may be gone with the next drawing.
            hovered.value = undefined
            onType(event.currentTarget.value)
          }}
        />
      </label>
      <span class="quiet">{explain(name, json, t)}</span>
    </li>
  )
}

function explain(name: string, json: string, t: Texts): string {
  if (!/^\d{1,12}$/.test(json)) return ''
  if (name === 'TLS.time') return formatTime(Number(json))
  return name === 'TLS.expire' ? formatDuration(Number(json), t) : ''
}
