import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { signer } from '../support/endpoint.ts'
import { openPage } from './open-page.ts'

let page: Page
let close: () => Promise<void>
beforeAll(async () => {
  ;({ page, close } = await openPage())
})
afterAll(() => close())

interface Outcome {
  readonly logins: { userID: string; userSig: string }[]
  readonly errors: unknown[]
}

/**
 * Logs in through the binding. The SDK's `login` answers what `answers` says, as there is no server; its events go to
 * the handlers that the binding registered with the SDK's own `on`.
 */
async function run(
  kicks: string[],
  { answers = [] as number[], end = undefined as 'before' | 'during' | 'with the source' | undefined } = {},
): Promise<Outcome> {
  return await page.evaluate(
    async ({ kicks, answers, end }) => {
      const { TencentCloudChat, createUserSigSource, loginChat } = globalThis.app
      const chat = TencentCloudChat.create({ SDKAppID: 1400000000 })
      chat.setLogLevel(4)
      const logins: { userID: string; userSig: string }[] = []
      const errors: unknown[] = []
      const handlers = new Map<unknown, string>()
      const { on, off } = chat
      chat.on = (event, handler, ...rest) => {
        handlers.set(handler, event)
        on(event, handler, ...rest)
      }
      chat.off = (event, handler, ...rest) => {
        handlers.delete(handler)
        off(event, handler, ...rest)
      }
      chat.login = async (options) => {
        logins.push(options)
        const code = answers.shift()
        if (code) throw Object.assign(new Error('refused'), { code })
        return { code: 0, data: {} }
      }
      let clock = Date.now()
      const source = createUserSigSource({ endpoint: '/usersig' })
      const stop = await loginChat(chat, source, { onError: (error) => errors.push((error as Error).message) })
      if (end === 'before') stop()
      for (const type of kicks) {
        // A ticket of the same second would be the same ticket.
        clock = await new Promise((resolve) => setTimeout(() => resolve(Date.now()), 1100 - (Date.now() - clock)))
        for (const [handler, event] of handlers) {
          if (event === TencentCloudChat.EVENT.KICKED_OUT) {
            ;(handler as (event: unknown) => void)({ name: event, data: { type } })
          }
        }
        if (end && end !== 'before') stop()
        if (end === 'with the source') void source.stop()
        await new Promise((resolve) => setTimeout(resolve, 100))
      }
      await source.stop()
      return { logins, errors }
    },
    { kicks, answers, end },
  )
}

test('logs in with a valid ticket', async () => {
  const { logins } = await run([])
  expect(logins.length).toBe(1)
  expect(Object.keys(logins[0] as object)).toEqual(['userID', 'userSig'])
  expect(signer.verifyUserSig(logins[0]?.userSig as string).userId).toBe('alice')
})

test('a ticket that ran out: logs in again, with a fresh one', async () => {
  const { logins } = await run(['userSigExpired'])
  expect(logins.length).toBe(2)
  const [first, second] = logins.map(({ userSig }) => signer.verifyUserSig(userSig).issuedAt)
  expect(second).toBeGreaterThan(first as number)
})

test('the name of that event is the one of the SDK', async () => {
  const names = await page.evaluate(() => {
    const { EVENT, TYPES } = globalThis.app.TencentCloudChat
    return [EVENT.KICKED_OUT, TYPES.KICKED_OUT_USERSIG_EXPIRED]
  })
  expect(names).toEqual(['kickedOut', 'userSigExpired'])
})

test('who was kicked, or logged in elsewhere, stays out', async () => {
  const { logins } = await run(['multipleAccount', 'multipleDevice', 'REST_API_Kick'])
  expect(logins.length).toBe(1)
})

test('after stop nothing happens any more', async () => {
  const { logins } = await run(['userSigExpired'], { end: 'before' })
  expect(logins.length).toBe(1)
})

test.each(['during', 'with the source'] as const)('a logout, %s, overtakes the login of before', async (end) => {
  const { logins, errors } = await run(['userSigExpired'], { end })
  expect([logins.length, errors]).toEqual([1, []])
})

test.each([6206, 70001, 70009])('a login refused with %i is tried once more', async (code) => {
  expect((await run([], { answers: [code] })).logins.length).toBe(2)
  await expect(run([], { answers: [code, code] })).rejects.toThrow('refused')
})

test('a login refused for another reason is not', async () => {
  await expect(run([], { answers: [70403] })).rejects.toThrow('refused')
})

test('a second login that fails is told', async () => {
  const { logins, errors } = await run(['userSigExpired'], { answers: [0, 70403] })
  expect([logins.length, errors]).toEqual([2, ['refused']])
})

test('the SDK itself takes what the binding gives', async () => {
  const outcome = await page.evaluate(async () => {
    const { TencentCloudChat, createUserSigSource, loginChat } = globalThis.app
    const chat = TencentCloudChat.create({ SDKAppID: 1400000001 })
    chat.setLogLevel(4)
    const refused = (() => {
      try {
        chat.login({ userId: 'alice' } as never).catch(() => {})
        return 'taken'
      } catch (error) {
        return (error as Error).message
      }
    })()
    // Without a server it goes on trying; parameters that it dislikes it refuses at once.
    const login = loginChat(chat, createUserSigSource({ endpoint: '/usersig' })).then(
      () => 'logged in',
      (error) => error.message,
    )
    const limit = new Promise((resolve) => setTimeout(resolve, 1500, 'under way'))
    return [refused, await Promise.race([login, limit])]
  })
  expect(outcome).toEqual(['Params validate failed.', 'under way'])
})
