import { describe, expect, it, vi } from 'vitest'
import { createUserSigEndpoint } from '../src/endpoint/index.ts'
import { createRequest, type Source } from './endpoint-request.ts'

const credentials = { sdkAppId: 1400000000, secretKey: 'the key of these tests' }

async function codeFor(user: string, options: object = {}) {
  const onError = vi.fn()
  const endpoint = createUserSigEndpoint<Source>({ credentials, authenticate: () => user, onError, ...options })
  const { status, body } = await endpoint(createRequest())
  const cause = onError.mock.calls[0]?.[0].error.cause?.message
  return { status, code: JSON.parse(body).code ?? 'ok', cause }
}

describe('the name of an administrator', () => {
  it.each([
    'administrator',
    'Administrator',
    'ADMINISTRATOR',
    ' administrator',
    'administrator ',
    'admin\u200bistrator',
    'ａｄｍｉｎｉｓｔｒａｔｏｒ',
    'admin\u00adistrator',
  ])('gets no ticket, however it is spelled: %j', async (user) => {
    const answer = await codeFor(user)
    expect(answer).toMatchObject({ status: 403, code: 'user_refused' })
    expect(answer.cause).toContain('sign for it on the server, with a signer')
  })

  it.each(['root', 'ROOT', 'ops-bot'])('may be another one, too: %s', async (user) => {
    expect((await codeFor(user, { adminUserIds: ['root', 'Ops-Bot'] })).code).toBe('user_refused')
    expect((await codeFor(user)).code).toBe('ok')
  })

  it.each(['administrators', 'admin', 'alice'])('is not %s', async (user) => {
    expect((await codeFor(user)).code).toBe('ok')
  })

  it.each([['root'], [['']], [[7]], [null]])('is not told by %j', async (adminUserIds) => {
    await expect(codeFor('alice', { adminUserIds })).rejects.toThrow(
      /adminUserIds is .*, but must be an array of UserIDs/,
    )
  })
})
