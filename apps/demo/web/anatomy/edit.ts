import type { UserSigClaims } from '@usersig/core'
import {
  type AppKey,
  type DiagnoseContext,
  type Diagnosis,
  type DissectedField,
  type Dissection,
  type Doctor,
  type Finding,
  packDocument,
} from '@usersig/doctor'

/** New JSON of fields, by their place in the document: a hostile one may hold two of the same name. */
export type Edits = ReadonlyMap<number, string>

/** The JSON of a field's value, as it stands in the document: nothing of it is hidden by an input. */
export function jsonOf({ document }: Dissection, { documentValue: { start, end } }: DissectedField): string {
  return document.slice(start, end)
}

/** Whether the document is another one than before. */
export function isChanged(dissection: Dissection, edits: Edits): boolean {
  return dissection.fields.some((field, i) => (edits.get(i) ?? jsonOf(dissection, field)) !== jsonOf(dissection, field))
}

/** The edited document, packed as the original was. */
export function repack(dissection: Dissection, edits: Edits): string {
  const { document, fields, zlib } = dissection
  let edited = ''
  let end = 0
  fields.forEach(({ documentValue }, i) => {
    edited += document.slice(end, documentValue.start)
    edited += edits.get(i) ?? document.slice(documentValue.start, documentValue.end)
    end = documentValue.end
  })
  return packDocument(edited + document.slice(end), zlib?.firstBlock === 'stored' ? 'none' : 'deflate')
}

/** What an edited ticket is compared with: what it was before. */
export function expectationsOf(claims: UserSigClaims | undefined): DiagnoseContext {
  if (!claims) return {}
  const { userId, sdkAppId, room } = claims
  const expectedRoom = room && (room.strRoomId === undefined ? { roomId: room.roomId } : { strRoomId: room.strRoomId })
  return { userId, sdkAppId, ...expectedRoom }
}

interface Case {
  readonly ticket: string
  readonly edited: Dissection
  /** What it was before it was edited. */
  readonly original: Dissection
  readonly keys: readonly AppKey[]
  readonly now: number
  /** How to say that the signature is of another text. */
  readonly words: Pick<Finding, 'message' | 'action'>
  /** In the language of the page. */
  readonly diagnose: Doctor['diagnose']
}

/** What a server says to an edited ticket. */
export function judgeEdited(
  { ticket, edited, original, keys, now, words, diagnose }: Case,
  expected: DiagnoseContext,
): Diagnosis {
  const diagnosis = diagnose(ticket, { ...expected, keys, now })
  return edited.content === original.content ? diagnosis : withBrokenSignature(diagnosis, words)
}

/** What a login and a room answer to it. Source: trtc.io/document/35142, cloud.tencent.com/document/product/679/131708 */
const REFUSED_SIGNATURE = 70009
const REFUSED_KEY = -100006

/**
 * A signature that was right is wrong once the text is another, also where there is no key to check it; and where there is
 * one, the key is not to blame.
 */
function withBrokenSignature(diagnosis: Diagnosis, words: Case['words']): Diagnosis {
  const replaced = diagnosis.findings.filter(({ about, code }) => about === 'signature' && code !== 'verified')
  if (replaced.length === 0) return diagnosis
  const tencentCode = diagnosis.kind === 'private_map_key' ? REFUSED_KEY : REFUSED_SIGNATURE
  const broken: Finding = {
    code: 'bad_signature',
    about: 'signature',
    severity: 'error',
    tencentCode,
    values: {},
    ...words,
  }
  const findings = [broken, ...diagnosis.findings.filter((each) => !replaced.includes(each))]
  return { ...diagnosis, verdict: 'invalid', findings }
}
