import assert from 'node:assert/strict'
import { setTimeout as wait } from 'node:timers/promises'
import { KEY_MAX_AGE, LIVE_TIMEOUT, SLOW_KEY, USER_HEADER } from '@usersig/contract/fixture'
import { type AttackClass, need } from '../attack.ts'
import { expectStatus, ticketsIn } from '../check.ts'
import type { Reply, Target } from '../target.ts'

const AT_ONCE = 500

/** After this time the app of the contract uses no key that it has, in milliseconds. */
const KEY_ENDS = KEY_MAX_AGE * 1000 + 100

/** What a machine that has other things to do may add to a limit, in seconds. */
const SLACK = 4

/** What came of requests that were sent at once. */
interface Burst {
  /** How many answers had a status; 0 stands for none in time. */
  readonly statuses: ReadonlyMap<number, number>
  /** Seconds until the last answer. */
  readonly slowest: number
}

const user = (name: string) => ({ headers: { [USER_HEADER]: name } })

function livePath({ livePath }: Target): string {
  return need(livePath, 'its key stands in the environment, or in the memory of the process')
}

/** Turns the key store of the app, and waits until no key from before is at hand. */
async function turn(target: Target, state: string): Promise<void> {
  expectStatus(await target.ask(livePath(target), user(`keys:${state}`)), [401], `keys:${state}`)
  await wait(KEY_ENDS)
}

async function burst(target: Target, limit: number): Promise<Burst> {
  const begun = performance.now()
  const statuses = new Map<number, number>()
  const none: Reply = { status: 0, headers: {}, body: '' }
  const answers = Array.from({ length: AT_ONCE }, async () => {
    const late = wait((limit + SLACK) * 1000, none, { ref: false })
    const { status, body } = await Promise.race([target.ask(livePath(target), user('alice')), late])
    assert.equal(ticketsIn(body).length, status === 200 ? 1 : 0, body)
    statuses.set(status, (statuses.get(status) ?? 0) + 1)
  })
  await Promise.all(answers)
  return { statuses, slowest: (performance.now() - begun) / 1000 }
}

/** Sets the key store right, and reads how often it was asked since it was turned before. */
async function countQuestions(target: Target): Promise<number> {
  await turn(target, 'old')
  for (const end = Date.now() + 10_000; Date.now() < end; await wait(100)) {
    const { status, body } = await target.ask(livePath(target), user('asked'))
    if (status === 200) return Number(/"userId":"asked-(\d+)"/.exec(body)?.[1])
  }
  throw new Error('the key store is well, and there are no tickets')
}

function describe({ statuses, slowest }: Burst): string {
  const counts = [...statuses].map(([status, count]) => `${count} × ${status || 'no answer'}`)
  return `${counts.join(' and ')} within ${slowest.toFixed(1)} s`
}

const asked = (questions: number) => `asked ${questions} ${questions === 1 ? 'time' : 'times'}`

export const FAULTS: AttackClass = {
  name: 'faults',
  attacks: [
    {
      name: '500 requests at once, and a key store that hangs',
      promise: 'all are answered within the limit, and the key store is asked twice at most',
      isLong: true,
      async run(target) {
        await turn(target, 'hang')
        const answers = await burst(target, LIVE_TIMEOUT)
        const questions = await countQuestions(target)
        assert.deepEqual(answers.statuses, new Map([[503, AT_ONCE]]), describe(answers))
        assert.ok(questions <= 2, asked(questions))
        return `${describe(answers)}, ${asked(questions)}`
      },
    },
    {
      name: '500 requests at once, and a key store that takes 1.5 s',
      promise: 'all get tickets by its first answer, and it is asked twice at most',
      isLong: true,
      async run(target) {
        await turn(target, 'slow')
        const answers = await burst(target, SLOW_KEY)
        const questions = await countQuestions(target)
        assert.deepEqual(answers.statuses, new Map([[200, AT_ONCE]]), describe(answers))
        // A burst that takes its time is followed by questions that are due.
        assert.ok(questions <= 2 + Math.ceil(answers.slowest), asked(questions))
        return `${describe(answers)}, ${asked(questions)}`
      },
    },
    {
      name: '500 requests at once, twice, and a key store that fails every second time',
      promise: 'all are answered at once, and it is asked twice a second at most',
      isLong: true,
      async run(target) {
        await turn(target, 'shaky')
        const begun = performance.now()
        const first = await burst(target, LIVE_TIMEOUT)
        // For a second, a store that failed is left alone.
        await wait(1000)
        const second = await burst(target, LIVE_TIMEOUT)
        const seconds = (performance.now() - begun) / 1000
        const questions = await countQuestions(target)
        for (const each of [first, second]) {
          const answered = (each.statuses.get(200) ?? 0) + (each.statuses.get(503) ?? 0)
          assert.equal(answered, AT_ONCE, describe(each))
        }
        assert.ok((second.statuses.get(200) ?? 0) > 0, describe(second))
        assert.ok(questions <= 2 * Math.ceil(seconds), `${asked(questions)} in ${seconds} s`)
        return `${describe(first)}, then ${describe(second)}, ${asked(questions)}`
      },
    },
  ],
}
