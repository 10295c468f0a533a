import { zlibSync } from 'fflate'
import type { UserSigErrorCode } from '../../src/index.ts'
import type { Case, Lib } from './case.ts'
import { equal, misuse, ok, refuses } from './check.ts'
import { fromTicket, packTicket, signatureOf, signedDocument, toBase64, toTicket } from './craft.ts'
import { APP, KEY, NOW, signer } from './setting.ts'

/*
 * Tickets that nobody but an attacker or a broken program makes. Most carry a right signature, so that it is the form
 * that has to refuse them.
 */

const FIELDS = { 'TLS.identifier': 'alice', 'TLS.sdkappid': APP, 'TLS.time': NOW, 'TLS.expire': 60 }
const GOOD = signedDocument(FIELDS, KEY)
const SIGNATURE = signatureOf(FIELDS, KEY)

/** Every way into the library for a ticket. */
function everywhere(lib: Lib, ticket: string): readonly (() => unknown)[] {
  const { verifyUserSig, verifyPrivateMapKey } = signer(lib)
  return [
    () => verifyUserSig(ticket, { userBuf: 'any' }),
    () => verifyPrivateMapKey(ticket),
    () => lib.decodeUserSig(ticket),
  ]
}

function refusedEverywhere(name: string, ticket: unknown, code: UserSigErrorCode, phrase: string): Case {
  return {
    name,
    run(lib) {
      for (const entry of everywhere(lib, ticket as string)) refuses(lib, code, entry, phrase)
    },
  }
}

const noTickets: readonly Case[] = [
  ...[undefined, null, 5, 5n, true, {}, [], ['eJw'], Symbol('ticket'), () => ''].map((value) =>
    refusedEverywhere(`no string: ${String(value)} ${typeof value}`, value, 'malformed', 'must be a string'),
  ),
  refusedEverywhere('a String object', Object('eJw'), 'malformed', 'must be a string'),
  refusedEverywhere('an empty ticket', '', 'malformed', 'empty'),
  refusedEverywhere('10 MB', 'e'.repeat(10_000_000), 'too_large', '10000000 characters'),
  refusedEverywhere('one character too many', 'A'.repeat(4097), 'too_large', '4097 characters'),
  refusedEverywhere('as long as may be, of nothing', 'A'.repeat(4096), 'malformed', 'zlib'),
  refusedEverywhere('padding alone', '____', 'malformed', 'alphabet'),
  refusedEverywhere('four bytes', toTicket(new Uint8Array(4)), 'malformed', 'too short'),
]

const TICKET = packTicket(JSON.stringify(GOOD))
const PADDED = packTicket(`${JSON.stringify(GOOD)}${' '.repeat(paddingFor(1))}`, 0)
const PADDED_TWICE = packTicket(`${JSON.stringify(GOOD)}${' '.repeat(paddingFor(2))}`, 0)

/** Spaces behind the document with which a stored ticket ends in so much padding. */
function paddingFor(padding: 1 | 2): number {
  const bytes = JSON.stringify(GOOD).length + 11
  return (3 - padding - (bytes % 3) + 3) % 3
}

const wrongBase64: readonly Case[] = [
  ...[TICKET.slice(0, -1), TICKET.slice(0, -2), TICKET.slice(1), `${TICKET}A`, PADDED.slice(0, -1)].map((ticket, i) =>
    refusedEverywhere(`cut off or extended ${i}`, ticket, 'malformed', 'whole number of base64 groups'),
  ),
  ...[' ', '\n', '+', '/', '=', '!', '%', '\u0000', 'é', '\u0141', '用', '\ud800'].map((character) =>
    refusedEverywhere(
      `${JSON.stringify(character)} instead of a character`,
      `${TICKET.slice(0, 40)}${character}${TICKET.slice(41)}`,
      'malformed',
      'outside of its base64 alphabet',
    ),
  ),
  refusedEverywhere('padding in the middle', `${TICKET.slice(0, 40)}_${TICKET.slice(41)}`, 'malformed', 'alphabet'),
  refusedEverywhere('unused bits, one padded', flipUnused(PADDED, 1), 'malformed', 'not canonical'),
  refusedEverywhere('unused bits, two padded', flipUnused(PADDED_TWICE, 2), 'malformed', 'not canonical'),
  refusedEverywhere('too much padding', `${PADDED_TWICE.slice(0, -3)}___`, 'malformed', 'alphabet'),
]

