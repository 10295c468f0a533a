import { expect, test, vi } from 'vitest'
import { loginChat } from '../src/chat.ts'
import { createUserSigSource } from '../src/index.ts'
import { createEndpoint, LOGIN } from './support/endpoint.ts'
import { settle } from './support/time.ts'

test('two events at the same time lead to one login', async () => {
  const handlers: ((event: unknown) => void)[] = []
  const login = vi.fn(async () => {})
  const chat = { login, on: (_: string, handler: unknown) => handlers.push(handler as never), off: () => {} }
  await loginChat(chat, createUserSigSource({ ...LOGIN, fetch: createEndpoint().fetch }))
  const kick = () => handlers[0]?.({ data: { type: 'userSigExpired' } })
  kick()
  kick()
  await settle()
  expect(login).toHaveBeenCalledTimes(2)
  kick()
  await settle()
  expect(login).toHaveBeenCalledTimes(3)
})
