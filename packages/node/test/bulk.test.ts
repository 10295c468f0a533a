import { spawnSync } from 'node:child_process'
import { createReadStream, createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { inspect } from 'node:util'
import { SDK_APP_ID as sdkAppId, SECRET_KEY as secretKey } from '@usersig/contract/fixture'
import { createUserSigner } from '@usersig/core'
// As it was built: the threads load the file beside it.
import {
  type BulkOptions,
  type BulkTicket,
  type BulkUser,
  genUserSigBatches,
  genUserSigCsv,
  genUserSigs,
} from '@usersig/node/bulk'
import { describe, expect, test } from 'vitest'

const now = 1_800_000_000
const signer = createUserSigner({ sdkAppId, secretKey, now: () => now })
const options = { sdkAppId, secretKey, now }

function* users(count: number): Generator<string> {
  for (let i = 0; i < count; i++) yield `user-${i}`
}

async function collect(source: Parameters<typeof genUserSigs>[0], more: Partial<BulkOptions> = {}) {
  const tickets: BulkTicket[] = []
  for await (const ticket of genUserSigs(source, { ...options, ...more })) tickets.push(ticket)
  return tickets
}

const expected = (count: number) => [...users(count)].map((userId) => ({ userId, userSig: signer.genUserSig(userId) }))

describe('genUserSigs', () => {
  test.each([0, 1, 255, 256, 257, 10_000])('signs %i tickets as one thread does, in their order', async (count) => {
    for (const threads of [1, 2, 3]) expect(await collect(users(count), { threads })).toEqual(expected(count))
  })

  test('takes arrays, sets, async iterables and streams', async () => {
    const wanted = expected(3000)
    const list = [...users(3000)]
    for (const source of [list, new Set(list), Readable.from(list)]) {
      expect(await collect(source as Iterable<string>)).toEqual(wanted)
    }
  })

  test('gives each user the own lifetime, and all the options of a signer', async () => {
    const list: BulkUser[] = [...users(2000)].map((userId, i) => (i % 3 === 0 ? { userId, expire: i + 1 } : { userId }))
    for (const threads of [1, 2]) {
      const tickets = await collect(list, {
        threads,
        expire: 86_400,
        now: new Date(now * 1000),
      })
      const claims = tickets.map(({ userSig }) => signer.verifyUserSig(userSig))
      expect(claims.map(({ expire }) => expire)).toEqual(list.map((_, i) => (i % 3 === 0 ? i + 1 : 86_400)))
    }
  })

  test('tells how far it has come', async () => {
    const told: number[] = []
    await collect(users(50_000), { threads: 2, onProgress: ({ done, perSecond }) => told.push(done, perSecond) })
    expect(told.at(-2)).toBe(50_000)
    expect(told.at(-1)).toBeGreaterThan(0)
  })

  test('gives batches that hold the same', async () => {
    const tickets: BulkTicket[] = []
    for await (const batch of genUserSigBatches(users(5000), options)) tickets.push(...batch)
    expect(tickets).toEqual(expected(5000))
  })
})

describe('genUserSigCsv', () => {
  test('writes lines that a reader of CSV takes apart again', async () => {
    const list = ['alice', 'a,b', 'say "hi"', '用户', 'bad\nuser', 'é']
    let text = ''
    const faults: number[] = []
    const onInvalid = (_error: unknown, _user: unknown, index: number) => faults.push(index)
    for await (const chunk of genUserSigCsv(list, { ...options, onInvalid })) text += Buffer.from(chunk).toString()
    expect(faults).toEqual([4])
    const fields = ['alice', '"a,b"', '"say ""hi"""', '用户', 'é']
    const users = list.filter((_, i) => i !== 4)
    expect(text).toBe(fields.map((field, i) => `${field},${signer.genUserSig(users[i] as string)}\n`).join(''))
  })
})

describe('a user that cannot be signed', () => {
  const bad: [string, unknown][] = [
    ['empty', ''],
    ['long', 'x'.repeat(33)],
    ['two lines', 'alice\nbob'],
    ['null', null],
    ['a number', 42],
    ['a wrong lifetime', { userId: 'alice', expire: 0 }],
  ]

  test.each(bad)('ends the work with the place in the list: %s', async (_, user) => {
    const list = [...users(4000)] as BulkUser[]
    list[2500] = user as BulkUser
    for (const threads of [1, 2]) {
      await expect(collect(list, { threads })).rejects.toMatchObject({
        name: 'UserSigError',
        code: expect.stringMatching(/^invalid_(user_id|expire)$/),
        message: expect.stringContaining('user 2500 of the list: '),
      })
    }
  })

  test('is passed over where somebody is told of it, and no other is lost', async () => {
    const list = [...users(4000)] as BulkUser[]
    for (const [i, [, user]] of bad.entries()) list[i * 500] = user as BulkUser
    const faults: unknown[] = []
    const tickets = await collect(list, { threads: 2, onInvalid: (_error, user, index) => faults.push([index, user]) })
    expect(faults).toEqual(bad.map(([, user], i) => [i * 500, user]))
    expect(tickets).toEqual(expected(4000).filter((_, i) => i % 500 !== 0 || i >= bad.length * 500))
  })
})

describe('the end of the work', () => {
  test('comes when the loop is left: the source is told, and read no further than needed', async () => {
    let read = 0
    let closed = false
    async function* source() {
      try {
        for (const user of users(1_000_000)) {
          read++
          yield user
        }
      } finally {
        closed = true
      }
    }
    for await (const { userId } of genUserSigs(source(), { ...options, threads: 2 })) if (userId === 'user-1500') break
    expect(closed).toBe(true)
    expect(read).toBeLessThan(20_000)
  })

  test('waits for whoever takes the tickets, so that memory stays flat', async () => {
    let read = 0
    function* source() {
      for (const user of users(1_000_000)) {
        read++
        yield user
      }
    }
    const tickets = genUserSigs(source(), { ...options, threads: 2 })
    await tickets.next()
    await wait(200)
    expect(read).toBeLessThan(20_000)
    await tickets.return()
  })

  test('comes with an error of the source', async () => {
    function* source() {
      yield* users(3000)
      throw new Error('the database is gone')
    }
    await expect(collect(source(), { threads: 2 })).rejects.toThrow('the database is gone')
  })

  test('comes with the signal, also while the source hangs', async () => {
    const controller = new AbortController()
    async function* source() {
      yield* users(2048)
      await new Promise(() => {})
    }
    const work = collect(source(), { threads: 2, signal: controller.signal })
    setTimeout(() => controller.abort(new Error('enough')), 100)
    await expect(work).rejects.toThrow('enough')
    await expect(collect(users(5), { signal: AbortSignal.abort(new Error('never')) })).rejects.toThrow('never')
  })

  test('leaves nothing behind that keeps the process alive', () => {
    const program = `
      import { genUserSigs } from '@usersig/node/bulk'
      const users = Array.from({ length: 20000 }, (_, i) => 'user-' + i)
      const options = { sdkAppId: 1, secretKey: 'a key', threads: 2 }
      for await (const { userId } of genUserSigs(users, options)) if (userId === 'user-5000') break
      let count = 0
      for await (const _ of genUserSigs(users, options)) count++
      console.log(count)`
    const args = ['--input-type=module', '--eval', program]
    const cwd = fileURLToPath(new URL('..', import.meta.url))
    const { status, stdout } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8', timeout: 30_000 })
    expect([status, stdout]).toEqual([0, '20000\n'])
  })
})

test('a hundred thousand tickets go from a file to a file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'usersig-bulk-'))
  const [from, to] = [join(folder, 'users.txt'), join(folder, 'tickets.csv')]
  await pipeline(
    Readable.from(users(100_000)).map((user) => `${user}\n`),
    createWriteStream(from),
  )
  const lines = createInterface({ input: createReadStream(from), crlfDelay: Number.POSITIVE_INFINITY })
  await pipeline(genUserSigCsv(lines, { ...options, threads: 2 }), createWriteStream(to))
  const written = readFileSync(to, 'utf8').trimEnd().split('\n')
  rmSync(folder, { recursive: true })
  expect(written).toHaveLength(100_000)
  for (const i of [0, 1, 255, 256, 99_999]) {
    expect(written[i]).toBe(`user-${i},${signer.genUserSig(`user-${i}`)}`)
  }
})

