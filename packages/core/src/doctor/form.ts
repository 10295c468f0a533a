import type { Dissection } from './dissect.ts'
import { type Finding, fault, finding, fromError } from './findings.ts'
import { packDocument } from './pack.ts'

const WHOLE = 'Look at the way from the server to the login: limits of columns, log lines and URLs, copying by hand.'

/** Lengths that columns and buffers cut at. */
const LIMITS = [64, 100, 128, 200, 250, 254, 255, 256, 300, 500, 511, 512, 1023, 1024]

/** Why a text cannot be read as a ticket. */
export function findFormFaults(ticket: string, dissection: Dissection): Finding[] {
  const { error } = dissection
  if (error === undefined) return []
  if (error.code !== 'malformed') return [fromError(error)]
  const missing = findCut(ticket, dissection)
  if (missing !== undefined) {
    return [finding('error', 'cut_off', missing, WHOLE, error.tencentCode, { length: ticket.length })]
  }
  const { fields, zlib } = dissection
  if (!zlib?.checksum || !fields.some(({ name }) => name === 'TLS.sig')) return [fromError(error)]
  // Go leaves out what is 0. Source: web.sdk.qcloud.com/trtc/webrtc/doc/en/module-ErrorCode.html, 70001
  const expire = fields.find(({ name }) => name === 'TLS.expire')
  if (expire === undefined || expire.value === 0) {
    const message = 'its TLS.expire is 0 or missing, and so it ends when it is issued'
    return [fault('expired', message, { action: SIGN_SECONDS })]
  }
  return [fromError(error, { action: SIGN_TYPES })]
}

const SIGN_SECONDS = 'Sign with the number of seconds that it shall last: 86400 for a day.'
const SIGN_TYPES =
  'It came whole; repair the program that signs: SDKAppID, time and lifetime are integers, the rest is text.'

/**
 * The same ticket with its TLS.time as a number, where it is a text, as Tencent's generator for HarmonyOS writes it. What
 * is signed is the same.
 */
export function withNumericTime({ document, fields, error }: Dissection): string | undefined {
  const time = fields.find(({ name }) => name === 'TLS.time')
  // Whatever else is wrong must not be packed away.
  if (!error?.message.startsWith('TLS.time') || typeof time?.value !== 'string' || !/^[1-9]\d*$/.test(time.value))
    return undefined
  const { start, end } = time.documentValue
  return packDocument(`${document.slice(0, start)}${time.value}${document.slice(end)}`)
}

/** A ticket whose letters are all small or all large is beyond repair. */
export function findCaseLoss(ticket: string): Finding[] | undefined {
  if (!/^e[aj]/i.test(ticket) || (ticket !== ticket.toLowerCase() && ticket !== ticket.toUpperCase())) return undefined
  const message = 'All its letters are of one case: something on the way changed it, and it cannot be restored.'
  return [finding('error', 'case_lost', message, 'Issue a new ticket, and keep it as it is.', 70003)]
}

function findCut(ticket: string, { zlib, fields, document }: Dissection): string | undefined {
  if (zlib === undefined || (zlib.fault !== 'ends early' && zlib.checksum !== undefined)) return undefined
  if (zlib.fault === 'damaged' || zlib.fault === 'too large') return undefined
  const length = LIMITS.includes(ticket.length) ? `, which is where columns and buffers of ${ticket.length} end` : ''
  const last = fields.at(-1)?.name
  const where = document.endsWith('}')
    ? 'its checksum is missing'
    : last
      ? `it breaks off behind ${last}`
      : 'nothing of it can be read'
  return `It is cut off: it has ${ticket.length} characters${length}, and ${where}.`
}
