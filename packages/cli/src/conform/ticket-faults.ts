import { show } from '@usersig/core/internal'
import { type DiagnoseContext, type Diagnosis, diagnose, showDuration } from '@usersig/doctor'
import { language, words } from '../words/index.ts'
import type { Inputs } from './inputs.ts'
import type { Fault } from './score.ts'

/** By so many seconds the time in a ticket may differ from the clock. */
const TOLERANCE = 60

/** What else is known of a ticket. */
export type Expected = Pick<DiagnoseContext, 'expect' | 'roomId' | 'strRoomId'> & { readonly privilegeMap?: number }

/** What is wrong with a ticket that was just signed; `output` may hold more than the ticket. */
export function findFaults(output: string, inputs: Inputs, expected: Expected = {}): Fault[] {
  const { sdkAppId, secretKey, userId, expire } = inputs
  const { privilegeMap, ...context } = expected
  const keys = [{ sdkAppId, secretKey }]
  const found = diagnose(output, { keys, sdkAppId, userId, expect: 'user_sig', ...context, language })
  if (found.verdict === 'none') return [noTicketIn(output)]
  const faults: Fault[] = found.findings
    .filter(
      ({ severity, code }) =>
        isAboutTheTicket(code) && (severity === 'error' || (severity === 'warning' && !code.startsWith('key_'))),
    )
    .map(({ code, message, action }) => ({ code, message, action }))
  return [...faults, ...findWrongTimes(found, expire), ...findWrongRights(found, privilegeMap)]
}

function noTicketIn(output: string): Fault {
  const { noTicket, cameInstead, cameNothing } = words.conform
  const came = output.trim()
  return { code: 'no_ticket', message: noTicket, action: came === '' ? cameNothing : cameInstead(show(came)) }
}

/** Doubts about what was asked for, and not about what came. */
const isAboutTheTicket = (code: string) =>
  !['short_lifetime', 'very_long_lifetime', 'user_id_space', 'user_id_not_ascii'].includes(code)

function findWrongTimes({ claims }: Diagnosis, expire: number): Fault[] {
  if (!claims) return []
  const off = Math.abs(claims.issuedAt - Date.now() / 1000)
  const spell = (seconds: number) => showDuration(Math.round(seconds), language)
  const { conform } = words
  return [
    ...(claims.expire === expire
      ? []
      : [{ code: 'expire', message: conform.expire(spell(claims.expire), spell(expire)), action: conform.expireHint }]),
    ...(off <= TOLERANCE ? [] : [{ code: 'time', message: conform.time(spell(off)), action: conform.timeHint }]),
  ]
}

function findWrongRights({ claims }: Diagnosis, privilegeMap: number | undefined): Fault[] {
  const found = claims?.room?.privilegeMap
  if (privilegeMap === undefined || found === privilegeMap) return []
  return [{ code: 'rights', message: words.conform.rights(String(found), privilegeMap), action: '' }]
}