/** Sets the last unused bit of the last symbol: another spelling of the same bytes. */
function flipUnused(ticket: string, padding: number): string {
  const at = ticket.length - padding - 1
  const next = String.fromCharCode(ticket.charCodeAt(at) + 1)
  return ticket.slice(0, at) + next + '_'.repeat(padding)
}

const withBytes = (edit: (bytes: Uint8Array) => Uint8Array) => toTicket(edit(fromTicket(TICKET)))

function patched(index: number, value: number): string {
  return withBytes((bytes) => {
    bytes[index < 0 ? bytes.length + index : index] = value
    return bytes
  })
}

const wrongZlib: readonly Case[] = [
  refusedEverywhere('another method', patched(0, 0x79), 'malformed', 'begin as zlib'),
  refusedEverywhere('another window', patched(0, 0x88), 'malformed', 'begin as zlib'),
  refusedEverywhere('a wrong header check', patched(1, 0x9d), 'malformed', 'begin as zlib'),
  refusedEverywhere('a preset dictionary', patched(1, 0xbb), 'malformed', 'begin as zlib'),
  refusedEverywhere('gzip', toTicket(Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0)), 'malformed', 'zlib'),
  refusedEverywhere('a wrong checksum', patched(-1, fromTicket(TICKET).at(-1)! ^ 1), 'malformed', 'checksum'),
  refusedEverywhere('an unknown block', toTicket(Uint8Array.of(0x78, 1, 7, 0, 0, 0, 1)), 'malformed', 'unknown type'),
  refusedEverywhere(
    'bytes after the end',
    withBytes((bytes) => Uint8Array.of(...bytes.subarray(0, -4), 0, 0, 0, ...bytes.subarray(-4))),
    'malformed',
    'bytes after the end',
  ),
  refusedEverywhere(
    'a stored block that contradicts itself',
    toTicket(Uint8Array.of(0x78, 1, 1, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)),
    'malformed',
    'contradicts itself',
  ),
  refusedEverywhere(
    'a stored block longer than the ticket',
    toTicket(Uint8Array.of(0x78, 1, 1, 100, 0, 155, 255, 0, 0, 0, 0, 0, 0, 0, 0)),
    'malformed',
    'ends in the middle',
  ),
]

const sizes: readonly Case[] = [
  {
    name: 'a document of 2048 bytes is read, one more byte is not',
    run(lib) {
      const document = JSON.stringify(GOOD)
      for (const level of [0, 6] as const) {
        const largest = document + ' '.repeat(2048 - document.length)
        equal(lib.decodeUserSig(packTicket(largest, level)).sizes.document, 2048)
        for (const entry of everywhere(lib, packTicket(`${largest} `, level))) {
          refuses(lib, 'too_large', entry, 'more than 2048 bytes')
        }
      }
    },
  },
  ...[3000, 100_000, 2_000_000].map((size) => {
    const bomb = toTicket(zlibSync(new Uint8Array(size), { level: 9 }))
    return refusedEverywhere(`a bomb of ${size} bytes in ${bomb.length} characters`, bomb, 'too_large', '2048 bytes')
  }),
]

/** A ticket of a text in place of the document. */
function text(name: string, document: string | Uint8Array, phrase: string, code: UserSigErrorCode = 'malformed'): Case {
  return refusedEverywhere(name, packTicket(document), code, phrase)
}

const bytes = (document: string, at: string, ...replacement: number[]) => {
  const [before = '', after = ''] = document.split(at)
  return Uint8Array.of(...new TextEncoder().encode(before), ...replacement, ...new TextEncoder().encode(after))
}

const GOOD_TEXT = JSON.stringify(GOOD)

