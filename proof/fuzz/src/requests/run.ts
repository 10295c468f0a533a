import { SDK_APP_ID, SECRET_KEY } from '@usersig/contract/fixture'
import { Finding, must } from '../finding.ts'
import { Random } from '../random.ts'
import { createUserSigner } from '../tickets/core.ts'
import { toSample } from '../tickets/corpus.ts'
import type { Sample } from '../tickets/sample.ts'
import { type Attempt, goodAttempt, toBytes, type Wire } from './attempt.ts'
import { CHANGES } from './changes.ts'
import { exchange, type Reply } from './exchange.ts'
import { isIssued, judgeReplies } from './judge.ts'
import { type AdapterName, type Server, startServer } from './servers.ts'
import { WIRE_CHANGES } from './wire.ts'

export interface RequestRun {
  readonly adapter: AdapterName
  readonly seed: number
  /** @defaultValue 0 */
  readonly from?: number
  /** @defaultValue no end */
  readonly cases?: number
  /** @defaultValue no end */
  readonly seconds?: number
}

export interface RequestResult {
  readonly cases: number
  readonly seconds: number
  /** How often each status came, `none` where the server said nothing. */
  readonly outcomes: Readonly<Record<string, number>>
}

/** How long a good request may take before the server counts as gone, in milliseconds. */
const GOOD_PATIENCE = 10_000

/** Sends one adapter changed requests, and a good one after each. */
export async function fuzzRequests(run: RequestRun): Promise<RequestResult> {
  const { adapter, seed, from = 0, cases = Number.POSITIVE_INFINITY, seconds = Number.POSITIVE_INFINITY } = run
  const samples = createSamples()
  const server = await startServer(adapter)
  const outcomes: Record<string, number> = {}
  const start = performance.now()
  const elapsed = () => (performance.now() - start) / 1000
  let done = 0
  // A fault after the answer reaches nobody else.
  const stray: unknown[] = []
  const onStray = (error: unknown) => void stray.push(error)
  process.on('uncaughtException', onStray).on('unhandledRejection', onStray)
  try {
    for (; done < cases && elapsed() < seconds; done++) {
      const caseNumber = from + done
      const { name, attempt, wire } = createCase(seed, caseNumber, samples, server)
      try {
        const replies = await send(server, attempt, wire)
        await server.idle()
        judgeReplies(attempt, replies, server.heard)
        for (const { status } of replies) outcomes[status] = (outcomes[status] ?? 0) + 1
        if (replies.length === 0) outcomes['none'] = (outcomes['none'] ?? 0) + 1
        await expectAlive(server, `next-${caseNumber}`)
        must(stray.length === 0, () => `an error that nobody caught: ${String((stray[0] as Error).stack ?? stray[0])}`)
      } catch (error) {
        const again = `npm run fuzz -- --requests ${JSON.stringify(adapter)} --seed ${seed} --case ${caseNumber}`
        const why = error instanceof Finding ? error.message : String((error as Error).stack ?? error)
        const shown = toBytes(attempt).toString('latin1').slice(0, 600)
        throw new Error(`${why}\n  ${adapter}, ${name}\n  again: ${again}\n${shown}`, { cause: error })
      }
    }
  } finally {
    process.off('uncaughtException', onStray).off('unhandledRejection', onStray)
    await server.close()
  }
  return { cases: done, seconds: elapsed(), outcomes }
}

function createSamples(): readonly Sample[] {
  const app = { sdkAppId: SDK_APP_ID, secretKey: SECRET_KEY }
  const signer = createUserSigner(app)
  return [
    toSample('UserSig', app, signer.genUserSig('bearer-1'), true),
    toSample('UserSig of another', app, signer.genUserSig('bearer-2'), true),
    toSample('UserSig with a buffer', app, signer.genUserSig('bearer-1', { userBuf: Buffer.from('a') }), true),
    toSample('PrivateMapKey', app, signer.genPrivateMapKey('bearer-1', { roomId: 10000 }), true),
  ]
}

interface Case {
  readonly name: string
  readonly attempt: Attempt
  readonly wire: Wire
}

function createCase(seed: number, caseNumber: number, samples: readonly Sample[], server: Server): Case {
  const random = new Random(seed, caseNumber)
  const user = `user-${caseNumber}`
  const attempt = goodAttempt(user, random.pick(['{"roomId":10000}', '{"strRoomId":"room-1"}', '{}', '']))
  const setting = { random, user, samples }
  const names = [...Object.keys(CHANGES), ...(server.port === undefined ? [] : Object.keys(WIRE_CHANGES))]
  const name = random.pick(names)
  const wireChange = WIRE_CHANGES[name]
  if (wireChange) return { name, attempt, wire: wireChange(attempt, setting) }
  CHANGES[name]?.(attempt, setting)
  return { name, attempt, wire: { parts: [toBytes(attempt)] } }
}

function send({ heard, port, handler }: Server, attempt: Attempt, wire: Wire): Promise<Reply[]> {
  forget(heard)
  if (handler) return sendToHandler(handler, attempt)
  return exchange(port as number, wire)
}

async function sendToHandler(handler: NonNullable<Server['handler']>, attempt: Attempt): Promise<Reply[]> {
  const { method, path, headers, body } = attempt
  let request: Request
  try {
    request = new Request(`http://127.0.0.1${path}`, { method, headers, ...(body && { body: Uint8Array.from(body) }) })
  } catch {
    // The platform refuses it: no handler ever gets to see such a request.
    return []
  }
  const response = await handler(request)
  const text = [...response.headers].map(([name, value]) => `${name}: ${value}`).join('\r\n')
  const content = Buffer.from(await response.arrayBuffer()).toString('latin1')
  return [{ status: response.status, text: `${text}\r\n\r\n${content}` }]
}

async function expectAlive(server: Server, user: string): Promise<void> {
  const attempt = goodAttempt(user)
  attempt.headers.push(['connection', 'close'])
  forget(server.heard)
  const { port, handler } = server
  const replies = handler
    ? await sendToHandler(handler, attempt)
    : await exchange(port as number, { parts: [toBytes(attempt)] }, GOOD_PATIENCE)
  await server.idle()
  must(
    isIssued(user, replies),
    () => `the next request gets ${replies.map(({ text }) => text).join('\n') || 'no answer'}`,
  )
}

function forget(heard: Server['heard']): void {
  heard.users.length = 0
  heard.issued.length = 0
  heard.faults.length = 0
}
