import { type DecodedUserSig, PRIVILEGES, type PrivilegeName, type RoomClaims } from '@usersig/core'
import { h } from '../dom.ts'
import { formatDuration, formatTime } from '../format.ts'
import { texts } from '../texts.ts'

const { names } = texts.anatomy

/** What is in a ticket, layer by layer. */
export function createAnatomy(decoded: DecodedUserSig): HTMLElement {
  const { claims } = decoded
  return h(
    'div',
    { class: 'anatomy' },
    card(
      texts.anatomy.claims,
      facts([
        [names.userId, claims.userId, 'user'],
        [names.sdkAppId, String(claims.sdkAppId), 'app'],
        [names.issuedAt, formatTime(claims.issuedAt), 'time'],
        [names.expire, `${claims.expire} s · ${formatDuration(claims.expire)}`, 'expire'],
        [names.expiresAt, formatTime(claims.expiresAt), 'expire'],
        ...(claims.userBuf ? [[names.userBuf, texts.anatomy.bytes(claims.userBuf.length), 'buffer'] as const] : []),
      ]),
    ),
    claims.room && roomCard(claims.room),
    layersCard(decoded),
    card(texts.anatomy.document, code(formatJson(decoded.document), texts.anatomy.document)),
    card(texts.anatomy.signed, code(decoded.signedContent, texts.anatomy.signed)),
  )
}

function roomCard(room: RoomClaims): HTMLElement {
  const id =
    room.roomId === undefined
      ? ([names.strRoomId, room.strRoomId] as const)
      : ([names.roomId, String(room.roomId)] as const)
  return card(
    texts.anatomy.room,
    facts([
      [...id, 'buffer'],
      [names.expiresAt, formatTime(room.expiresAt), 'expire'],
      [names.privilegeMap, String(room.privilegeMap), 'buffer'],
      [names.accountType, String(room.accountType), 'buffer'],
    ]),
    createRights(room.privileges),
  )
}

/** The eight rights as chips, granted or not. */
export function createRights(granted: readonly PrivilegeName[]): HTMLElement {
  const chips = (Object.keys(PRIVILEGES) as PrivilegeName[]).map((name) =>
    h(
      'li',
      { class: granted.includes(name) ? 'chip on' : 'chip' },
      h('span', { 'aria-hidden': 'true' }, granted.includes(name) ? '✓' : '–'),
      texts.privileges[name],
      !granted.includes(name) && h('span', { class: 'hidden' }, ' (no)'),
    ),
  )
  return h('ul', { class: 'chips', 'aria-label': texts.anatomy.rights }, ...chips)
}

function layersCard({ sizes, compression }: DecodedUserSig): HTMLElement {
  const largest = Math.max(sizes.ticket, sizes.compressed, sizes.document)
  const rows = (Object.keys(texts.anatomy.sizes) as (keyof typeof sizes)[]).map((layer) =>
    h(
      'li',
      {},
      h('span', {}, texts.anatomy.sizes[layer]),
      h('meter', { min: 0, max: largest, value: sizes[layer], 'aria-label': texts.anatomy.sizes[layer] }),
      h('span', { class: 'quiet' }, texts.anatomy.bytes(sizes[layer])),
    ),
  )
  return card(
    texts.anatomy.layers,
    h('ul', { class: 'layers' }, ...rows),
    h('p', { class: 'quiet' }, texts.anatomy.packed[compression]),
  )
}

function card(title: string, ...content: Node[]): HTMLElement {
  return h('section', { class: 'card' }, h('h3', {}, title), ...content)
}

function facts(rows: readonly (readonly [name: string, value: string, field: string])[]): HTMLElement {
  const items = rows.map(([name, value, field]) =>
    h('div', { 'data-field': field }, h('dt', {}, name), h('dd', {}, value)),
  )
  return h('dl', { class: 'facts' }, ...items)
}

function code(text: string, label: string): HTMLElement {
  return h('pre', { tabindex: 0, role: 'region', 'aria-label': label }, h('code', {}, ...colour(text)))
}

function formatJson(document: string): string {
  return JSON.stringify(JSON.parse(document), null, 2)
}

/** Which field of the ticket a line speaks of, so that it has one colour through all layers. */
const FIELDS: Readonly<Record<string, string>> = {
  identifier: 'user',
  sdkappid: 'app',
  time: 'time',
  expire: 'expire',
  userbuf: 'buffer',
  sig: 'signature',
}

function colour(text: string): Node[] {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => {
      const field = FIELDS[/^\s*"?TLS\.(\w+)/.exec(line)?.[1] ?? '']
      return h('span', { class: 'line', ...(field && { 'data-field': field }) }, `${line}\n`)
    })
}
