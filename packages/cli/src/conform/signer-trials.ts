import { createUserSigner } from '@usersig/core'
import { official, inputs as refused, type TicketVector } from '@usersig/vectors'
import { quoted } from '../output/terminal.ts'
import { words } from '../words/index.ts'
import { nameOfInput } from './inputs.ts'
import type { LineAnswer, LineProgram } from './line-program.ts'
import type { Fault, Group, Outcome, Trial } from './score.ts'
import { type Expected, findFaults } from './ticket-faults.ts'

const GROUPS: Readonly<Record<TicketVector['kind'], Group>> = {
  userSig: 'signUserSig',
  userSigWithUserBuf: 'signUserBuf',
  privateMapKey: 'signRoom',
  privateMapKeyWithStringRoomId: 'signStringRoom',
}

/** What a program that answers line by line is asked to sign: what the official programs signed, and what none should. */
export function trialsOfSigner(program: LineProgram): Trial[] {
  const sign = withoutDoubles(official).map(
    (vector): Trial => ({
      group: GROUPS[vector.kind],
      name: `${quoted(vector.userId)}, ${vector.expire}`,
      run: async () => judge(await program.ask({ op: 'sign', ...toRequest(vector) }), vector),
    }),
  )
  const refuse = refused.map(
    ({ case: name, code: _, ...inputs }): Trial => ({
      group: 'refuseInputs',
      name: nameOfInput(name),
      run: async () => judgeRefusal(await program.ask({ op: 'sign', kind: 'userSig', ...inputs })),
    }),
  )
  return [...sign, ...refuse]
}

/** The same was asked of each program. */
function withoutDoubles(vectors: readonly TicketVector[]): TicketVector[] {
  const all = vectors.filter(isSignable).map((vector) => [JSON.stringify(toRequest(vector)), vector] as const)
  return [...new Map(all).values()]
}

/** Some of the tickets were made beyond the documented limits. */
const isSignable = ({ expire, roomId = 1 }: TicketVector) =>
  expire <= 1_576_800_000 && roomId >= 1 && roomId <= 4_294_967_294

function toRequest({ kind, sdkAppId, secretKey, userId, expire, ...more }: TicketVector) {
  const { userBufBase64, roomId, strRoomId, privilegeMap } = more
  return { kind, sdkAppId, secretKey, userId, expire, userBufBase64, roomId, strRoomId, privilegeMap }
}

function judge(answer: LineAnswer | Fault, vector: TicketVector): Outcome {
  if (isFault(answer)) return answer
  if (answer.unsupported) return 'skipped'
  if (typeof answer.ticket !== 'string') return { code: 'no_ticket', message: words.conform.noTicket, action: '' }
  if (vector.kind === 'userSigWithUserBuf') return judgeBuffer(answer.ticket, vector)
  const { roomId, strRoomId, privilegeMap } = vector
  const room: Expected = {
    expect: 'private_map_key',
    ...(roomId !== undefined && { roomId }),
    ...(strRoomId !== undefined && { strRoomId }),
    ...(privilegeMap !== undefined && { privilegeMap }),
  }
  return findFaults(answer.ticket, vector, vector.kind === 'userSig' ? {} : room)[0] ?? 'passed'
}

function judgeBuffer(ticket: string, { sdkAppId, secretKey, userId, userBufBase64 = '' }: TicketVector): Outcome {
  const userBuf = Uint8Array.from(Buffer.from(userBufBase64, 'base64'))
  try {
    createUserSigner({ sdkAppId, secretKey }).verifyUserSig(ticket, { userId, userBuf })
    return 'passed'
  } catch (error) {
    const { code, message, hint } = error as { code: string; message: string; hint: string }
    return { code, message, action: hint }
  }
}

function judgeRefusal(answer: LineAnswer | Fault): Outcome {
  if (isFault(answer)) return answer
  if (answer.unsupported) return 'skipped'
  if (answer.ticket === undefined) return 'passed'
  return { code: 'signed', message: words.conform.signed, action: words.conform.signedHint }
}

export const isFault = (answer: LineAnswer | Fault): answer is Fault => 'message' in answer && 'action' in answer
