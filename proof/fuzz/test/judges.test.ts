import { SECRET_KEY } from '@usersig/contract/fixture'
import { describe, expect, it } from 'vitest'
import { Random } from '../src/random.ts'
import type { Heard } from '../src/requests/app.ts'
import { goodAttempt } from '../src/requests/attempt.ts'
import { judgeReplies } from '../src/requests/judge.ts'
import { createUserSigner, UserSigError } from '../src/tickets/core.ts'
import { createCorpus } from '../src/tickets/corpus.ts'
import { Judge } from '../src/tickets/judge.ts'
import { LeakWatch } from '../src/tickets/leak.ts'
import { MUTATORS } from '../src/tickets/mutators.ts'

const corpus = createCorpus()
const sample = corpus[0]!

describe('the judge of tickets finds', () => {
  it('claims that nobody signed', () => {
    const judge = new Judge()
    expect(judge.judge(sample, { text: sample.ticket, signed: [sample.signed!] }).userSig.code).toBe('accepted')
    expect(() => judge.judge(sample, { text: sample.ticket, signed: [] })).toThrowError('nobody signed')
    const other = { ...sample.signed!, userId: 'bob' }
    expect(() => judge.judge(sample, { text: sample.ticket, signed: [other] })).toThrowError('nobody signed')
  })

  it('errors that hold a key or a ticket, wherever they do', () => {
    const { ticket, app } = sample
    const errors = [
      new UserSigError('malformed', `no ticket: ${ticket.slice(20, 40)}`),
      new UserSigError('malformed', 'no ticket', { cause: new Error(ticket) }),
      new UserSigError('malformed', `no key: ${app.secretKey}`),
      Object.assign(new UserSigError('malformed', 'no ticket'), { ticket: 1 }),
    ]
    const check = (error: UserSigError) => () => new LeakWatch().check(error, app.secretKey, [ticket])
    for (const error of errors) expect(check(error)).toThrowError(/an error holds|the error has/)
    expect(check(new UserSigError('malformed', 'the checksum of the ticket is wrong'))).not.toThrow()
  })
})

describe('the judge of requests finds', () => {
  const ticketFor = (userId: string) =>
    createUserSigner({ sdkAppId: 1_400_000_000, secretKey: SECRET_KEY }).genUserSig(userId)
  const judge = (status: number, body: string, heard: Partial<Heard> = {}) => {
    const all: Heard = { users: ['alice'], issued: [], faults: [], ...heard }
    return () => judgeReplies(goodAttempt('alice'), [{ status, text: `HTTP/1.1 ${status} \r\n\r\n${body}` }], all)
  }

  it.each([
    ['a fault', 500, '', {}],
    ['a status of nobody', 418, '', {}],
    ['the key', 400, SECRET_KEY, {}],
    ['a ticket in a refusal', 403, `{"userSig":"${ticketFor('alice')}"}`, {}],
    ['the ticket of another', 200, `{"userSig":"${ticketFor('bob')}"}`, {}],
    ['two tickets', 200, '{}', { issued: ['alice', 'alice'] }],
    ['a request within a request', 200, '{}', { users: ['alice', 'mallory'] }],
  ])('%s', (_what, status, body, heard) => {
    expect(judge(status, body, heard)).toThrowError()
  })

  it('nothing in a good answer', () => {
    expect(judge(200, `{"userSig":"${ticketFor('alice')}"}`, { issued: ['alice'] })).not.toThrow()
  })
})

describe('a case', () => {
  it('is the same whenever it is run', () => {
    for (let number = 0; number < 200; number++) {
      const [first, second] = [0, 1].map(() => {
        const random = new Random(7, number)
        return random.pick(MUTATORS).mutate(random, random.pick(corpus), corpus).text
      })
      expect(second).toBe(first)
    }
  })
})
