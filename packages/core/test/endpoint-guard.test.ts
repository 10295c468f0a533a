import { describe, expect, it, vi } from 'vitest'
import { createUserSigGuard, type GuardOptions } from '../src/endpoint/index.ts'
import { createUserSigner } from '../src/signing/create-user-signer.ts'
import { createRequest, type Source } from './endpoint-request.ts'

const credentials = { sdkAppId: 1400000000, secretKey: 'the key of these tests' }
const signer = createUserSigner(credentials)
const stranger = createUserSigner({ ...credentials, secretKey: 'another key' })
const longAgo = Math.floor(Date.now() / 1000) - 7200
const onError = () => {}

function check(authorization: string | undefined, options: Partial<GuardOptions<Source>> = {}) {
  const guard = createUserSigGuard<Source>({ signer, onError, ...options })
  return guard(createRequest(authorization === undefined ? {} : { headers: { authorization } }))
}

describe('the guard', () => {
  it.each(['Bearer', 'bearer', 'BEARER'])('lets a ticket pass behind %s', async (scheme) => {
    const { claims, response } = await check(`${scheme} ${signer.genUserSig('alice')}`)
    expect(claims).toMatchObject({ userId: 'alice', sdkAppId: 1400000000 })
    expect(response).toBeUndefined()
  })

  it.each([
    ['nothing', undefined],
    ['another scheme', `Basic ${signer.genUserSig('alice')}`],
    ['no scheme', signer.genUserSig('alice')],
    ['no ticket', 'Bearer '],
    ['two tickets', `Bearer ${signer.genUserSig('alice')} ${signer.genUserSig('bob')}`],
  ])('asks for a ticket where there is %s', async (_, authorization) => {
    const { response } = await check(authorization)
    expect(response).toMatchObject({ status: 401, headers: { 'www-authenticate': 'Bearer realm="usersig"' } })
    expect(JSON.parse(response?.body ?? '').code).toBe('missing_user_sig')
  })

  it.each([
    ['malformed', 'nonsense'],
    ['too_large', 'e'.repeat(5000)],
    ['bad_signature', stranger.genUserSig('alice')],
    ['expired', signer.genUserSig('alice', { now: longAgo, expire: 3600 })],
    ['unexpected_user_buf', signer.genPrivateMapKey('alice', { roomId: 7 })],
    ['app_mismatch', createUserSigner({ ...credentials, sdkAppId: 2 }).genUserSig('alice')],
  ])('refuses a ticket that is %s, and does not repeat it', async (code, ticket) => {
    const onError = vi.fn()
    const { response, error } = await check(`Bearer ${ticket}`, { onError })
    expect(response?.status).toBe(401)
    expect(response?.headers['www-authenticate']).toBe(
      `Bearer realm="usersig", error="invalid_token", error_description="${code}"`,
    )
    expect(JSON.parse(response?.body ?? '')).toMatchObject({ code, title: 'The UserSig is not valid' })
    expect(JSON.stringify([response, onError.mock.calls, error])).not.toContain(ticket)
    expect(error).toMatchObject({ code, status: 401, cause: { code } })
  })

  it('names a JSON Web Token, which is the login and not the ticket', async () => {
    const { response } = await check('Bearer eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhbGljZSJ9.c2ln')
    expect(JSON.parse(response?.body ?? '')).toMatchObject({
      code: 'malformed',
      detail: expect.stringContaining('JSON Web Token'),
    })
  })

  it('takes the ticket from where the app says', async () => {
    const ticket = signer.genUserSig('alice')
    expect((await check(undefined, { getToken: async () => ticket })).claims?.userId).toBe('alice')
    expect((await check(`Bearer ${ticket}`, { getToken: () => null })).response?.status).toBe(401)
  })

  it('lets clocks differ as far as the app says', async () => {
    const ticket = signer.genUserSig('alice', { now: longAgo, expire: 3600 })
    expect((await check(`Bearer ${ticket}`, { clockTolerance: 4000 })).claims?.userId).toBe('alice')
  })

  it('answers 500 for what is no fault of the ticket', async () => {
    const ticket = `Bearer ${signer.genUserSig('alice')}`
    const broken = {
      ...signer,
      verifyUserSig: () => {
        throw new RangeError('broken')
      },
    }
    expect((await check(ticket, { signer: broken })).response?.status).toBe(500)
    const wrong = async () => ({ ...credentials, secretKey: '' })
    expect(
      (
        await createUserSigGuard<Source>({ credentials: wrong, onError })(
          createRequest({ headers: { authorization: ticket } }),
        )
      ).response?.status,
    ).toBe(500)
    const { error } = await check(ticket, { getToken: () => Promise.reject('down') })
    expect(error).toBeInstanceOf(Error)
    expect(error?.cause).toBe('down')
  })

  it.each([
    ['no credentials', {}, /credentials/],
    ['a getToken that is not a function', { credentials, getToken: 'query' }, /getToken/],
    ['a tolerance that is no number', { credentials, clockTolerance: '5' }, /clockTolerance/],
    ['a tolerance that is negative', { credentials, clockTolerance: -1 }, /clockTolerance/],
  ])('fails at once with %s', (_, options, message) => {
    expect(() => createUserSigGuard(options as never)).toThrow(TypeError)
    expect(() => createUserSigGuard(options as never)).toThrow(message)
  })
})
