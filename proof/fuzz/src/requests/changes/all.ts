import type { Change, WireChange } from '../attempt.ts'
import { bearer } from './bearer.ts'
import { document, fields, notUtf8, size } from './body.ts'
import { contentType, encoding } from './content-type.ts'
import { chunks, framing } from './framing.ts'
import { flippedBytes, garbage } from './garbage.ts'
import { header, headerBomb, login } from './headers.ts'
import { method } from './method.ts'
import { hangUp, slow } from './pace.ts'

/** Changes of what is asked; a fetch handler can be asked it too. */
export const CHANGES: Readonly<Record<string, Change>> = {
  method,
  contentType,
  encoding,
  header,
  login,
  headerBomb,
  fields,
  document,
  notUtf8,
  size,
  bearer,
}

/** Changes of how it goes over the wire. */
export const WIRE_CHANGES: Readonly<Record<string, WireChange>> = {
  framing,
  chunks,
  slow,
  hangUp,
  garbage,
  flippedBytes,
}
