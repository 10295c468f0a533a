import { toInteger } from '../state/number.ts'
import { useTexts } from '../state/texts.ts'
import { Choice } from './choice.tsx'
import { Field } from './field.tsx'
import { describeNumberFault } from './number-problem.ts'

export type RoomKind = 'none' | 'number' | 'string'

/** A room as it was chosen and typed. */
export interface TypedRoom {
  readonly kind: RoomKind
  readonly value: string
}

export const NO_ROOM: TypedRoom = { kind: 'none', value: '' }

/** The room as the library names it; nothing as long as none was typed. */
export function toRoom({ kind, value }: TypedRoom): { roomId: number } | { strRoomId: string } | undefined {
  if (kind === 'none' || value === '') return undefined
  return kind === 'number' ? { roomId: toInteger(value) } : { strRoomId: value }
}

/** Whether the number of a room is none; one that is not typed yet may still become one. */
export function isNoNumber({ kind, value }: TypedRoom): boolean {
  return kind === 'number' && value !== '' && Number.isNaN(toInteger(value))
}

interface RoomFieldProps {
  /** Tells the groups of the page apart. */
  readonly name: string
  readonly room: TypedRoom
  readonly onChange: (room: TypedRoom) => void
  readonly hint?: string
  /** Whether a chosen kind has to be filled. */
  readonly required?: boolean
  /** What stands there before anything is typed. */
  readonly samples?: { readonly number: string; readonly string: string }
  /** What the library says to it. */
  readonly refused?: string | undefined
}

/** Which room, if any: 123 and "123" are two rooms. */
export function RoomField({ name, room, onChange, hint, samples, required = false, refused }: RoomFieldProps) {
  const texts = useTexts()
  const t = texts.room
  const choose = (kind: RoomKind) => {
    const untouched = room.value === '' || room.value === samples?.number || room.value === samples?.string
    const sample = kind === 'none' ? '' : (samples?.[kind] ?? '')
    onChange({ kind, value: untouched ? sample : room.value })
  }
  const missing = required && room.value === '' ? t.missing : undefined
  const problem = room.kind === 'number' ? (describeNumberFault(room.value, texts) ?? missing) : missing
  return (
    <>
      <Choice
        name={name}
        label={t.title}
        labelled
        hint={hint}
        options={[
          ['none', t.none],
          ['number', t.number],
          ['string', t.string],
        ]}
        value={room.kind}
        onChange={choose}
      />
      {room.kind !== 'none' && (
        <Field
          label={room.kind === 'number' ? 'roomId' : 'strRoomId'}
          value={room.value}
          numeric={room.kind === 'number'}
          problem={problem ?? refused}
          onInput={(value) => onChange({ ...room, value })}
        />
      )}
    </>
  )
}
