import assert from 'node:assert/strict'
import { inspect } from 'node:util'
import { OTHER_SECRET_KEY, SECRET_DETAIL, SECRET_KEY } from '@usersig/contract/fixture'
import { createUserSigner } from '@usersig/core'
import { createUserSigEndpoint, createUserSigGuard } from '@usersig/core/endpoint'
import { type AttackClass, need } from '../attack.ts'
import type { Ask, Reply, Target } from '../target.ts'

/** The forms in which a secret could be seen. */
function formsOf(secret: string): string[] {
  const bytes = Buffer.from(secret)
  return [secret, secret.slice(0, 24), secret.slice(-24), bytes.toString('base64').slice(0, 40), bytes.toString('hex')]
}

const SECRETS = [...formsOf(SECRET_KEY), ...formsOf(OTHER_SECRET_KEY), SECRET_DETAIL]

function expectNoSecret(text: string, where: string, more: readonly string[] = []): void {
  for (const secret of [...SECRETS, ...more]) {
    assert.ok(!text.includes(secret), `${where} holds ${secret.slice(0, 6)}…`)
  }
  assert.doesNotMatch(text, /\bat .+\.(?:ts|js|mjs):\d+/, `${where} holds a stack`)
}

/** Requests that make callbacks throw, keys fail and parsers give up. */
function provocations({ issuePath, guardPath, livePath, trtcPath, login, signer }: Target): [string, Ask][] {
  const json = { 'content-type': 'application/json' }
  const asks: [string, Ask][] = ['throw', 'reject', 'number', 'x'.repeat(40), 'limiter-down', 'alice'].map((user) => [
    issuePath,
    { headers: login(user) },
  ])
  for (const body of ['{', '[]', '{"roomId":666}', '{"roomId":"x"}', '{"strRoomId":"\\u0000"}', '\xff']) {
    asks.push([issuePath, { headers: { ...login('alice'), ...json }, body }])
  }
  asks.push([issuePath, { method: 'GET' }], ['/nowhere', {}], [`${issuePath}/%zz`, {}])
  if (livePath !== undefined) asks.push([livePath, { headers: login('hang') }])
  if (trtcPath !== undefined) asks.push([trtcPath, { headers: { ...json, sign: 'x' }, body: '{}' }])
  const ticket = signer.genUserSig('alice')
  for (const text of [
    ticket.slice(0, -5),
    `${ticket}x`,
    signer.genPrivateMapKey('alice', { roomId: 7 }),
    'no ticket',
  ]) {
    if (guardPath) asks.push([guardPath, { method: 'GET', headers: { authorization: `Bearer ${text}` } }])
  }
  return asks
}

/** What of a ticket must not be repeated. */
const ticketOf = ({ headers = {} }: Ask): string[] => {
  const token = /^Bearer (.{40,})$/.exec(headers['authorization'] ?? '')?.[1]
  return token === undefined ? [] : [token.slice(10, 40)]
}

/** Runs something, and gives back what this process prints meanwhile. */
async function printedBy(run: () => Promise<unknown>): Promise<string> {
  const streams = [process.stdout, process.stderr]
  const originals = streams.map((stream) => stream.write)
  let printed = ''
  for (const stream of streams) {
    stream.write = ((chunk: unknown, ...rest: unknown[]) => {
      printed += String(chunk)
      for (const each of rest) if (typeof each === 'function') each()
      return true
    }) as typeof stream.write
  }
  try {
    await run()
  } finally {
    streams.forEach((stream, i) => {
      stream.write = originals[i] as typeof stream.write
    })
  }
  return printed
}

export const LEAKS: AttackClass = {
  name: 'key leaks',
  attacks: [
    {
      name: 'answers to requests that fail',
      promise: 'no answer holds a key, a ticket that was sent, what a callback threw, or a stack',
      async run(target) {
        let answered = 0
        for (const [path, ask] of provocations(target)) {
          const reply: Reply = await target.ask(path, ask)
          expectNoSecret(`${inspect(reply.headers)}\n${reply.body}`, `the answer of ${path}`, ticketOf(ask))
          answered++
        }
        assert.ok(answered > 10)
      },
    },
    {
      name: 'what is printed when requests fail',
      promise: 'no log holds a key, a ticket or a part of them',
      async run(target) {
        need(target.isInProcess ?? target.output, 'its log is not at hand')
        const printed = await printedBy(async () => {
          for (const [path, ask] of provocations(target)) await target.ask(path, ask)
        })
        const text = printed + (target.output?.() ?? '')
        for (const secret of formsOf(SECRET_KEY)) assert.ok(!text.includes(secret), 'the log holds a key')
        const tickets = provocations(target).flatMap(([, ask]) => ticketOf(ask))
        for (const ticket of tickets) assert.ok(!text.includes(ticket), 'the log holds a ticket')
      },
    },
    {
      name: 'util.inspect, JSON and the errors of what holds a key',
      promise: 'what holds a key shows it to no console, no JSON and no error',
      run({ name, signer }) {
        need(name === 'the core' || undefined, 'tried on the core here, on every package by proof/secrets')
        const credentials = { sdkAppId: 1400000000, secretKey: SECRET_KEY }
        const holders = [
          signer,
          createUserSigEndpoint({ credentials, authenticate: () => 'alice' }),
          createUserSigGuard({ credentials }),
        ]
        for (const holder of holders) {
          const shown = inspect(holder, { depth: 9, showHidden: true, getters: true })
          expectNoSecret(shown.replaceAll(/\bat .*/g, '') + JSON.stringify(holder), 'a holder of a key')
        }
        for (const run of [
          () => createUserSigner({ ...credentials, secretKey: ` ${SECRET_KEY}` }),
          () => createUserSigner({ ...credentials, sdkAppId: SECRET_KEY as never }),
          () => createUserSigner({ ...credentials, expires: SECRET_KEY } as never),
          () => createUserSigner({ ...credentials, secretKey: { SECRET_KEY } as never }),
          () => signer.verifyUserSig(signer.genUserSig('alice').slice(0, -3)),
        ]) {
          assert.throws(run, (error: Error) => {
            const { stack, ...own } = error
            expectNoSecret(inspect({ ...own, message: error.message }), 'an error')
            return true
          })
        }
      },
    },
  ],
}
