import type { DiagnoseContext, Diagnosis, Finding } from '@usersig/doctor'

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

/** A key that cannot be one makes no signature; a doubt about it says nothing about the ticket. */
const checkOf = ({ about, severity }: Finding) => (about === 'key' && severity === 'error' ? 'signature' : about)

type Expected = Pick<DiagnoseContext, 'userId' | 'sdkAppId' | 'roomId' | 'strRoomId' | 'expect'>

/** A diagnosis as the row of checks that led to it. */
export function toChecks(diagnosis: Pick<Diagnosis, 'findings' | 'claims'>, expected: Expected): Check[] {
  const { findings, claims } = diagnosis
  return CHECKS.map((name) => {
    const own = findings.filter((finding) => checkOf(finding) === name)
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
