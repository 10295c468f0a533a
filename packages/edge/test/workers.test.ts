import { fileURLToPath } from 'node:url'
import { SECRET_KEY } from '@usersig/contract/fixture'
import { Response } from 'miniflare'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { signer } from './support/fixture.ts'
import { bundleWorker, type StartedWorker, startWorker } from './support/worker.ts'

const entry = fileURLToPath(new URL('apps/env-worker.ts', import.meta.url))

describe('a Worker with its key in a store and an audit log', () => {
  let asked = 0
  const audited: unknown[] = []
  let worker: StartedWorker
  beforeAll(async () => {
    worker = await startWorker(await bundleWorker(entry), { USERSIG_SDKAPPID: '1400000000' }, {
      serviceBindings: {
        async STORE() {
          asked += 1
          if (asked === 1) return new Response('')
          await new Promise((resolve) => setTimeout(resolve, 50))
          return new Response(SECRET_KEY)
        },
        async AUDIT(request: { json(): Promise<unknown> }) {
          audited.push(await request.json())
          return new Response()
        },
      },
    } as never)
  })
  afterAll(() => worker?.close())

  const post = () => fetch(`${worker.baseUrl}/usersig`, { method: 'POST', headers: { 'x-test-user': 'alice' } })

  test('asks the store when a request comes, and again after an answer that was no key', async () => {
    expect(asked).toBe(0)
    expect((await post()).status).toBe(500)
    expect(asked).toBe(1)
  })

  test('asks it once for many requests at the same time', async () => {
    // For a second, a store that failed is left alone.
    await new Promise((resolve) => setTimeout(resolve, 1100))
    const responses = await Promise.all(Array.from({ length: 20 }, post))
    expect(responses.map(({ status }) => status)).toEqual(Array(20).fill(200))
    expect(asked).toBe(2)
    const issued = (await responses[0]?.json()) as { userSig: string } | undefined
    expect(signer.verifyUserSig(issued?.userSig ?? '').userId).toBe('alice')
  })

  test('writes each ticket to the log after the answer, kept alive by waitUntil', async () => {
    await vi.waitFor(() => expect(audited).toHaveLength(20), { timeout: 4000 })
    expect(audited[0]).toMatchObject({ userId: 'alice', sdkAppId: 1400000000 })
    expect(JSON.stringify(audited)).not.toMatch(/userSig|secret/i)
  })

  test('guards a WebSocket', async () => {
    const headers = { upgrade: 'websocket', authorization: `Bearer ${signer.genUserSig('alice')}` }
    const { status, webSocket } = await worker.miniflare.dispatchFetch(`${worker.baseUrl}/socket`, { headers })
    expect(status).toBe(101)
    const message = new Promise((resolve) => webSocket?.addEventListener('message', ({ data }) => resolve(data)))
    webSocket?.accept()
    expect(await message).toBe('welcome')
    webSocket?.close()
  })

  test('guards with the same key', async () => {
    const headers = { authorization: `Bearer ${signer.genUserSig('alice')}` }
    const response = await fetch(`${worker.baseUrl}/guarded`, { headers })
    expect(await response.json()).toMatchObject({ userId: 'alice' })
  })
})

test.each([
  ['with ctx', ''],
  ['without ctx', '?without-ctx'],
])('a store that hangs holds up no request while a good key is at hand, %s', async (_name, query) => {
  let asked = 0
  const app = fileURLToPath(new URL('apps/store-worker.ts', import.meta.url))
  const worker = await startWorker(await bundleWorker(app), {}, {
    serviceBindings: {
      async STORE() {
        asked += 1
        return asked === 1 ? new Response(SECRET_KEY) : new Promise(() => {})
      },
    },
  } as never)
  try {
    const post = async () => (await fetch(`${worker.baseUrl}/${query}`, { method: 'POST' })).status
    expect(await post()).toBe(200)
    await new Promise((resolve) => setTimeout(resolve, 100))
    // The question that hangs is given an hour, which is longer than this test may take.
    expect(await Promise.all([post(), post(), post()])).toEqual([200, 200, 200])
    // A second for each of these would be longer, too.
    for (let i = 0; i < 60; i++) expect(await post()).toBe(200)
    expect(asked).toBeGreaterThan(1)
    expect(asked).toBeLessThanOrEqual(3)
  } finally {
    await worker.close()
  }
})

test('its bundle asks for nothing that only Node.js has', async () => {
  const bundle = await bundleWorker(entry)
  expect(bundle).not.toMatch(/["']node:|\brequire\(|\bBuffer\b|worker_threads/)
})
