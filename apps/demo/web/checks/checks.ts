import type { DiagnoseOptions, Diagnosis, Finding, FindingCode } from '@usersig/core/doctor'

/** What a ticket has to pass, in the order in which a server looks at it. */
const CHECKS = ['form', 'signature', 'app', 'user', 'time', 'room'] as const

export type CheckName = (typeof CHECKS)[number]

/** `open`: nothing was given to compare with. */
export type CheckState = 'passed' | 'failed' | 'doubtful' | 'open'

export interface Check {
  readonly name: CheckName
  readonly state: CheckState
  /** What Tencent's servers answer where it failed. */
  readonly tencentCode: number | undefined
}

const CHECK_OF: Record<FindingCode, CheckName> = {
  invalid_sdk_app_id: 'app',
  invalid_secret_key: 'signature',
  invalid_user_id: 'user',
  invalid_expire: 'time',
  invalid_time: 'time',
  invalid_room: 'room',
  invalid_privileges: 'room',
  invalid_user_buf: 'room',
  too_large: 'form',
  malformed: 'form',
  unsupported_version: 'form',
  bad_signature: 'signature',
  app_mismatch: 'app',
  user_mismatch: 'user',
  expired: 'time',
  not_yet_valid: 'time',
  unexpected_user_buf: 'room',
  user_buf_mismatch: 'room',
  not_a_private_map_key: 'room',
  room_mismatch: 'room',
  json: 'form',
  url: 'form',
  bearer: 'form',
  quotes: 'form',
  white_space: 'form',
  escapes: 'form',
  url_encoded: 'form',
  lost_plus: 'form',
  standard_base64: 'form',
  url_base64: 'form',
  padding: 'form',
  not_a_ticket: 'form',
  ecdsa: 'form',
  cut_off: 'form',
  case_lost: 'form',
  key_unknown: 'signature',
  key_changed: 'signature',
  verified: 'signature',
  lifetime: 'time',
  milliseconds: 'time',
  user_id: 'user',
}

type Expected = Pick<DiagnoseOptions, 'userId' | 'sdkAppId' | 'roomId' | 'strRoomId' | 'expect'>

/** A diagnosis as the row of checks that led to it. */
export function toChecks(diagnosis: Pick<Diagnosis, 'findings' | 'claims'>, expected: Expected): Check[] {
  const { findings, claims } = diagnosis
  return CHECKS.map((name) => {
    const own = findings.filter(({ code }) => CHECK_OF[code] === name)
    return {
      name,
      state: stateOf(own) ?? (claims && isCompared(name, expected) ? 'passed' : 'open'),
      tencentCode: own.find(({ tencentCode }) => tencentCode !== undefined)?.tencentCode,
    }
  })
}

function stateOf(findings: readonly Finding[]): CheckState | undefined {
  if (findings.some(({ severity }) => severity === 'error')) return 'failed'
  // That there is no key says nothing about the ticket.
  if (findings.some(({ code }) => code === 'key_unknown')) return 'open'
  if (findings.some(({ severity }) => severity === 'warning')) return 'doubtful'
  return findings.some(({ code }) => code === 'verified' || code === 'lifetime') ? 'passed' : undefined
}

function isCompared(name: CheckName, { userId, sdkAppId, roomId, strRoomId, expect }: Expected): boolean {
  if (name === 'form') return true
  if (name === 'user') return userId !== undefined
  if (name === 'app') return sdkAppId !== undefined
  return name === 'room' && (roomId !== undefined || strRoomId !== undefined || expect !== undefined)
}