const wrongText: readonly Case[] = [
  text('no document', '', 'not valid JSON'),
  text('no JSON', '{"TLS.ver":"2.0"', 'not valid JSON'),
  text('two documents', GOOD_TEXT + GOOD_TEXT, 'not valid JSON'),
  text('a byte order mark', `\ufeff${GOOD_TEXT}`, 'not valid JSON'),
  text('a NUL at the end', `${GOOD_TEXT}\u0000`, 'not valid JSON'),
  ...['null', '[]', '5', '"2.0"', 'true', `[${GOOD_TEXT}]`].map((json) => text(json, json, 'not a JSON object')),
  text('overlong UTF-8', bytes(GOOD_TEXT, 'alice', 0xc1, 0xa1), 'not valid UTF-8'),
  text('a surrogate in UTF-8', bytes(GOOD_TEXT, 'alice', 0xed, 0xa0, 0x80), 'not valid UTF-8'),
  text('a cut-off character', bytes(GOOD_TEXT, 'alice', 0xe7, 0x94), 'not valid UTF-8'),
  text('beyond Unicode', bytes(GOOD_TEXT, 'alice', 0xf4, 0x90, 0x80, 0x80), 'not valid UTF-8'),
  text('Latin-1', bytes(GOOD_TEXT, 'alice', 0xe9), 'not valid UTF-8'),
  text('a thousand nested arrays', '['.repeat(1000) + ']'.repeat(1000), 'far more than a ticket'),
  text('a thousand nested objects', `${'{"a":'.repeat(340)}1${'}'.repeat(340)}`, 'far more than a ticket'),
  text('a thousand values', `[${'1,'.repeat(999)}1]`, 'far more than a ticket'),
  text('nesting up to the limit', '['.repeat(200) + ']'.repeat(200), 'not a JSON object'),
  text('another version', JSON.stringify({ ...GOOD, 'TLS.ver': '3.0' }), 'TLS.ver is not "2.0"', 'unsupported_version'),
  text(
    'the version of ECDSA',
    JSON.stringify({ ...GOOD, 'TLS.ver': '201512300000' }),
    'not "2.0"',
    'unsupported_version',
  ),
  text('a number as the version', JSON.stringify({ ...GOOD, 'TLS.ver': 2 }), 'TLS.ver is missing or not a string'),
  text('claims in the prototype', `{"__proto__":${GOOD_TEXT}}`, 'TLS.ver is missing'),
]