describe('wrong options', () => {
  test.each<[string, object, RegExp]>([
    ['no options', undefined as never, /sdkAppId is undefined/],
    ['another name', { ...options, workers: 2 }, /no option "workers"/],
    ['a clock', { ...options, now: () => now }, /now is a function/],
    ['a rule', { ...options, userIdRule: () => {} }, /userIdRule is a function/],
    ['no threads', { ...options, threads: 0 }, /threads is 0, but must be a whole number/],
    [
      'a progress that is not a function',
      { ...options, onProgress: true },
      /onProgress is true, but must be a function/,
    ],
    ['a key that is empty', { sdkAppId, secretKey: '' }, /secretKey is empty/],
    ['a time that is none', { ...options, now: Number.NaN }, /Unix seconds/],
  ])('are told before anything is read: %s', async (_, wrong, message) => {
    function* source(): Generator<string> {
      yield expect.fail('the source was read')
    }
    const error: unknown = await genUserSigs(source(), wrong as BulkOptions)
      .next()
      .catch((thrown) => thrown)
    expect(error).toMatchObject({ message: expect.stringMatching(message) })
    expect(inspect(error)).not.toContain(secretKey)
  })

  test.each([
    ['a text', 'alice,bob'],
    ['nothing', undefined],
    ['a number', 7],
  ])('are no users: %s', async (_, source) => {
    await expect(collect(source as never)).rejects.toThrow(/needs an array, an iterable/)
  })
})
