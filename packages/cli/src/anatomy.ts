import type { UserSigClaims } from '@usersig/core'
import { decodeUserSig } from '@usersig/core'
import { type DissectedField, type Dissection, type Span, showDuration, showMoment } from '@usersig/core/doctor'
import { out, table } from './terminal.ts'

const WIDTH = 64

type Paint = (text: string) => string

/** One colour and one letter for each field, the same in all layers. */
const MARKS: Record<string, readonly [letter: string, paint: Paint]> = {
  'TLS.ver': ['v', out.dim],
  'TLS.identifier': ['i', out.green],
  'TLS.sdkappid': ['a', out.cyan],
  'TLS.time': ['t', out.yellow],
  'TLS.expire': ['e', out.magenta],
  'TLS.userbuf': ['b', out.blue],
  'TLS.sig': ['s', out.red],
}

const markOf = (name: string): readonly [letter: string, paint: Paint] => MARKS[name] ?? ['?', out.white]

/** A ticket, layer by layer, as lines of a terminal; its signature is drawn, not written. */
export function drawAnatomy(ticket: string, dissection: Dissection): string {
  const { fields, zlib, packed, document, content } = dissection
  const layers: (readonly [string, string])[] = [
    ['ticket', drawLayer(ticket.length, 'characters', fields, ({ ticket: span }) => span)],
  ]
  if (zlib) {
    const blocks = zlib.blocks.map(({ kind }) => kind).join(', ')
    layers.push(['zlib', `${drawLayer(packed.length, 'bytes', fields, (field) => field.packed)} ${out.dim(blocks)}`])
  }
  if (document !== '')
    layers.push(['JSON', drawLayer(document.length, 'characters', fields, (field) => field.document)])
  if (content !== undefined) {
    layers.push(['signed', drawLayer(content.length, 'characters', fields, (field) => field.content)])
  }
  return [...layers.map(([name, bar]) => `  ${out.dim(name.padEnd(6))}  ${bar}`), '', drawFields(fields)].join('\n')
}

function drawLayer(
  length: number,
  unit: string,
  fields: readonly DissectedField[],
  spanOf: (field: DissectedField) => Span | undefined,
): string {
  const markAt = (cell: number): readonly [letter: string, paint: Paint] => {
    const at = ((cell + 0.5) * length) / WIDTH
    const field = fields.find((each) => {
      const span = spanOf(each)
      return span !== undefined && span.start <= at && at < span.end
    })
    return field ? markOf(field.name) : ['·', out.dim]
  }
  let bar = ''
  for (let cell = 0; cell < WIDTH; ) {
    const [letter, paint] = markAt(cell)
    const from = cell
    // One colour for a whole run, in place of one for each letter.
    while (cell < WIDTH && markAt(cell)[0] === letter) cell++
    bar += paint(letter.repeat(cell - from))
  }
  return `${bar}  ${length} ${unit}`
}

function drawFields(fields: readonly DissectedField[]): string {
  const width = Math.max(0, ...fields.map(({ name }) => name.length))
  return fields
    .map(({ name, value }) => {
      const [letter, paint] = markOf(name)
      return `  ${paint(letter)}  ${paint(name.padEnd(width))}  ${showValue(name, value)}`
    })
    .join('\n')
}

function showValue(name: string, value: unknown): string {
  if (name === 'TLS.sig') return out.dim('HMAC-SHA256, not shown')
  if (name === 'TLS.userbuf') return out.dim(`${Math.floor((String(value).length * 3) / 4)} bytes or so`)
  if (name === 'TLS.time' && typeof value === 'number') return `${value} ${out.dim(showMoment(value))}`
  if (name === 'TLS.expire' && typeof value === 'number') return `${value} ${out.dim(showDuration(value))}`
  return JSON.stringify(value)
}

/** What a room record says. */
export function drawRoom({ room }: UserSigClaims): string | undefined {
  if (!room) return undefined
  return table([
    [
      'room',
      room.strRoomId === undefined ? `${room.roomId} (a number)` : `${JSON.stringify(room.strRoomId)} (a string)`,
    ],
    ['rights', `${room.privileges.join(', ')} (${room.privilegeMap})`],
    ['until', showMoment(room.expiresAt)],
  ])
}

/** Claims of a ticket that can be read. */
export function claimsOf(ticket: string): UserSigClaims {
  return decodeUserSig(ticket).claims
}
