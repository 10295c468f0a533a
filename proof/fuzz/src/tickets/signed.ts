import type { Random } from '../random.ts'
import { splice, times } from './edit.ts'
import { pack } from './pack.ts'
import type { App, Changes, Mutated, Signed } from './sample.ts'
import { entriesOf, signature } from './sign.ts'
import { addEntry, type EntryText, objectText, oddValue, respelled } from './values.ts'

const NAMES = ['userId', 'sdkAppId', 'issuedAt', 'expire', 'userBuf'] as const

/** Changes that sign with the right key: what is accepted has to be what was signed. */
export const SIGNED: Changes<Mutated> = {
  /** Other values, signed as what they are: many of them are fine, and then have to be read as they were signed. */
  resign(random, { app, signed, now }) {
    const fields: Record<string, unknown> = { ...(signed ?? plain(app, now)) }
    times(random.between(1, 2), () => {
      fields[random.pick(NAMES)] = otherValue(random)
    })
    return write(random, fields as unknown as Signed, app)
  },

  /** A field once more: whichever counts, it has to be the signed one. */
  ambiguous(random, { app, signed, now }) {
    const fields = signed ?? plain(app, now)
    const entries = signedEntries(fields, app)
    const [name] = random.pick(entries)
    const value = random.once(2) ? '"admin"' : oddValue(random)
    addEntry(random, entries, () => [random.pick([name, '"__proto__"']), value])
    return { text: pack(random, objectText(entries)), signed: [fields] }
  },

  /** Lines within a field: the same signed text, read as other fields. */
  refit(random, { app, now }) {
    const wanted: Signed = { ...plain(app, now), userId: random.pick(['admin', 'alice', 'x']), expire: 2_147_483_647 }
    const { userId, sdkAppId, issuedAt, expire } = wanted
    const lines = ['', `TLS.sdkappid:${sdkAppId}`, `TLS.time:${issuedAt}`, `TLS.expire:${expire}`, 'TLS.userbuf:']
    const cutAt = random.between(2, lines.length)
    const injected: Signed = { ...plain(app, now), userId: userId + lines.slice(0, cutAt).join('\n') }
    const rest = `${random.pick(['', '\n'])}TLS.sdkappid:${sdkAppId}\nTLS.time:${now}\nTLS.expire:86400`
    const shown: Signed = random.pick([
      wanted,
      { ...wanted, userBuf: rest },
      { ...wanted, issuedAt: `${issuedAt}\n${rest}` },
      { ...wanted, expire: `${expire}\n${rest}` },
      injected,
    ])
    const document = Object.fromEntries(entriesOf(shown, app.secretKey))
    document['TLS.sig'] = signature(injected, app.secretKey)
    return { text: pack(random, JSON.stringify(document)), signed: [injected] }
  },

  /** Room records of other lengths, users, applications and versions. */
  record(random, { app, signed, now }) {
    const fields: Signed = signed?.userBuf === undefined ? plain(app, now) : signed
    const own = Buffer.from(String(fields.userBuf ?? 'AAAFYWxpY2VTck4AAAAnEGsNRQgAAAAqAAAAAA=='), 'base64')
    for (let n = random.below(3); n > 0 && own.length > 0; n--) own[random.below(own.length)] = random.below(256)
    const bytes = random.pick([
      own,
      own.subarray(random.below(4)),
      own.subarray(0, random.below(own.length + 1)),
      Buffer.concat([own, random.bytes(3)]),
    ])
    return write(random, { ...fields, userBuf: bytes.toString('base64') }, app)
  },

  /** In another spelling, which means what was signed. */
  respelled(random, { app, signed, now }) {
    const fields = signed ?? plain(app, now)
    const entries = signedEntries(fields, app).map((entry) => (random.once(2) ? respelled(random, entry) : entry))
    return { text: pack(random, objectText(random.once(2) ? random.shuffled(entries) : entries)), signed: [fields] }
  },

  /** Issued or ended some seconds before or after the check, around the tolerance for clocks. */
  times(random, { app, signed, now }) {
    const fields = signed ?? plain(app, now)
    const seconds = random.between(-7, 7)
    const issuedAt = now + random.pick([seconds, seconds - 86_400])
    const expire = random.pick([1, 86_400, Math.max(1, now - issuedAt + seconds)])
    return write(random, { ...fields, issuedAt, expire }, app)
  },

  /** The signature or the user buffer in another base64: with other padding, unused bits, alphabets, or white space. */
  base64(random, { app, signed, now }) {
    const fields = signed ?? plain(app, now)
    const wanted = random.pick(['"TLS.sig"', '"TLS.userbuf"'])
    const entries = signedEntries(fields, app).map(([name, value]): EntryText => {
      const text: unknown = JSON.parse(value)
      return [name, name === wanted && typeof text === 'string' ? JSON.stringify(otherBase64(random, text)) : value]
    })
    return { text: pack(random, objectText(entries)), signed: [fields] }
  },
}

function plain(app: App, now: number): Signed {
  return { userId: 'alice', sdkAppId: app.sdkAppId, issuedAt: now, expire: 86_400 }
}

function otherValue(random: Random): unknown {
  const choice = random.below(4)
  if (choice === 0) return random.text(random.between(0, 33), 'abcXYZ012-_@. \n用é😀"\\\u0085')
  if (choice === 1) return random.pick([0, 1, -0, 1.5, 2 ** 31, 2 ** 32, 2 ** 52, 2 ** 53, 1e21, random.uint32()])
  if (choice === 2) return Buffer.from(random.bytes(random.pick([0, 1, 27, 28, 60, 1024]))).toString('base64')
  try {
    return JSON.parse(oddValue(random))
  } catch {
    return undefined
  }
}

/** The same bytes, or nearly, as other text. */
function otherBase64(random: Random, text: string): string {
  const bare = text.replace(/=+$/, '')
  const at = random.below(text.length + 1)
  return random.pick([
    bare,
    `${bare}=`,
    `${bare}==`,
    `${text}=`,
    splice(
      text,
      bare.length - 1,
      1,
      random.text(1, 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'),
    ),
    text.replaceAll('+', '-').replaceAll('/', '_'),
    text.replaceAll('+', '*').replaceAll('/', '-').replaceAll('=', '_'),
    splice(text, at, 0, random.pick([' ', '\n', '=', 'A', '\0'])),
    splice(text, at, 1, ''),
    text.toLowerCase(),
    Buffer.from(text, 'base64').toString('hex'),
  ])
}

/** The signed document, its fields in any order. */
function write(random: Random, signed: Signed, app: App): Mutated {
  const entries = signedEntries(signed, app)
  return { text: pack(random, objectText(random.once(2) ? random.shuffled(entries) : entries)), signed: [signed] }
}

function signedEntries(signed: Signed, app: App): EntryText[] {
  return entriesOf(signed, app.secretKey).map(([name, value]) => [JSON.stringify(name), valueText(value)])
}

// JSON.stringify would turn -0 into 0, and what is endless into null.
function valueText(value: unknown): string {
  if (Object.is(value, -0)) return '-0'
  if (typeof value === 'number' && !Number.isFinite(value)) return value > 0 ? '1e400' : '-1e400'
  return JSON.stringify(value)
}
