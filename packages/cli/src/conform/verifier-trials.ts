import { createUserSigner } from '@usersig/core'
import { damaged, hostile, official, quirks, type Outcome as Right, type TicketVector, toolkit } from '@usersig/vectors'
import { SAMPLE } from '../input/sample.ts'
import { quoted } from '../output/terminal.ts'
import { words } from '../words/index.ts'
import type { LineProgram } from './line-program.ts'
import type { Group, Outcome, Trial } from './score.ts'
import { isFault } from './signer-trials.ts'

/** One ticket, and what a verifier has to say to it. */
interface Question {
  readonly name: string
  readonly ticket: string
  readonly sdkAppId: number
  readonly secretKey: string
  readonly userId?: string | null
  /** Not given where the verifier's own clock decides. */
  readonly now?: number
  readonly right: Right
}

/** What a program that answers line by line is asked to verify. */
export function trialsOfVerifier(program: LineProgram): Trial[] {
  const toTrial =
    (group: Group) =>
    ({ name, right, ...question }: Question): Trial => ({
      group,
      name,
      run: async () => judge(await program.ask({ op: 'verify', ...question }), right),
    })
  return [
    ...freshTickets().map(toTrial('verifyFresh')),
    ...official.filter(isUserSig).flatMap(atBothEnds).map(toTrial('verifyOfficial')),
    ...toolkit.filter(isUserSig).flatMap(atBothEnds).map(toTrial('verifyToolkit')),
    ...quirks.filter(isUserSig).map(toQuestion).map(toTrial('verifyQuirks')),
    ...hostile.map(toQuestion).map(toTrial('verifyHostile')),
    ...damaged.map(toQuestion).map(toTrial('verifyDamaged')),
  ]
}

const isUserSig = ({ kind }: Pick<TicketVector, 'kind'>) => kind === 'userSig'

/** Tickets of this very moment, for verifiers whose clock cannot be set. */
function freshTickets(): Question[] {
  const { sdkAppId, secretKey } = SAMPLE
  const signer = createUserSigner(SAMPLE)
  const now = Math.floor(Date.now() / 1000)
  const users = ['alice', 'User_42-b', 'a', '用户一号', 'a'.repeat(32)]
  const good = users.map((userId): Question => {
    return { name: quoted(userId), ticket: signer.genUserSig(userId), sdkAppId, secretKey, userId, right: 'accept' }
  })
  const ticket = signer.genUserSig('alice')
  const old = signer.genUserSig('alice', { now: now - 7200, expire: 3600 })
  const alice = { sdkAppId, secretKey, userId: 'alice', right: 'reject' } as const
  return [
    ...good,
    { ...alice, name: words.conform.expired, ticket: old },
    { ...alice, name: words.conform.otherKey, ticket, secretKey: `${secretKey}0` },
    { ...alice, name: words.conform.otherUser, ticket, userId: 'bob' },
    { ...alice, name: words.conform.otherApp, ticket, sdkAppId: sdkAppId + 1 },
  ]
}

/** In its first and in its last second a ticket is valid, and a while after that it is not. */
function atBothEnds(vector: Omit<TicketVector, 'implementation' | 'decoded'>): Question[] {
  const { userSig: ticket, sdkAppId, secretKey, userId, time, expire } = vector
  const end = time + expire
  const at = (now: number, right: Right) => ({
    name: `${quoted(userId)}, ${expire}, ${now - time}`,
    ...{ ticket, sdkAppId, secretKey, userId, now, right },
  })
  return [at(time, 'accept'), at(end, 'accept'), at(end + 301, 'reject')]
}

interface Made extends Pick<Question, 'sdkAppId' | 'secretKey' | 'userId' | 'now'> {
  readonly case: string
  readonly userSig: string
  readonly json?: string
  readonly expect: Right
}

function toQuestion({ case: name, userSig: ticket, sdkAppId, secretKey, userId, json = '', ...its }: Made): Question {
  const now = its.now ?? Number(/"TLS.time" ?: ?"?(\d+)/.exec(json)?.[1])
  return { name, ticket, sdkAppId, secretKey, userId: userId ?? null, now, right: its.expect }
}

function judge(answer: Awaited<ReturnType<LineProgram['ask']>>, right: Right): Outcome {
  if (isFault(answer)) return answer
  if (answer.unsupported) return 'skipped'
  const { conform } = words
  if (answer.error === undefined && typeof answer.valid !== 'boolean') {
    return { code: 'no_json', message: conform.noJson, action: conform.noJsonHint }
  }
  const accepted = answer.valid === true
  if (right === 'either' || accepted === (right === 'accept')) return 'passed'
  return { code: accepted ? 'accepted' : 'refused', message: accepted ? conform.accepted : conform.refused, action: '' }
}
