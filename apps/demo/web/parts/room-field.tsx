import { useTexts } from '../state/language.ts'
import { Choice } from './choice.tsx'
import { Field } from './field.tsx'

export type RoomKind = 'none' | 'number' | 'string'

/** A room as it was chosen and typed. */
export interface TypedRoom {
  readonly kind: RoomKind
  readonly value: string
}

export const NO_ROOM: TypedRoom = { kind: 'none', value: '' }

/** The room as the library names it. */
export function toRoom({ kind, value }: TypedRoom): { roomId: number } | { strRoomId: string } | undefined {
  if (kind === 'none') return undefined
  return kind === 'number' ? { roomId: value.trim() === '' ? Number.NaN : Number(value) } : { strRoomId: value }
}

const SAMPLES: Record<RoomKind, string> = { none: '', number: '1001', string: 'room-1' }

interface RoomFieldProps {
  /** Tells the groups of the page apart. */
  readonly name: string
  readonly room: TypedRoom
  readonly onChange: (room: TypedRoom) => void
  readonly hint?: string
}

/** Which room, if any: 123 and "123" are two rooms. */
export function RoomField({ name, room, onChange, hint }: RoomFieldProps) {
  const t = useTexts().room
  return (
    <fieldset>
      <legend>{t.title}</legend>
      {hint && <p class="quiet">{hint}</p>}
      <Choice
        name={name}
        label={t.title}
        options={[
          ['none', t.none],
          ['number', t.number],
          ['string', t.string],
        ]}
        value={room.kind}
        onChange={(kind) => onChange({ kind, value: SAMPLES[kind] })}
      />
      {room.kind !== 'none' && (
        <Field
          label={room.kind === 'number' ? 'roomId' : 'strRoomId'}
          value={room.value}
          numeric={room.kind === 'number'}
          onInput={(value) => onChange({ ...room, value })}
        />
      )}
    </fieldset>
  )
}
