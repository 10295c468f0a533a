import type { UserSigClaims } from '../claims.ts'
import { UserSigError } from '../errors.ts'
import { unknownOption } from '../options/read-options.ts'
import { type Moment, systemClock, toUnixSeconds } from '../rules/time.ts'
import { kindOf } from '../show.ts'
import { readClaims, readTicket } from '../verifying/read-ticket.ts'
import { type Clock, type Expectations, findMismatches, findRoomFaults, findTimeFaults } from './claims.ts'
import { type Dissection, dissect } from './dissect.ts'
import { type Finding, fault, finding, fromError } from './findings.ts'
import { findCaseLoss, findFormFaults, withNumericTime } from './form.ts'
import { type AppKey, findSigner, type SignedBy } from './keys.ts'
import { kindOfTicket, recogniseForeign, type TextKind } from './kinds.ts'
import { MAX_TEXT_LENGTH, type Repair, repairTicket } from './repair.ts'
import { isRoomKey, withRoomCodes } from './room-codes.ts'

/** What is known of the login that fails; each of these makes the diagnosis more exact. */
export interface DiagnoseOptions extends Expectations {
  /** Keys that may have signed, of one application or of many. @defaultValue none: the signature is not checked */
  readonly keys?: readonly AppKey[]
  /** UserID that logs in. */
  readonly userId?: string
  /** SDKAppID that the client is started with. */
  readonly sdkAppId?: number
  /** Numeric room that is entered. */
  readonly roomId?: number
  /** String room that is entered. */
  readonly strRoomId?: string
  /** What the ticket is meant to be. @defaultValue a PrivateMapKey where a room is given, otherwise either */
  readonly expect?: 'user_sig' | 'private_map_key'
  /** The moment of the check, as a `Date` or Unix seconds. @defaultValue the clock of the system */
  readonly now?: Moment
  /** By how many seconds clocks may differ. @defaultValue 5 */
  readonly clockTolerance?: number
}

/** Why a login fails, or why not. It holds neither the ticket nor a key. */
export interface Diagnosis {
  /** `valid`: a key that is known signed it, and all fits; `unverified`: all fits, but no key was at hand. */
  readonly verdict: 'valid' | 'invalid' | 'unverified'
  /** What the text is. */
  readonly kind: TextKind
  /** What had to be put right before it could be read. */
  readonly repairs: readonly Repair[]
  /** What the ticket claims; `undefined` where it cannot be read. */
  readonly claims: UserSigClaims | undefined
  /** Which of the keys signed it; `undefined` where none did. */
  readonly signedBy: SignedBy | undefined
  /** All that was found, the gravest first. */
  readonly findings: readonly Finding[]
  /** The code that Tencent's servers are likely to answer. */
  readonly tencentCode: number | undefined
}

const NAMES: ReadonlySet<string> = new Set([
  'keys',
  'userId',
  'sdkAppId',
  'roomId',
  'strRoomId',
  'expect',
  'now',
  'clockTolerance',
])

const SEVERITIES = ['error', 'warning', 'info']

/**
 * Finds out why a login fails: takes a ticket in any state, puts right what can be put right, and checks all the rest.
 *
 * It never throws because of the text. A ticket that had to be repaired is `invalid`, since the client gets it as it is.
 *
 * @param text - The ticket as the client has it, up to 65 536 characters.
 * @param options - What is known of the login: keys, user, application, room.
 * @throws UserSigError `invalid_sdk_app_id`, `invalid_secret_key`, `invalid_time` for options that cannot be right
 * @throws TypeError for an unknown option, or a text that is none
 * @example
 * ```ts
 * const { verdict, findings } = diagnose(userSig, { keys: [{ sdkAppId, secretKey }], userId: 'alice' })
 * for (const { message, action } of findings) console.log(message, action)
 * ```
 */
export function diagnose(text: string, options: DiagnoseOptions = {}): Diagnosis {
  for (const name of Object.keys(options)) if (!NAMES.has(name)) throw unknownOption(name, [...NAMES], 'diagnose')
  if (typeof text !== 'string') throw new TypeError(`the text is ${kindOf(text)}, but must be a string`)
  const clock = {
    now: options.now === undefined ? systemClock() : toUnixSeconds(options.now, 'now'),
    tolerance: options.clockTolerance ?? 5,
  }
  if (text.length > MAX_TEXT_LENGTH) {
    const error = new UserSigError('too_large', `there are ${text.length} characters, far more than a ticket has`)
    return conclude({ kind: 'unknown', repairs: [], findings: [fromError(error)] })
  }
  const diagnosis = diagnoseText(text, options, clock)
  return isRoomKey(diagnosis.kind, options) ? withRoomCodes(diagnosis) : diagnosis
}

