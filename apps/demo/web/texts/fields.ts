/** One name for each field of a ticket, by which it has one colour in all layers. */
const FIELD_COLORS: Readonly<Record<string, string>> = {
  'TLS.ver': 'version',
  'TLS.identifier': 'user',
  'TLS.sdkappid': 'app',
  'TLS.time': 'time',
  'TLS.expire': 'expire',
  'TLS.userbuf': 'buffer',
  'TLS.sig': 'signature',
}

export function colorOf(field: string): string {
  return FIELD_COLORS[field] ?? 'other'
}
