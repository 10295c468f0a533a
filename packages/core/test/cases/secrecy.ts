import type { Case, Lib } from './case.ts'
import { equal, ok, refuses } from './check.ts'
import { changeCharacter, packTicket, toBase64 } from './craft.ts'
import { APP, NOW, signer } from './setting.ts'

const SECRET = 'S3CRET-of-this-test-that-must-not-appear'
/** A key in the form of the console. */
const HEX_KEY = '0123456789abcdef'.repeat(4)

/** Everything that a program could log of a value. */
export function traces(value: unknown): string {
  const own = typeof value === 'object' && value !== null ? Reflect.ownKeys(value) : []
  const properties = own.map((name) => String(Reflect.get(value as object, name)))
  const error = value instanceof Error ? [value.message, value.stack, traces(value.cause)] : []
  return [String(value), JSON.stringify(value), ...properties, ...error].join('\n')
}

/** Errors of every kind that were made while holding a key and a ticket. */
export function errorsWithSecrets(lib: Lib): { secrets: readonly string[]; errors: readonly unknown[] } {
  const holder = signer(lib, { secretKey: SECRET })
  const ticket = holder.genUserSig('alice', { userBuf: new TextEncoder().encode(SECRET) })
  const document = lib.decodeUserSig(ticket).document
  const signature: string = JSON.parse(document)['TLS.sig']
  const attempts = [
    () => signer(lib, { secretKey: ` ${SECRET}` }),
    () => signer(lib, { secretKey: `-----BEGIN ${SECRET}` }),
    () => signer(lib, { secretKey: [SECRET, { SECRET } as never] }),
    () => signer(lib, { secretKey: new TextEncoder().encode(SECRET) as never }),
    () => lib.createUserSigner({ sdkAppId: APP, secretKey: SECRET, mac: () => 1 } as never),
    () => lib.createUserSigner({ sdkAppId: SECRET, secretKey: SECRET } as never),
    () => holder.verifyUserSig(ticket),
    () => holder.verifyUserSig(`${ticket}x`),
    () => holder.verifyUserSig(ticket, { userBuf: 'any', userId: 'bob' }),
    () => holder.verifyUserSig(ticket, { userBuf: 'any', now: 0 }),
    () => holder.verifyUserSig(ticket, { userBuf: new Uint8Array(3) }),
    () => holder.verifyPrivateMapKey(ticket),
    () => signer(lib).verifyUserSig(ticket),
    () => holder.verifyUserSig(changeCharacter(ticket, 50)),
    () => lib.decodeUserSig(packTicket(document.slice(0, -1))),
    () => lib.decodeUserSig(packTicket(`${document}"${signature}`)),
    () => lib.decodeUserSig(packTicket(document.replace('alice', `${SECRET}\\n${signature}`))),
    () => lib.decodeUserSig(packTicket(document.replace('"2.0"', `"${signature}"`))),
    () => lib.decodeUserSig(packTicket(document.replace(String(NOW), `"${signature}"`))),
    () => lib.decodeUserSig([ticket] as never),
    () => lib.decodeUserSig({ ticket } as never),
    // In the place of another value.
    () => holder.genUserSig(HEX_KEY),
    () => holder.genUserSig(ticket),
    () => holder.genPrivateMapKey('alice', { strRoomId: HEX_KEY, privileges: HEX_KEY as never }),
  ]
  const errors = attempts.map((attempt, i) => {
    try {
      attempt()
    } catch (error) {
      return error
    }
    throw new Error(`attempt ${i} should throw`)
  })
  const inBase64 = toBase64(new TextEncoder().encode(SECRET))
  return { secrets: [SECRET, inBase64, HEX_KEY.slice(0, 20), ticket, ticket.slice(0, 40), signature], errors }
}

function thrownBy(run: () => unknown): unknown {
  try {
    run()
  } catch (error) {
    return error
  }
  throw new Error('it should throw')
}

