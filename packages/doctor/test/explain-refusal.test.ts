import { readFileSync } from 'node:fs'
import { createUserSigGuard, type ErrorEvent } from '@usersig/core/endpoint'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { explainRefusal } from '../src/index.ts'
import { APP, KEY, signerWith } from './support.ts'

const OTHER = KEY.replace('5bd2', '6ce3')
const credentials = { sdkAppId: APP, secretKey: KEY }
const now = () => Math.floor(Date.now() / 1000)
const ticket = signerWith({ now }).genUserSig('alice')

/** What the guard tells its app of a request with this header. */
async function refuse(authorization: string | undefined, options: object = {}): Promise<ErrorEvent> {
  let told: ErrorEvent | undefined
  const guard = createUserSigGuard({
    credentials,
    explain: { with: explainRefusal, production: false },
    onError: (event) => {
      told = event
    },
    ...options,
  })
  await guard({ header: () => authorization, request: undefined, context: undefined })
  return told as ErrorEvent
}

describe('a guard that explains', () => {
  it.each([
    [
      'an old ticket',
      `Bearer ${signerWith({ now }).genUserSig('alice', { now: now() - 7200, expire: 60 })}`,
      'expired',
    ],
    ['a ticket that was cut off', `Bearer ${ticket.slice(0, 100)}`, 'cut_off_at_limit'],
    ['a JWT', 'Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhIn0.c2lnbmF0dXJl', 'jwt'],
    [
      'a key in upper case',
      `Bearer ${signerWith({ now, secretKey: KEY.toUpperCase() }).genUserSig('alice')}`,
      'key_changed',
    ],
    ['another key', `Bearer ${signerWith({ now, secretKey: OTHER }).genUserSig('alice')}`, 'bad_signature'],
    ['nothing', undefined, 'missing_user_sig'],
    ['a ticket without Bearer', ticket, 'missing_user_sig'],
    ['another scheme', 'Basic YWxpY2U6c2VjcmV0', 'missing_user_sig'],
  ])('names the cause of %s', async (_name, authorization, code) => {
    const { status, causes, error } = await refuse(authorization)
    expect([status, causes?.[0]]).toEqual([401, expect.objectContaining({ code })])
    for (const { message } of causes ?? []) expect(message.length).toBeGreaterThan(10)
    const said = JSON.stringify([causes, String(error)])
    for (const secret of [KEY, OTHER, ticket.slice(0, 30), ticket.slice(-30)]) expect(said).not.toContain(secret)
  })

  it('guesses by the code where the key is elsewhere', async () => {
    const options = { credentials: undefined, signer: signerWith({ now }) }
    const { causes } = await refuse(`Bearer ${signerWith({ now, secretKey: OTHER }).genUserSig('alice')}`, options)
    expect(causes?.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['bad_signature', 'other_key', 'key_spoiled']),
    )
  })

  it('takes the key to check with where the key is elsewhere', async () => {
    const explain = { with: explainRefusal, production: false, credentials }
    const options = { credentials: undefined, signer: signerWith({ now }), explain }
    const { causes } = await refuse(
      `Bearer ${signerWith({ now, secretKey: KEY.toUpperCase() }).genUserSig('alice')}`,
      options,
    )
    expect(causes?.[0]?.code).toBe('key_changed')
  })

  it('speaks Chinese', async () => {
    const explain = { with: (refused: never) => explainRefusal(refused, { language: 'zh' }), production: false }
    for (const header of [undefined, `Bearer ${ticket.slice(0, 100)}`]) {
      const { causes } = await refuse(header, { explain })
      expect(causes?.[0]?.message).toMatch(/\p{Script=Han}/u)
    }
  })

  it('says nothing of what is no 401', async () => {
    const { status, causes } = await refuse(`Bearer ${ticket}`, { isRevoked: () => 'no' })
    expect([status, causes]).toEqual([500, undefined])
  })
})

describe('the log', () => {
  afterEach(() => vi.restoreAllMocks())

  it('has each 401 with its causes where the app has no hook of its own', async () => {
    const lines: string[] = []
    vi.spyOn(console, 'error').mockImplementation((line) => lines.push(line))
    await refuse(`Bearer ${ticket.slice(0, 100)}`, { onError: undefined })
    expect(lines.join('\n')).toMatch(/^usersig: answered 401 malformed\n {2}1\. cut_off/)
    expect(lines.join('\n')).not.toContain(ticket.slice(0, 30))
  })

  it('has them as the README shows it', async () => {
    const lines: string[] = []
    vi.spyOn(console, 'error').mockImplementation((line) => lines.push(line))
    const old = signerWith({ now }).genUserSig('alice', { now: now() - 7200, expire: 3600 })
    await refuse(`Bearer ${old}`, { onError: undefined })
    const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
    const [shown = ''] = /^\/\/ usersig: answered 401[\s\S]*?(?=: issued)/m.exec(readme) ?? []
    expect(shown.length).toBeGreaterThan(40)
    expect(lines.join('\n')).toContain(shown.replace(/^\/\/ ?/gm, ''))
  })

  it('says that explaining failed, and the answer stays', async () => {
    const lines: string[] = []
    vi.spyOn(console, 'error').mockImplementation((line) => lines.push(line))
    const explain = {
      with: () => {
        throw new Error('no words')
      },
      production: false,
    }
    const { status, causes } = await refuse(undefined, { explain })
    expect([status, causes, lines]).toEqual([401, undefined, ['usersig: explain failed: Error: no words']])
  })
})

describe('wrong wiring fails at start', () => {
  it.each([
    [true, /explain is .*, but must be a function: import \{ explainRefusal \}/],
    [{ with: explainRefusal }, /explain.production is missing/],
    [{ production: false }, /explain.with is missing/],
    [{ with: explainRefusal, production: true }, /for development/],
    [{ with: explainRefusal, prod: false }, /there is no option "prod"/],
    [{ with: explainRefusal, production: false, credentials: { sdkAppId: 0, secretKey: KEY } }, /sdkAppId is 0/],
    [explainRefusal, /does not say what it is/],
  ])('%j', (explain, message) => {
    expect(() => createUserSigGuard({ credentials, explain: explain as never })).toThrow(message)
  })
})
