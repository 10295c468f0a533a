import { fileURLToPath } from 'node:url'
import { SDK_APP_ID, SECRET_KEY } from '@usersig/contract/fixture'
import { expect, test, vi } from 'vitest'
import { bundleWorker, startWorker } from '../../edge/test/support/worker.ts'

const entry = fileURLToPath(new URL('apps/keyless-worker.ts', import.meta.url))

async function ask(bindings: Record<string, string>) {
  const messages: string[] = []
  const worker = await startWorker(await bundleWorker(entry), bindings, {
    handleStructuredLogs: ({ message }: { message: string }) => void messages.push(message),
  } as never)
  try {
    const issued = await fetch(`${worker.baseUrl}/usersig`, { method: 'POST' })
    const { userSig = '' } = (await issued.json()) as { userSig?: string }
    const me = await fetch(`${worker.baseUrl}/me`, { headers: { authorization: `Bearer ${userSig}` } })
    if (issued.status !== 200) await vi.waitFor(() => expect(messages).not.toEqual([]))
    return { statuses: [issued.status, me.status], log: messages.join('\n') }
  } finally {
    await worker.close()
  }
}

test('on Workers the key comes from c.env', async () => {
  const bindings = { USERSIG_SDKAPPID: String(SDK_APP_ID), USERSIG_SECRETKEY: SECRET_KEY }
  expect(await ask(bindings)).toEqual({ statuses: [200, 200], log: '' })
})

test('on Workers the log says what to bind', async () => {
  const { statuses, log } = await ask({ USERSIG_SECRETKEY: SECRET_KEY })
  expect(statuses).toEqual([500, 401])
  expect(log).toMatch(/USERSIG_SDKAPPID is not set\..*vars of wrangler\.jsonc.*wrangler secret put USERSIG_SECRETKEY/)
})

test('its bundle asks for nothing that only Node.js has', async () => {
  expect(await bundleWorker(entry)).not.toMatch(/["']node:|\brequire\(|\bBuffer\b|worker_threads/)
})
