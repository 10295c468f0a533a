import type { UserSigClaims } from '@usersig/core'
import { decodeUserSig } from '@usersig/core'
import { type DissectedField, type Dissection, type Span, showDuration, showMoment } from '@usersig/doctor'
import { language, words } from '../words/index.ts'
import { escapeControls, out, padTo, quoted, widthOf } from './terminal.ts'

/** Longest drawing of a layer, and the shortest that still tells something. */
const WIDTHS = [16, 64] as const

type Paint = (text: string) => string

/** One colour and one letter for each field, the same in all layers. */
const MARKS = new Map<string, readonly [letter: string, paint: Paint]>([
  ['TLS.ver', ['v', out.dim]],
  ['TLS.identifier', ['i', out.green]],
  ['TLS.sdkappid', ['a', out.cyan]],
  ['TLS.time', ['t', out.yellow]],
  ['TLS.expire', ['e', out.magenta]],
  ['TLS.userbuf', ['b', out.blue]],
  ['TLS.sig', ['s', out.red]],
])

const markOf = (name: string): readonly [letter: string, paint: Paint] => MARKS.get(name) ?? ['?', out.white]

interface Layer {
  readonly name: string
  readonly length: number
  readonly unit: string
  readonly spanOf: (field: DissectedField) => Span | undefined
}

/** A ticket, layer by layer, as lines of a terminal; its signature is drawn, not written. */
export function drawAnatomy(ticket: string, dissection: Dissection): string {
  const { fields, zlib, packed, document, content } = dissection
  const { layers: names, characters, bytes } = words.inspect
  const layers: Layer[] = [
    { name: names.ticket, length: ticket.length, unit: characters, spanOf: (field) => field.ticket },
  ]
  if (zlib) {
    const unit = `${bytes} ${zlib.firstBlock ?? ''}`.trim()
    layers.push({ name: names.zlib, length: packed.length, unit, spanOf: (field) => field.packed })
  }
  if (document !== '') {
    layers.push({ name: names.json, length: document.length, unit: characters, spanOf: (field) => field.document })
  }
  if (content !== undefined) {
    layers.push({ name: names.signed, length: content.length, unit: characters, spanOf: (field) => field.content })
  }
  const rest = Math.max(...layers.map(({ length, unit }) => widthOf(`  ticket    ${length} ${unit}`)))
  const [shortest, longest] = WIDTHS
  const width = Math.max(shortest, Math.min(longest, (process.stdout.columns ?? Number.POSITIVE_INFINITY) - rest))
  const drawn = layers.map(
    (layer) =>
      `  ${out.dim(padTo(layer.name, 6))}  ${drawLayer(layer, fields, width)}  ${layer.length} ${out.dim(layer.unit)}`,
  )
  return [...drawn, ...(fields.length > 0 ? ['', drawFields(fields)] : [])].join('\n')
}

function drawLayer({ length, spanOf }: Layer, fields: readonly DissectedField[], width: number): string {
  const markAt = (cell: number): readonly [letter: string, paint: Paint] => {
    const at = ((cell + 0.5) * length) / width
    const field = fields.find((each) => {
      const span = spanOf(each)
      return span !== undefined && span.start <= at && at < span.end
    })
    return field ? markOf(field.name) : ['·', out.dim]
  }
  let bar = ''
  for (let cell = 0; cell < width; ) {
    const [letter, paint] = markAt(cell)
    const from = cell
    // One colour for a whole run, in place of one for each letter.
    while (cell < width && markAt(cell)[0] === letter) cell++
    bar += paint(letter.repeat(cell - from))
  }
  return bar
}

function drawFields(fields: readonly DissectedField[]): string {
  const width = Math.max(0, ...fields.map(({ name }) => escapeControls(name).length))
  return fields
    .map(({ name, value }) => {
      const [letter, paint] = markOf(name)
      return `  ${paint(letter)}  ${paint(escapeControls(name).padEnd(width))}  ${showValue(name, value)}`
    })
    .join('\n')
}

function showValue(name: string, value: unknown): string {
  const bytes = Buffer.from(String(value), 'base64').length
  // What is longer is a signature of another scheme.
  if (name === 'TLS.sig') return out.dim(words.inspect.hidden(bytes, bytes === 32))
  if (name === 'TLS.userbuf') return out.dim(`${bytes} ${words.inspect.bytes}`)
  if (name === 'TLS.time' && typeof value === 'number') return `${value} ${out.dim(showMoment(value))}`
  if (name === 'TLS.expire' && typeof value === 'number') return `${value} ${out.dim(showDuration(value, language))}`
  return quoted(value)
}

/** What a room record says, as rows of a table. */
export function roomRows({ room }: UserSigClaims): (readonly [name: string, value: string])[] {
  if (!room) return []
  const { roomId, strRoomId, privileges, privilegeMap, expiresAt } = room
  const { number, string, rights, rightsUntil } = words.ticket
  return [
    [words.ticket.room, strRoomId === undefined ? number(roomId) : string(quoted(strRoomId))],
    [rights, `${showRights(privileges)} (${privilegeMap})`],
    [rightsUntil, showMoment(expiresAt)],
  ]
}

export const showRights = (names: readonly string[] = []): string => names.join(', ') || words.ticket.noRights

/** Claims of a ticket that can be read. */
export function claimsOf(ticket: string): UserSigClaims {
  return decodeUserSig(ticket).claims
}
