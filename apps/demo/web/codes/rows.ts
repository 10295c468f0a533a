import { useDoctor } from '../state/doctor.ts'
import type { Texts } from '../texts/en.ts'

/** One code in the list. */
export interface Row {
  readonly code: string
  readonly names: readonly string[]
  readonly origin: string
  readonly meaning: string
  readonly action: string
  /** Pages and files that say so. */
  readonly documents: readonly string[]
}

/** Every code that is known, in the language of the page. */
export function listRows(t: Texts): Row[] {
  const { listTencentCodes, listToolkitCodes } = useDoctor()
  const tencent = listTencentCodes().map(({ code, names, answeredBy, meaning, action, document }) => ({
    code: String(code),
    names,
    origin: answeredBy,
    meaning,
    action,
    documents: document.split('; '),
  }))
  const tickets = listToolkitCodes().filter(({ origin }) => origin === 'ticket')
  const own = tickets.map(({ code, meaning, action, tencentCode }) => ({
    code,
    names: [],
    origin: t.codes.own,
    meaning,
    action,
    documents: tencentCode === undefined ? [] : [t.codes.answers(tencentCode)],
  }))
  return [...tencent, ...own]
}

/** A number is the beginning of a code; words may stand anywhere. */
export function matchRow({ code, names, origin, meaning, action }: Row, query: string): boolean {
  const wanted = query.trim().toLowerCase()
  if (/^-?\d+$/.test(wanted)) return code.startsWith(wanted)
  const text = `${code} ${names.join(' ')} ${origin} ${meaning} ${action}`.toLowerCase()
  return wanted.split(/\s+/).every((word) => text.includes(word))
}
