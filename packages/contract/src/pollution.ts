import { createHash, createHmac } from 'node:crypto'
import { createUserSigner } from '@usersig/core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { OTHER_SECRET_KEY, SDK_APP_ID, SECRET_KEY } from './fixture.ts'
import { CHAT_WEBHOOK_TOKEN, SECOND_SDK_APP_ID, TRTC_WEBHOOK_KEYS } from './fixture-live.ts'

/* Anything may stand on Object.prototype: what an adapter issues and lets pass stays the same. */

/** Runs something while the prototype is polluted. */
export type Polluted = <T>(run: () => T | Promise<T>) => Promise<T>

/** One request, for a client that knows how to reach the app. */
export interface PollutionRequest {
  readonly path: '/usersig' | '/guarded' | '/webhook/trtc' | '/webhook/chat'
  readonly method: 'GET' | 'POST'
  readonly query?: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

/** An app without any option but `authenticate` (the header `x-test-user`), `trtcKey` and `chatToken`. */
export interface PollutionApp {
  ask(request: PollutionRequest): Promise<{ readonly status: number; readonly body: string }>
  close?(): unknown
}

/** The client of an app that listens; each request has a connection of its own. */
export function askOver(baseUrl: string): PollutionApp['ask'] {
  return async ({ path, query = '', method, headers, body }) => {
    const init = { method, headers: { ...headers, connection: 'close' }, ...(body !== undefined && { body }) }
    const response = await fetch(`${baseUrl}${path}${query}`, init)
    return { status: response.status, body: await response.text() }
  }
}

const mine = { sdkAppId: SECOND_SDK_APP_ID, secretKey: OTHER_SECRET_KEY }
const stolen: unknown[] = []
const steal = (...given: unknown[]) => void stolen.push(given.length)

/** For every option there is, a value that an attacker would like it to have. */
const HOSTILE: Readonly<Record<string, unknown>> = {
  adminUserIds: ['alice'],
  authenticate: () => 'mallory',
  authorizeRoom: () => 'all',
  bodyTimeout: 1e-9,
  callable: true,
  callbackTimeout: 1e-9,
  chatToken: 'mine',
  clockTolerance: 86_400,
  cors: { origins: '*' },
  credentials: mine,
  expire: 1,
  explain: { with: steal, production: false },
  getToken: () => 'mine',
  guards: [{ canActivate: () => false }],
  imports: [],
  inject: ['mine'],
  isGlobal: true,
  isRevoked: () => true,
  issuer: { path: 'elsewhere' },
  limit: () => ({ retryAfter: 1 }),
  maxAge: 1e-9,
  maxBytes: 1,
  name: 'mine',
  notIssuedBefore: 4_000_000_000,
  onError: steal,
  onIssued: steal,
  onOutcome: steal,
  passErrors: true,
  path: '/elsewhere',
  problemDocuments: false,
  signer: createUserSigner(mine),
  trtcKey: 'mine',
  useClass: class {},
  useExisting: 'mine',
  useFactory: () => ({ credentials: mine }),
  version: '9',
  webhooks: { trtcKey: 'mine', chatToken: 'mine', maxAge: 1e-9, maxBytes: 1 },
}

/** What is not an option, but stands where options come from: the environment, headers, the body of a request. */
const BESIDE_OPTIONS: Readonly<Record<string, unknown>> = {
  USERSIG_SDKAPPID: String(mine.sdkAppId),
  USERSIG_SECRETKEY: mine.secretKey,
  USERSIG_SECRETKEY_FILE: '/dev/null',
  sdkAppId: mine.sdkAppId,
  secretKey: mine.secretKey,
  authorization: `Bearer ${createUserSigner({ sdkAppId: SDK_APP_ID, secretKey: SECRET_KEY }).genUserSig('mallory')}`,
  sign: 'mine',
  json: { roomId: 99 },
  roomId: 99,
  strRoomId: 'elsewhere',
  userId: 'mallory',
  retryAfter: 1,
}

/** The names of the options of a function, as it lists them itself. */
function optionNames(create: (options: never) => unknown): string[] {
  try {
    create({ '?': true } as never)
  } catch (error) {
    const list = /the options are (.*)$/.exec((error as Error).message)?.[1]
    if (list !== undefined) return list.split(', ')
  }
  throw new Error('the function takes an option without a name')
}

async function withPolluted<T>(name: string, value: unknown, run: () => T | Promise<T>): Promise<T> {
  const root = Object.prototype as Record<string, unknown>
  // In the way an attacker's JSON does it: by assignment, so that it is enumerable.
  root[name] = value
  try {
    return await run()
  } finally {
    delete root[name]
  }
}

/** What the app answers to requests that touch every option, without what changes from second to second. */
async function answersOf(start: (polluted: Polluted) => Promise<PollutionApp>, polluted: Polluted): Promise<unknown> {
  stolen.length = 0
  const app = await start(polluted)
  try {
    const answers: string[] = []
    for (const request of requests()) {
      const { status, body } = await app.ask(request)
      answers.push(`${request.method} ${request.path}: ${status} ${stable(body)}`)
    }
    return { answers, stolen: stolen.length }
  } finally {
    await app.close?.()
  }
}

function stable(body: string): string {
  const { userId, sdkAppId, expire, code, event, privateMapKey } = JSON.parse(body) as Record<string, unknown>
  return JSON.stringify({ userId, sdkAppId, expire, code, event, privateMapKey })
}

const signer = createUserSigner({ sdkAppId: SDK_APP_ID, secretKey: SECRET_KEY })
const TEXT = JSON.stringify({ EventType: 103, more: 'x'.repeat(2000) })
const json = { 'content-type': 'application/json' }

function requests(): PollutionRequest[] {
  const now = Math.floor(Date.now() / 1000)
  const issue = { path: '/usersig', method: 'POST' } as const
  const guarded = { path: '/guarded', method: 'GET' } as const
  const bearer = (ticket: string) => ({ authorization: `Bearer ${ticket}` })
  const trtc = (key: string) => ({
    ...({ path: '/webhook/trtc', method: 'POST', body: TEXT } as const),
    headers: { ...json, sign: createHmac('sha256', key).update(TEXT).digest('base64') },
  })
  const chat = (token: string) => ({
    ...({ path: '/webhook/chat', method: 'POST', body: TEXT, headers: json } as const),
    query: `?Sign=${createHash('sha256').update(`${token}${now}`).digest('hex')}&RequestTime=${now}`,
  })
  return [
    { ...issue, headers: { 'x-test-user': 'alice' } },
    { ...issue, headers: {} },
    { ...issue, headers: { 'x-test-user': 'alice', ...json }, body: '{"roomId":7}' },
    { ...guarded, headers: bearer(signer.genUserSig('alice')) },
    { ...guarded, headers: bearer(signer.genUserSig('alice', { expire: 60, now: now - 120 })) },
    { ...guarded, headers: {} },
    trtc(TRTC_WEBHOOK_KEYS[0] ?? ''),
    trtc('mine'),
    chat(CHAT_WEBHOOK_TOKEN),
    chat('mine'),
  ]
}

const EXPECTED = [
  `POST /usersig: 200 {"userId":"alice","sdkAppId":${SDK_APP_ID},"expire":604800}`,
  'POST /usersig: 401 {"code":"unauthenticated"}',
  'POST /usersig: 403 {"code":"room_refused"}',
  'GET /guarded: 200 {"userId":"alice"}',
  'GET /guarded: 401 {"code":"expired"}',
  'GET /guarded: 401 {"code":"missing_user_sig"}',
  `POST /webhook/trtc: 200 {"event":${TEXT}}`,
  'POST /webhook/trtc: 403 {"code":"invalid_webhook"}',
  `POST /webhook/chat: 200 {"event":${TEXT}}`,
  'POST /webhook/chat: 403 {"code":"invalid_webhook"}',
]

/**
 * Tries every option of an adapter, and what stands beside options, on a polluted `Object.prototype`.
 *
 * @param name the adapter
 * @param functions those that take options
 * @param start creates the app of {@link PollutionApp}; what is of the adapter runs within `polluted`, what is of a
 *   framework or a client outside of it. It also gets the name of the option that the prototype has
 */
export function describePollution(
  name: string,
  functions: readonly ((options: never) => unknown)[],
  start: (polluted: Polluted, polluting?: string) => Promise<PollutionApp>,
): void {
  describe(`a polluted Object.prototype, with ${name}`, () => {
    beforeAll(() => {
      vi.stubEnv('USERSIG_SDKAPPID', String(SDK_APP_ID))
      vi.stubEnv('USERSIG_SECRETKEY', SECRET_KEY)
      // What led to an answer of 500 or 503 is printed where no hook is given.
      vi.spyOn(console, 'error').mockImplementation(() => {})
    })
    afterAll(() => {
      vi.unstubAllEnvs()
      vi.restoreAllMocks()
    })

    test('is needed for none of the answers', async () => {
      expect(await answersOf(start, async (run) => await run())).toEqual({ answers: EXPECTED, stolen: 0 })
    })

    const names = [...new Set(functions.flatMap(optionNames))].sort()
    test.each(names)('with the option %s changes no answer', async (option) => {
      expect(Object.keys(HOSTILE), 'a hostile value is missing').toContain(option)
      const answers = await answersOf(
        (polluted) => start(polluted, option),
        (run) => withPolluted(option, HOSTILE[option], run),
      )
      expect(answers).toEqual({ answers: EXPECTED, stolen: 0 })
    })

    test.each(Object.keys(BESIDE_OPTIONS))('with %s changes no answer', async (beside) => {
      const answers = await answersOf(start, (run) => withPolluted(beside, BESIDE_OPTIONS[beside], run))
      expect(answers).toEqual({ answers: EXPECTED, stolen: 0 })
    })
  })
}