function diagnoseText(text: string, options: DiagnoseOptions, clock: Clock): Diagnosis {
  const { ticket, repairs } = repairTicket(text)
  const foreign = recogniseForeign(ticket)
  if (foreign) {
    const { kind, message, action } = foreign
    const code = kind === 'empty' ? 70002 : 70003
    return conclude({ kind, repairs, findings: [finding('error', 'not_a_ticket', message, action, code)] })
  }
  const dissection = dissect(ticket)
  const findings = repairs.map(({ code, message }) =>
    finding('error', code, message, 'Pass the ticket as it was issued.', 70003),
  )
  const renumbered = withNumericTime(dissection)
  if (renumbered !== undefined && dissect(renumbered).error === undefined) {
    findings.push(finding('warning', 'malformed', TEXT_TIME, 'Sign with TLS.time as a number.'))
  } else if (dissection.error) return concludeBroken(ticket, dissection, repairs, findings)

  const { fields } = readTicket(renumbered ?? ticket)
  const { claims, record } = readClaims(fields)
  const signedBy = findSigner(fields, options.keys ?? [])
  findings.push(
    ...findSignatureFaults(claims, signedBy, options.keys ?? []),
    ...findMismatches(claims, options),
    ...findTimeFaults(claims, clock),
    ...findRoomFaults(claims, record, options, clock),
  )
  return conclude({ kind: kindOfTicket(dissection, claims.room !== undefined), repairs, findings, claims, signedBy })
}

const ALL = 'Copy all of it: a double click ends at "*" and "-".'
const TEXT_TIME =
  'Its TLS.time is a text, as the generator for HarmonyOS writes it, and verifiers like this toolkit refuse it.'

function concludeBroken(
  ticket: string,
  dissection: Dissection,
  repairs: readonly Repair[],
  findings: readonly Finding[],
): Diagnosis {
  const kind = kindOfTicket(dissection, false)
  if (kind === 'unknown' && dissection.zlib === undefined && dissection.error?.code !== 'too_large') {
    const none = 'This is not a ticket: tickets begin with "eJ" or "eA".'
    const [message, action] = /^e[AFJN]/.test(ticket)
      ? [`This is but the beginning of a ticket, which has some 200 characters: here are ${ticket.length}.`, ALL]
      : /^[\w*+/=-]{40,}$/.test(ticket)
        ? [`${none} Perhaps its beginning is missing.`, ALL]
        : [none, 'Fetch the UserSig from your server, and pass that.']
    const foreign = finding('error', 'not_a_ticket', message, action, 70003)
    return conclude({ kind, repairs: [], findings: findCaseLoss(ticket) ?? [foreign] })
  }
  if (kind !== 'ecdsa_user_sig') {
    return conclude({ kind, repairs, findings: [...findings, ...findFormFaults(ticket, dissection)] })
  }
  const old = finding(
    'error',
    'ecdsa',
    'It was issued by the ECDSA scheme of before July 2019.',
    'Upgrade the application to HMAC-SHA256 in the Tencent console, and sign with its SDKSecretKey.',
  )
  return conclude({ kind, repairs, findings: [...findings, old] })
}

function findSignatureFaults(claims: UserSigClaims, by: SignedBy | undefined, keys: readonly AppKey[]): Finding[] {
  const { sdkAppId } = claims
  if (by === undefined) {
    if (keys.some((key) => key.sdkAppId === sdkAppId)) {
      return [
        fault('bad_signature', `its signature is not by the key of SDKAppID ${sdkAppId}`, { values: { sdkAppId } }),
      ]
    }
    const message = `Its signature was not checked: there is no key of SDKAppID ${sdkAppId}.`
    const action = `Give the SDKSecretKey of SDKAppID ${sdkAppId}.`
    return [finding('warning', 'key_unknown', message, action, undefined, { sdkAppId })]
  }
  if (by.change !== undefined) {
    const message = `It was signed with the key of SDKAppID ${by.sdkAppId} ${by.change}.`
    return [finding('error', 'key_changed', message, 'Sign with the key as it stands in the Tencent console.', 70009)]
  }
  if (by.sdkAppId !== sdkAppId) {
    const message = `it is for SDKAppID ${sdkAppId}, but was signed with the key of ${by.sdkAppId}`
    return [fault('bad_signature', message, { values: { sdkAppId, signedBy: by.sdkAppId } })]
  }
  const message = `Its signature is by the key of SDKAppID ${sdkAppId}.`
  return [finding('info', 'verified', message, '', undefined, { sdkAppId })]
}

interface Results extends Pick<Diagnosis, 'kind' | 'repairs' | 'findings'> {
  readonly claims?: UserSigClaims
  readonly signedBy?: SignedBy | undefined
}

function conclude({ kind, repairs, findings, claims, signedBy }: Results): Diagnosis {
  const sorted = [...findings].sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity))
  const bad = sorted.some(({ severity }) => severity === 'error')
  return {
    verdict: bad ? 'invalid' : signedBy ? 'valid' : 'unverified',
    kind,
    repairs,
    claims,
    signedBy,
    findings: sorted,
    tencentCode: sorted.find(({ tencentCode }) => tencentCode !== undefined)?.tencentCode,
  }
}
