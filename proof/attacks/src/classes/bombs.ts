import assert from 'node:assert/strict'
import { deflateSync, gzipSync } from 'node:zlib'
import { type AttackClass, need } from '../attack.ts'
import { expectNoTicket, expectServing, expectStatus } from '../check.ts'
import type { Target } from '../target.ts'

const DEPTHS = [100, 5000, 8000]

/** In Tencent's own base64. */
function toTicket(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64').replaceAll('+', '*').replaceAll('/', '-').replaceAll('=', '_')
}

/** Tickets within the longest length that unpack to far more than any ticket. */
const TICKET_BOMBS: Readonly<Record<string, () => string>> = {
  '3 MB of spaces': () => toTicket(deflateSync(Buffer.alloc(2_500_000, 0x20), { level: 9 })),
  'brackets without end': () => toTicket(deflateSync(Buffer.alloc(2_500_000, 0x5b), { level: 9 })),
  'a document and 2 MB of spaces': () =>
    toTicket(
      deflateSync(Buffer.concat([Buffer.from('{"TLS.ver":"2.0"}'), Buffer.alloc(2_000_000, 0x20)]), { level: 9 }),
    ),
  'empty blocks': () => toTicket(Buffer.concat([Buffer.from([0x78, 0x9c]), Buffer.alloc(3000, 0)])),
  'a name of 2 MB': () => toTicket(deflateSync(Buffer.from(`{"${'a'.repeat(2_000_000)}":1}`), { level: 9 })),
}

const BODY_BOMBS: Readonly<Record<string, () => string>> = {
  ...Object.fromEntries(DEPTHS.map((depth) => [`${depth} brackets`, () => '['.repeat(depth) + ']'.repeat(depth)])),
  'objects within objects': () => '{"a":'.repeat(3000),
  'a million digits': () => `{"roomId":${'1'.repeat(16_000)}}`,
  'a thousand names': () => `{${Array.from({ length: 1000 }, (_, i) => `"a${i}":1`).join(',')}}`,
  'escapes alone': () => `{"strRoomId":"${'\\u0061'.repeat(2500)}"}`,
  'a megabyte': () => `{"a":"${'x'.repeat(1_000_000)}"}`,
}

/** Posts as alice; a server that hangs up on too large a body has refused it. */
async function post(target: Target, body: string | Uint8Array, headers: Record<string, string> = {}) {
  const own = { ...target.login('alice'), 'content-type': 'application/json', ...headers }
  try {
    return await target.ask(target.issuePath, { headers: own, body })
  } catch (error) {
    if (['EPIPE', 'ECONNRESET'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined
    throw error
  }
}

/** The most that all attempts of an attack may add to the memory of this process. */
const MAX_MEMORY = 256 * 1024 * 1024

export const BOMBS: AttackClass = {
  name: 'bombs',
  attacks: [
    {
      name: 'tickets that unpack to megabytes',
      promise:
        'a ticket of more than 4096 characters is not looked at, one that unpacks to more than 2048 bytes is refused',
      async run(target) {
        const path = need(target.guardPath, 'there is no guard')
        for (const [name, make] of Object.entries(TICKET_BOMBS)) {
          const ticket = make()
          assert.ok(ticket.length <= 4096, `${name} has ${ticket.length} characters`)
          const before = process.memoryUsage().rss
          for (let round = 0; round < 20; round++) {
            const reply = await target.ask(path, { method: 'GET', headers: { authorization: `Bearer ${ticket}` } })
            expectStatus(reply, [401], name)
          }
          assert.ok(process.memoryUsage().rss - before < MAX_MEMORY, name)
        }
        await expectServing(target)
      },
    },
    {
      name: 'a ticket without end',
      promise: 'a ticket of more than 4096 characters is not looked at',
      async run(target) {
        const path = need(target.guardPath, 'there is no guard')
        for (const ticket of ['e'.repeat(4097), 'e'.repeat(8000), `eJ${'A'.repeat(6000)}`]) {
          const reply = await target.ask(path, { method: 'GET', headers: { authorization: `Bearer ${ticket}` } })
          expectStatus(reply, [401, 431])
        }
      },
    },
    {
      name: 'JSON that is deep, wide or long',
      promise: 'a body has 16 KiB at most, and what is not a room is refused',
      async run(target) {
        for (const [name, make] of Object.entries(BODY_BOMBS)) {
          const reply = await post(target, make())
          if (reply) expectNoTicket(reply, name)
        }
        await expectServing(target)
      },
    },
    {
      name: 'a body that is compressed',
      promise: 'nothing is unpacked: a compressed body is refused',
      async run(target) {
        const bomb = gzipSync(Buffer.alloc(10_000_000, 0x20))
        const small = gzipSync(JSON.stringify(target.rooms?.open ?? { roomId: 7 }))
        for (const body of [bomb, small]) {
          for (const coding of ['gzip', 'deflate', 'br', 'gzip, gzip', 'x-unknown']) {
            const reply = await post(target, body, { 'content-encoding': coding })
            if (reply) expectNoTicket(reply, coding)
          }
        }
        await expectServing(target)
      },
    },
    {
      name: 'texts of 50 MB in calls of the core',
      promise: 'texts are bounded before they are hashed or matched',
      run({ name, signer }) {
        need(name === 'the core' || undefined, 'calls of the core, without HTTP')
        const long = 'x'.repeat(50_000_000)
        assert.throws(() => signer.genUserSig(long), { code: 'invalid_user_id' })
        assert.throws(() => signer.verifyUserSig(long), { code: 'too_large' })
        assert.throws(() => signer.genPrivateMapKey('alice', { strRoomId: long }), { code: 'invalid_room' })
      },
    },
  ],
}