/** A document with the right signature for values of its own, whatever JSON they are written as. */
function raw(json: Record<string, string>, signed: Record<string, unknown>): string {
  const fields = { ...FIELDS, ...signed }
  const values = Object.entries({ ...fields, 'TLS.ver': '2.0', 'TLS.sig': signatureOf(fields, KEY) })
    .filter(([name]) => !(name in json))
    .map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`)
  return `{${[...values, ...Object.entries(json).map(([name, value]) => `"${name}":${value}`)].join(',')}}`
}

const NUMBER_FAULTS: readonly (readonly [json: string, signed: unknown, phrase: string])[] = [
  ['null', null, 'missing or not an integer'],
  ['true', true, 'missing or not an integer'],
  ['"60"', '60', 'missing or not an integer'],
  ['[60]', '60', 'missing or not an integer'],
  ['{"toString":60}', '60', 'missing or not an integer'],
  ['60.5', 60.5, 'missing or not an integer'],
  ['1e400', 'Infinity', 'missing or not an integer'],
  ['-1e400', '-Infinity', 'missing or not an integer'],
  ['1e-7', 1e-7, 'missing or not an integer'],
  ['-60', -60, 'out of range'],
  ['9007199254740993', 9007199254740992, 'out of range'],
  ['4503599627370497', 4503599627370497, 'out of range'],
  ['1e300', 1e300, 'out of range'],
]

const wrongNumbers: readonly Case[] = [
  ...['TLS.sdkappid', 'TLS.time', 'TLS.expire'].flatMap((name) => [
    ...NUMBER_FAULTS.map(([json, signed, phrase]) =>
      text(`${name}: ${json}`, raw({ [name]: json }, { [name]: signed }), `${name} is ${phrase}`),
    ),
    text(`without ${name}`, JSON.stringify({ ...GOOD, [name]: undefined }), `${name} is missing`),
  ]),
  text('TLS.time: -0', raw({ 'TLS.time': '-0' }, { 'TLS.time': 0 }), 'TLS.time is -0'),
  text('TLS.time: -0.0', raw({ 'TLS.time': '-0.0' }, { 'TLS.time': 0 }), 'TLS.time is -0'),
  text('TLS.time: -1e-400', raw({ 'TLS.time': '-1e-400' }, { 'TLS.time': 0 }), 'TLS.time is -0'),
  text('TLS.expire: -0', raw({ 'TLS.expire': '-0' }, { 'TLS.expire': 0 }), 'out of range'),
  text('TLS.expire: 0', raw({ 'TLS.expire': '0' }, { 'TLS.expire': 0 }), 'out of range'),
  text('TLS.sdkappid: 0', raw({ 'TLS.sdkappid': '0' }, { 'TLS.sdkappid': 0 }), 'out of range'),
  text('TLS.sdkappid: 2^32', raw({ 'TLS.sdkappid': '4294967296' }, { 'TLS.sdkappid': 2 ** 32 }), 'out of range'),
  {
    name: 'the largest numbers are exact',
    run(lib) {
      const largest = 2 ** 52
      const document = raw({}, { 'TLS.time': largest, 'TLS.expire': largest })
      const { claims } = lib.decodeUserSig(packTicket(document))
      equal([claims.issuedAt, claims.expire, claims.expiresAt], [largest, largest, 2 ** 53])
      refuses(lib, 'not_yet_valid', () => signer(lib).verifyUserSig(packTicket(document)))
    },
  },
  {
    name: 'one number in several spellings says and is signed the same',
    run(lib) {
      for (const json of ['6e1', '60.0', '600e-1', '60.00000000000000000000000000001']) {
        equal(signer(lib).verifyUserSig(packTicket(raw({ 'TLS.expire': json }, {}))).expire, 60)
      }
    },
  },
]

const wrongFields: readonly Case[] = [
  ...([null, 5, true, [], {}, ['alice'], ''] as const).map((userId) =>
    text(
      `TLS.identifier: ${JSON.stringify(userId)}`,
      JSON.stringify({ ...GOOD, 'TLS.identifier': userId }),
      'identifier',
    ),
  ),
  ...[
    '"a\\nb"',
    '"a\\u0000"',
    '"\\ud800"',
    '"\\udc00\\ud800"',
    '"\\u2028"',
    `"${'a'.repeat(33)}"`,
    `"${'a'.repeat(1500)}"`,
  ].map((json) => text(`TLS.identifier: ${json.slice(0, 20)}`, raw({ 'TLS.identifier': json }, {}), 'TLS.identifier')),
  ...[true, 0, null, [], {}, '', 'x', SIGNATURE.slice(0, -1), `${SIGNATURE}=`].map((sig) =>
    text(`TLS.sig: ${JSON.stringify(sig)}`, JSON.stringify({ ...GOOD, 'TLS.sig': sig }), 'TLS.sig'),
  ),
  text('TLS.sig of 31 bytes', JSON.stringify({ ...GOOD, 'TLS.sig': toBase64(new Uint8Array(31)) }), 'HMAC-SHA256'),
  text('TLS.sig of 33 bytes', JSON.stringify({ ...GOOD, 'TLS.sig': toBase64(new Uint8Array(33)) }), 'HMAC-SHA256'),
  text('TLS.sig in another alphabet', JSON.stringify({ ...GOOD, 'TLS.sig': `*-${SIGNATURE.slice(2)}` }), 'alphabet'),
  text('TLS.sig not canonical', JSON.stringify({ ...GOOD, 'TLS.sig': `${'A'.repeat(42)}B=` }), 'canonical'),
  text('without TLS.sig', JSON.stringify({ ...GOOD, 'TLS.sig': undefined }), 'TLS.sig is missing'),
  ...[null, 5, [], {}, true].map((userBuf) =>
    text(
      `TLS.userbuf: ${JSON.stringify(userBuf)}`,
      JSON.stringify({ ...GOOD, 'TLS.userbuf': userBuf }),
      'not a string',
    ),
  ),
  ...['AAA', 'AAAA\n', 'AA==\nTLS.x:1\n', '****', 'AB==', '===='].map((userBuf) =>
    text(
      `TLS.userbuf: ${JSON.stringify(userBuf)}`,
      JSON.stringify(signedDocument({ ...FIELDS, 'TLS.userbuf': userBuf }, KEY)),
      'TLS.userbuf',
    ),
  ),
]

const duplicates: readonly Case[] = [
  {
    name: 'of a field given twice, the one that counts is the one that is signed',
    run(lib) {
      const twice = (first: string, second: string) =>
        packTicket(
          GOOD_TEXT.replace('"TLS.identifier":"alice"', `"TLS.identifier":"${first}","TLS.identifier":"${second}"`),
        )
      const { verifyUserSig } = signer(lib)
      equal(verifyUserSig(twice('admin', 'alice')).userId, 'alice')
      refuses(lib, 'bad_signature', () => verifyUserSig(twice('alice', 'admin')))
    },
  },
  {
    name: 'other fields are nobody’s business',
    run(lib) {
      const extra = { __proto__: null, admin: true, toString: 'x', hasOwnProperty: 1, 'TLS.Identifier': 'admin' }
      const document = `{"__proto__":{"TLS.userbuf":"AAAA","admin":true},${JSON.stringify({ ...extra, ...GOOD }).slice(1)}`
      const claims = signer(lib).verifyUserSig(packTicket(document))
      equal(claims, { sdkAppId: APP, userId: 'alice', issuedAt: NOW, expire: 60, expiresAt: NOW + 60 })
      equal(Object.hasOwn(Object.prototype, 'admin'), false)
    },
  },
  {
    name: 'order, white space and escapes are free',
    run(lib) {
      const reversed = Object.fromEntries(Object.entries(GOOD).reverse())
      const escaped = GOOD_TEXT.replace('alice', '\\u0061lice').replace('TLS.sig', '\\u0054LS.sig')
      for (const document of [JSON.stringify(reversed, null, '\t'), `\r\n${GOOD_TEXT}\n`, escaped]) {
        equal(signer(lib).verifyUserSig(packTicket(document)).userId, 'alice')
      }
    },
  },
]

const memory: readonly Case[] = [
  {
    name: 'what is said of a ticket does not depend on the tickets before it',
    run(lib) {
      // The reading of a broken ticket must not run into what an earlier ticket left in memory.
      const before = [100, 900].flatMap((bytes) =>
        ['alice', 'somebody else', '用户一号'].map((userId) =>
          signer(lib).genUserSig(userId, { userBuf: new Uint8Array(bytes).fill(7) }),
        ),
      )
      const whole = signer(lib).genUserSig('mallory', { userBuf: Uint8Array.of(1, 2, 3, 4) })
      for (let length = 8; length < whole.length; length += 4) {
        const broken = whole.slice(0, length)
        const said = before.map((ticket) => {
          lib.decodeUserSig(ticket)
          return refuses(lib, ['malformed', 'too_large'], () => lib.decodeUserSig(broken)).message
        })
        equal(new Set(said).size, 1, `the number of answers for the first ${length} characters`)
      }
    },
  },
  {
    name: 'signing and verifying in turns keeps tickets apart',
    run(lib) {
      const alice = signer(lib)
      const other = signer(lib, { secretKey: 'other', sdkAppId: 2 })
      const key = other.genPrivateMapKey('bob', { strRoomId: 'a longer name of a room', privileges: 'voice' })
      const userSig = alice.genUserSig('alice')
      const claims = other.verifyPrivateMapKey(key)
      refuses(lib, 'malformed', () => alice.verifyUserSig('eAEA'))
      alice.genPrivateMapKey('zed', { roomId: 4 })
      equal(claims.userId, 'bob')
      equal(other.verifyPrivateMapKey(key), claims)
      equal(alice.verifyUserSig(userSig).userId, 'alice')
      equal(alice.genUserSig('alice'), userSig)
    },
  },
]

const decoding: readonly Case[] = [
  {
    name: 'decoding shows what stands there, signed or not',
    run(lib) {
      const decoded = lib.decodeUserSig(
        packTicket(JSON.stringify({ ...GOOD, 'TLS.sig': toBase64(new Uint8Array(32)) })),
      )
      equal(decoded.verified, false)
      equal(decoded.claims.userId, 'alice')
      equal(decoded.signedContent, `TLS.identifier:alice\nTLS.sdkappid:${APP}\nTLS.time:${NOW}\nTLS.expire:60\n`)
    },
  },
  {
    name: 'the signed text of a ticket with a buffer',
    run(lib) {
      const { signedContent } = lib.decodeUserSig(
        signer(lib).genUserSig('alice', { userBuf: Uint8Array.of(255), expire: 9 }),
      )
      equal(
        signedContent,
        `TLS.identifier:alice\nTLS.sdkappid:${APP}\nTLS.time:${NOW}\nTLS.expire:9\nTLS.userbuf:/w==\n`,
      )
    },
  },
  {
    name: 'options of a wrong kind are found before the ticket is looked at',
    run: (lib) => misuse(() => signer(lib).verifyUserSig('', { userId: 5 } as never), 'userId is 5'),
  },
  {
    name: 'nothing is thrown but errors with a code, a hint and a name',
    run(lib) {
      const error = refuses(lib, 'malformed', () => lib.decodeUserSig('x'))
      equal(error.name, 'UserSigError')
      equal(error.tencentCode, 70003)
      ok(error.hint.length > 20 && error instanceof Error, 'it is an Error with a hint')
    },
  },
]

export const craftedCases: readonly Case[] = [
  ...noTickets,
  ...wrongBase64,
  ...wrongZlib,
  ...sizes,
  ...wrongText,
  ...wrongNumbers,
  ...wrongFields,
  ...duplicates,
  ...memory,
  ...decoding,
]