export const secrecyCases: readonly Case[] = [
  {
    name: 'no error holds a key, a ticket or a signature',
    run(lib) {
      const { secrets, errors } = errorsWithSecrets(lib)
      for (const error of errors) {
        for (const secret of secrets)
          ok(!traces(error).includes(secret), `"${error}" keeps ${secret.slice(0, 12)}… to itself`)
      }
    },
  },
  {
    name: 'no error repeats a piece of a key, wherever it stands',
    run(lib) {
      for (const length of [16, 20, 32, 39, 40, 63, 64]) {
        const piece = HEX_KEY.slice(0, length)
        for (const text of [
          piece,
          piece.toUpperCase(),
          `/run/secrets/${piece}`,
          `key=${piece};`,
          `${'x'.repeat(30)}${piece}`,
        ]) {
          const attempts = [
            () => lib.createUserSigner({ sdkAppId: text, secretKey: 'k' }),
            () => lib.createUserSigner({ sdkAppId: APP, secretKey: ` ${text}` }),
            () => lib.createUserSigner({ sdkAppId: APP, secretKey: 'k', [text]: 1 } as never),
            () => lib.createUserSigner({ sdkAppId: APP, secretKey: 'k', expire: text as never }),
            () => lib.createUserSigner({ sdkAppId: APP, secretKey: 'k', userIdRule: text as never }),
            () => signer(lib).genUserSig(`${text}\n`),
            () => signer(lib).genUserSig(text.repeat(9)),
            () => signer(lib).genPrivateMapKey('a', { strRoomId: `${text}"` }),
            () => signer(lib).genPrivateMapKey('a', { roomId: text as never }),
            () => signer(lib).genPrivateMapKey('a', { roomId: 1, privileges: [text] as never }),
            () => signer(lib).genUserSig('a', { now: text as never }),
            () => signer(lib).verifyUserSig(signer(lib).genUserSig('a'), { userId: text }),
            () => signer(lib).verifyUserSig('', { clockTolerance: text as never }),
          ]
          for (const error of attempts.map(thrownBy)) {
            const said = traces(error).toLowerCase()
            ok(!said.includes(piece.slice(0, 8)), `"${error}" keeps the key to itself`)
          }
        }
      }
    },
  },
  {
    name: 'a signer shows its SDKAppID and nothing else',
    run(lib) {
      const holder = signer(lib, { secretKey: SECRET })
      equal(JSON.parse(JSON.stringify(holder)), { sdkAppId: APP })
      equal(Object.keys(holder).sort(), [
        'genPrivateMapKey',
        'genUserSig',
        'issue',
        'sdkAppId',
        'verifyPrivateMapKey',
        'verifyUserSig',
      ])
      ok(!traces(holder).includes(SECRET), 'the key is not among its properties')
      ok(!traces({ ...holder }).includes(SECRET), 'nor in a copy')
    },
  },
  {
    name: 'before the signature fits, an error quotes nothing of a ticket',
    run(lib) {
      const forged = JSON.stringify({
        'TLS.ver': 'injected',
        'TLS.identifier': 'injected',
        'TLS.sdkappid': 'injected',
        'TLS.sig': 'injected',
      })
      const edits = [forged, forged.replace('"injected"', '"2.0"'), `${forged}injected`, `"injected"`]
      for (const edit of edits) {
        const error = refuses(lib, ['malformed', 'unsupported_version'], () => lib.decodeUserSig(packTicket(edit)))
        ok(!traces(error).includes('injected'), `"${error.message}" does not quote the ticket`)
      }
    },
  },
  {
    name: 'what an error repeats of a value is short and on one line',
    run(lib) {
      const odd = `\u001b[31m\n\r\u0085\u009b31m\u2028\u2029\u007f${'x'.repeat(10_000)}`
      const messages = [
        refuses(lib, 'invalid_room', () => signer(lib).genPrivateMapKey('a', { strRoomId: odd })).message,
        refuses(lib, 'invalid_room', () => signer(lib).genPrivateMapKey('a', { strRoomId: odd.slice(0, 20) })).message,
        refuses(lib, 'invalid_user_id', () => signer(lib).genUserSig(odd)).message,
        refuses(lib, 'invalid_privileges', () => lib.toPrivilegeMap(odd as never)).message,
        refuses(lib, 'invalid_time', () => signer(lib).genUserSig('a', { now: odd as never })).message,
      ]
      for (const message of messages) {
        ok(message.length < 400, 'it is short')
        // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not occur.
        ok(!/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/.test(message), `${JSON.stringify(message)} is one line`)
      }
    },
  },
]
