import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SDK_APP_ID, signer } from '../support/endpoint.ts'
import type { app as App } from './kits-page.ts'
import { openPage } from './open-page.ts'

let page: Page
let close: () => Promise<void>
beforeAll(async () => {
  ;({ page, close } = await openPage('./kits-page.ts'))
})
afterAll(() => close())

interface Outcome {
  readonly logins: Record<string, unknown>[]
  readonly states: string[]
}

/** Runs code of a page, which has the kits, and notes logins and states. */
const run = async (script: (app: typeof App, note: { logins: object[]; states: string[] }) => Promise<void>) =>
  (await page.evaluate(`(async () => {
    const note = { logins: [], states: [] }
    await (${script})(app, note)
    return note
  })()`)) as Outcome

const pause = 'await new Promise((resolve) => setTimeout(resolve, 1100))'

describe('TUIRoomEngine', () => {
  const script = (event: string) =>
    `async ({ TUIRoomEngine, TUIRoomEvents, createUserSigSource, loginRoomEngine }, { logins, states }) => {
      const { login } = TUIRoomEngine
      TUIRoomEngine.login = async (options) => void logins.push(options)
      const engine = new TUIRoomEngine()
      const handlers = {}
      const { on } = engine
      engine.on = (name, handler) => {
        handlers[name] = handler
        return on.call(engine, name, handler)
      }
      const session = loginRoomEngine(TUIRoomEngine, engine, createUserSigSource({ endpoint: '/usersig' }))
      await session.ready()
      session.subscribe(({ state, reason }) => states.push(reason ? state + ' ' + reason : state))
      ${pause}
      handlers[TUIRoomEvents.${event}]({ message: 'another device' })
      await new Promise((resolve) => setTimeout(resolve, 200))
      session.stop()
      TUIRoomEngine.login = login
    }` as never

  test('logs in, and again when the ticket ran out', async () => {
    const { logins, states } = await run(script('onUserSigExpired'))
    expect(logins.map(({ sdkAppId, userId }) => [sdkAppId, userId])).toEqual([
      [SDK_APP_ID, 'alice'],
      [SDK_APP_ID, 'alice'],
    ])
    const [first, second] = logins.map(({ userSig }) => signer.verifyUserSig(userSig as string).issuedAt)
    expect(second).toBeGreaterThan(first as number)
    expect(states.slice(0, 3)).toEqual(['renewing', 'renewing', 'ready'])
  })

  test('who was kicked stays out', async () => {
    const { logins, states } = await run(script('onKickedOffLine'))
    expect([logins.length, states]).toEqual([1, ['kicked another device']])
  })

  test('the SDK itself takes what the binding sends', async () => {
    const outcome = await page.evaluate(async () => {
      const { TUIRoomEngine, createUserSigSource, loginRoomEngine } = (globalThis as never as { app: typeof App }).app
      const refused = await TUIRoomEngine.login({ sdkAppId: 'x' } as never).catch((error: Error) => error.message)
      const session = loginRoomEngine(TUIRoomEngine, new TUIRoomEngine(), createUserSigSource({ endpoint: '/usersig' }))
      await new Promise((resolve) => setTimeout(resolve, 1500))
      const { state } = session.current()
      session.stop()
      return [refused, state]
    })
    // Without a network it goes on trying; parameters that it dislikes it refuses at once.
    expect(outcome).toEqual([expect.stringMatching(/./), 'renewing'])
  })
})

describe('TUIKit', () => {
  const script = (event: string) =>
    `async ({ core: { TUIConstants, TUICore }, createUserSigSource, loginTuiKit }, { logins, states }) => {
      const kit = { TUIConstants, TUICore, TUILogin: { login: async (options) => void logins.push(options) } }
      const session = loginTuiKit(kit, createUserSigSource({ endpoint: '/usersig' }), { framework: 'vue3' })
      await session.ready()
      session.subscribe(({ state, reason }) => states.push(reason ? state + ' ' + reason : state))
      ${pause}
      const { EVENT, EVENT_SUB_KEY } = TUIConstants.TUILogin
      TUICore.notifyEvent(EVENT.LOGIN_STATE_CHANGED, EVENT_SUB_KEY.${event})
      await new Promise((resolve) => setTimeout(resolve, 200))
      session.stop()
      TUICore.notifyEvent(EVENT.LOGIN_STATE_CHANGED, EVENT_SUB_KEY.${event})
    }` as never

  test('logs in, and again when the ticket ran out', async () => {
    const { logins, states } = await run(script('USER_SIG_EXPIRED'))
    expect(logins.map(({ SDKAppID, userID, framework }) => [SDKAppID, userID, framework])).toEqual([
      [SDK_APP_ID, 'alice', 'vue3'],
      [SDK_APP_ID, 'alice', 'vue3'],
    ])
    expect(states.slice(0, 3)).toEqual(['renewing', 'renewing', 'ready'])
  })

  test('who was kicked stays out', async () => {
    const { logins, states } = await run(script('USER_KICKED_OFFLINE'))
    expect([logins.length, states]).toEqual([1, ['kicked userKickedOffline']])
  })

  test('the SDK itself takes what the binding sends', async () => {
    const states = await page.evaluate(async () => {
      const { core, createUserSigSource, loginTuiKit } = (globalThis as never as { app: typeof App }).app
      const session = loginTuiKit(core, createUserSigSource({ endpoint: '/usersig' }))
      await new Promise((resolve) => setTimeout(resolve, 1500))
      const { SDKAppID, userID } = core.TUILogin.getContext()
      const { state } = session.current()
      session.stop()
      return [SDKAppID, userID, state]
    })
    expect(states).toEqual([SDK_APP_ID, 'alice', 'renewing'])
  })
})
