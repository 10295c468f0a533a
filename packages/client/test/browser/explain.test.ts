import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPage } from './open-page.ts'

let page: Page
let close: () => Promise<void>
beforeAll(async () => {
  ;({ page, close } = await openPage())
})
afterAll(() => close())

interface Seen {
  readonly state: string
  readonly causes: readonly string[] | undefined
}

/** Logs in with tickets that the SDK itself refuses, as there is no server; what is thrown is its own. */
async function login(userSig: string, way: 'at once' | 'later' | 'fails' | 'not at all'): Promise<Seen[]> {
  return await page.evaluate(
    async ({ userSig, way }) => {
      const { TencentCloudChat, createUserSigSource, explainError, loginChat } = globalThis.app
      const chat = TencentCloudChat.create({ SDKAppID: 1400000000 })
      chat.setLogLevel(4)
      const { login } = chat
      chat.login = (options) => login.call(chat, { ...options, userSig })
      const explains = {
        'at once': (reason: unknown) => explainError(reason),
        later: async (reason: unknown) => explainError(reason),
        fails: () => {
          throw new Error('the doctor is not in')
        },
        'not at all': undefined,
      }
      const explain = explains[way]
      const session = loginChat(chat, createUserSigSource({ endpoint: '/usersig' }), explain && { explain })
      const seen: Seen[] = []
      session.subscribe(({ state, reason, causes }) => {
        if (state !== 'renewing' && reason instanceof Error && reason.message.startsWith('Params'))
          seen.push({ state, causes: causes?.map(({ message }) => message) })
      })
      const end = Date.now() + 8000
      while (seen.length < (way === 'at once' || way === 'later' ? 2 : 1) && Date.now() < end)
        await new Promise((resolve) => setTimeout(resolve, 50))
      session.stop()
      return seen
    },
    { userSig, way },
  )
}

test.each(['at once', 'later'] as const)('the status says %s what an error of the Chat SDK means', async (way) => {
  const [first, second] = await login('', way)
  expect(first?.causes).toBeUndefined()
  expect(second?.state).toBe(first?.state)
  expect(second?.causes?.[0]).toContain('The UserSig is empty or undefined')
})

test.each(['fails', 'not at all'] as const)('a login goes on where the explanation %s', async (way) => {
  expect(await login('', way)).toEqual([{ state: 'offline', causes: undefined }])
})

test('the errors of the TRTC SDK are explained', async () => {
  const causes = await page.evaluate(async () => {
    const { TRTC, explainError } = globalThis.app
    const ways = [{}, { sdkAppId: 1400000000, userId: 'alice', userSig: '', roomId: 1 }]
    const said: string[][] = []
    for (const way of ways) {
      const error = await TRTC.create()
        .enterRoom(way as never)
        .catch((thrown: unknown) => thrown)
      said.push([String((error as { code: number }).code), explainError(error)[0]?.message ?? 'nothing'])
    }
    return said
  })
  expect(causes).toEqual([
    ['5000', 'A required parameter is missing.'],
    ['5000', expect.stringContaining('The UserSig is empty or undefined')],
  ])
})

test('the option is checked', async () => {
  const message = await page.evaluate(() => {
    const { createUserSigSource, loginChat } = globalThis.app
    try {
      return loginChat({} as never, createUserSigSource({ endpoint: '/usersig' }), {
        explian: () => [],
      } as never).current().state
    } catch (error) {
      return String(error)
    }
  })
  expect(message).toBe('TypeError: there is no option `explian`: did you mean `explain`?')
})
