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
  /** The states that the app saw, each with its reason where that is a text or a code. */
  readonly states: string[]
}

interface Plan {
  /** What the SDK's `login` answers, in turn: 0 lets in, others are error codes. */
  readonly answers?: number[]
  /** Events of the SDK, one after the other: kicks, or states of the network. */
  readonly events?: string[]
  /** When the app ends it. */
  readonly stop?: 'before the events' | 'during the events' | 'with the source'
}

/**
 * Logs in through the binding. The SDK's `login` answers what the plan says, as there is no server; its events go to
 * the handlers that the binding registered with the SDK's own `on`.
 */
async function run({ answers = [], events = [], stop }: Plan): Promise<Outcome> {
  return await page.evaluate(
    async ({ answers, events, stop }) => {
      const { TencentCloudChat, createUserSigSource, loginChat } = globalThis.app
      const chat = TencentCloudChat.create({ SDKAppID: 1400000000 })
      chat.setLogLevel(4)
      const logins: { userID: string; userSig: string }[] = []
      const states: string[] = []
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
      const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
      const { KICKED_OUT, NET_STATE_CHANGE } = TencentCloudChat.EVENT
      const source = createUserSigSource({ endpoint: '/usersig' })
      const session = loginChat(chat, source)
      session.subscribe(({ state, reason }) => {
        const { code = reason } = Object(reason)
        // The page has no network, which the SDK itself tells.
        if (code === TencentCloudChat.TYPES.NET_STATE_DISCONNECTED) return
        states.push(code === undefined ? state : `${state} ${code}`)
      })
      await session.ready().catch(() => {})
      if (stop === 'before the events') session.stop()
      for (const type of events) {
        // A ticket of the same second would be the same ticket.
        await pause(1100)
        const data = type.includes('connected') ? { state: type } : { type }
        const name = type.includes('connected') ? NET_STATE_CHANGE : KICKED_OUT
        for (const [handler, event] of [...handlers]) {
          if (event === name) (handler as (event: unknown) => void)({ name, data })
        }
        if (stop === 'during the events') session.stop()
        if (stop === 'with the source') await source.stop()
        await pause(300)
      }
      session.stop()
      await source.stop()
      await pause(0)
      return { logins, states, handlers: handlers.size }
    },
    { answers, events, stop },
  )
}

const STOPPED = 'refused stopped'

test('logs in with a valid ticket, and listens no longer after stop', async () => {
  const outcome = await run({})
  const { logins } = outcome
  expect(outcome).toMatchObject({ states: ['ready', STOPPED], handlers: 0 })
  expect(Object.keys(logins[0] as object)).toEqual(['userID', 'userSig'])
  expect(signer.verifyUserSig(logins[0]?.userSig as string).userId).toBe('alice')
})

test('a ticket that ran out: logs in again, with a fresh one', async () => {
  const { logins, states } = await run({ events: ['userSigExpired'] })
  const [first, second] = logins.map(({ userSig }) => signer.verifyUserSig(userSig).issuedAt)
  expect(logins.length).toBe(2)
  expect(second).toBeGreaterThan(first as number)
  expect(states).toEqual(['ready', 'renewing', 'renewing', 'ready', STOPPED])
})

test('the names of the events are those of the SDK', async () => {
  const names = await page.evaluate(() => {
    const { EVENT, TYPES } = globalThis.app.TencentCloudChat
    return [EVENT.KICKED_OUT, EVENT.NET_STATE_CHANGE, TYPES.KICKED_OUT_USERSIG_EXPIRED, TYPES.NET_STATE_DISCONNECTED]
  })
  expect(names).toEqual(['kickedOut', 'netStateChange', 'userSigExpired', 'disconnected'])
})

test.each(['multipleAccount', 'multipleDevice', 'REST_API_Kick'])('who was kicked by %s stays out', async (kick) => {
  const { logins, states } = await run({ events: [kick, 'userSigExpired'] })
  expect([logins.length, states]).toEqual([1, ['ready', `kicked ${kick}`]])
})

test.each(['before the events', 'during the events', 'with the source'] as const)(
  'a logout %s: nothing logs in any more',
  async (stop) => {
    const { logins, states } = await run({ events: ['userSigExpired', 'userSigExpired'], stop })
    expect([logins.length, states.at(-1)]).toEqual([1, STOPPED])
  },
)

test.each([6206, 70001, 70009])('a login refused with %i is tried once more, with a fresh ticket', async (code) => {
  expect((await run({ answers: [code] })).states).toEqual(['renewing', 'ready', STOPPED])
  const { logins, states } = await run({ answers: [code, code] })
  expect([logins.length, states]).toEqual([2, ['renewing', `refused ${code}`, STOPPED]])
})

test('a login that the service refuses for another reason is not', async () => {
  const { logins, states } = await run({ answers: [70403] })
  expect([logins.length, states]).toEqual([1, ['refused 70403', STOPPED]])
})

test('a login that failed without a network is tried again', async () => {
  const { logins, states } = await run({ answers: [2801, 2801] })
  expect(logins.length).toBe(3)
  expect(states).toEqual(['offline 2801', 'renewing', 'offline 2801', 'renewing', 'ready', STOPPED])
})

test('tickets that the service takes and at once calls expired do not become a storm', async () => {
  const { logins } = await run({ events: Array.from({ length: 5 }, () => 'userSigExpired') })
  expect(logins.length).toBeLessThan(6)
})

test('the SDK itself takes what the binding sends, and tells that it has no network', async () => {
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
    const session = loginChat(chat, createUserSigSource({ endpoint: '/usersig' }))
    const reason = await new Promise((resolve) => {
      session.subscribe(({ state, reason }) => state === 'offline' && resolve(reason))
    })
    session.stop()
    return [refused, reason]
  })
  expect(outcome).toEqual(['Params validate failed.', 'disconnected'])
})
