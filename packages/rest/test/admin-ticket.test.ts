import { createUserSigner } from '@usersig/core'
import { ProblemError, type Signer } from '@usersig/core/endpoint'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createAdminTicket } from '../src/admin-ticket.ts'
import { originOf } from '../src/region.ts'
import { APP } from './tencent.ts'

const START = 1_800_000_000
const signer = createUserSigner(APP)

beforeEach(() => void vi.useFakeTimers({ now: START * 1000, toFake: ['Date'] }))
afterEach(() => void vi.useRealTimers())

const pass = (seconds: number) => void vi.setSystemTime(Date.now() + seconds * 1000)

function start(findSigner: () => Signer = () => signer, expire = 1000) {
  const settings = { origin: originOf('singapore'), admin: 'root', expire, timeout: 0.1 }
  const ticket = createAdminTicket(findSigner, settings)
  const next = async () => String((await ticket.url('openim/sendmsg')).searchParams.get('usersig'))
  return { ticket, next }
}

test('the address is the one of the documents', async () => {
  const { ticket } = start()
  const url = await ticket.url('im_open_login_svc/kick')
  expect(url.origin + url.pathname).toBe('https://adminapisgp.im.qcloud.com/v4/im_open_login_svc/kick')
  const { usersig = '', random, ...others } = Object.fromEntries(url.searchParams)
  expect(others).toEqual({ sdkappid: '1400000000', identifier: 'root', contenttype: 'json' })
  expect(Number(random)).toBeLessThan(2 ** 32)
  expect(signer.verifyUserSig(usersig, { userId: 'root' }).expire).toBe(1000)
})

test('a ticket is kept until a tenth of its lifetime is left', async () => {
  const { next } = start()
  const first = await next()
  pass(899)
  expect(await next()).toBe(first)
  pass(1)
  const second = await next()
  expect(signer.verifyUserSig(second).issuedAt).toBe(START + 900)
})

test('a ticket from the future is replaced after the clock was set back', async () => {
  const { next } = start()
  await next()
  pass(-3600)
  expect(signer.verifyUserSig(await next()).issuedAt).toBe(START - 3600)
})

test('the ticket of a key that may have changed is kept for a minute, that of another application is not', async () => {
  let sdkAppId = APP.sdkAppId
  const { next } = start(() => createUserSigner({ ...APP, sdkAppId }))
  const first = await next()
  pass(59)
  expect(await next()).toBe(first)
  pass(1)
  expect(await next()).not.toBe(first)
  sdkAppId += 1
  expect(createUserSigner({ ...APP, sdkAppId }).verifyUserSig(await next()).sdkAppId).toBe(sdkAppId)
})

test('a key in a KMS is asked once for callers that come at once, and again after a failure', async () => {
  let asked = 0
  let isUp = false
  const mac = async () => {
    asked++
    if (!isUp) throw new Error('the key service is down')
    return new Uint8Array(32)
  }
  const remote = createUserSigner({ sdkAppId: APP.sdkAppId, mac })
  const { next } = start(() => remote)
  const failed = await Promise.allSettled([next(), next(), next()])
  expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
  expect(asked).toBe(1)
  isUp = true
  const [first, second] = await Promise.all([next(), next()])
  expect(second).toBe(first)
  expect(asked).toBe(2)
})

test('a key in a KMS that does not answer is not waited for', async () => {
  const remote = createUserSigner({ sdkAppId: APP.sdkAppId, mac: () => new Promise<Uint8Array>(() => {}) })
  const { next } = start(() => remote)
  await expect(next()).rejects.toSatisfy((error) => ProblemError.is(error) && error.code === 'unavailable')
})

test('a failure that comes late leaves the ticket of now', async () => {
  const failures: ((error: Error) => void)[] = []
  let isSlow = true
  const mac = () =>
    isSlow ? new Promise<Uint8Array>((_, reject) => failures.push(reject)) : Promise.resolve(new Uint8Array(32))
  const remote = createUserSigner({ sdkAppId: APP.sdkAppId, mac })
  const { next } = start(() => remote)
  const late = next()
  await new Promise((resolve) => setTimeout(resolve))
  expect(failures).toHaveLength(1)
  isSlow = false
  pass(1000)
  const current = await next()
  failures[0]?.(new Error('the key service timed out'))
  await expect(late).rejects.toThrow()
  expect(await next()).toBe(current)
})

test.each(['', 'kick', '../kick', 'a/b/c', 'im_open_login_svc/kick?x=1'])('%j is not a command', async (command) => {
  await expect(start().ticket.url(command)).rejects.toThrow(/service\/command/)
})
