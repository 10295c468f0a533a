import type { UserSigClaims } from '@usersig/core'
import {
  type AppKey,
  type DiagnoseOptions,
  type Diagnosis,
  type Dissection,
  diagnose,
  dissect,
  packDocument,
} from '@usersig/core/doctor'

/** New values of fields, as they were typed. */
export type Edits = Readonly<Record<string, string>>

/** The document with other values in it; all else stays as it was written. */
export function applyEdits({ document, fields }: Dissection, edits: Edits): string {
  let edited = document
  // From the end, so that the places of the others stay where they are.
  for (const { name, value, documentValue } of [...fields].sort((a, b) => b.document.start - a.document.start)) {
    const typed = edits[name]
    if (typed === undefined) continue
    edited = edited.slice(0, documentValue.start) + toJson(typed, value) + edited.slice(documentValue.end)
  }
  return edited
}

/** A number stays a number as long as it looks like one. */
function toJson(typed: string, original: unknown): string {
  return typeof original === 'number' && /^-?\d+$/.test(typed) ? typed : JSON.stringify(typed)
}

/** The edited document, packed as the original was. */
export function repack(dissection: Dissection, edits: Edits): string {
  const stored = dissection.zlib?.blocks[0]?.kind === 'stored'
  return packDocument(applyEdits(dissection, edits), stored ? 'none' : 'deflate')
}

/** What a ticket is compared with: what it was before it was edited. */
export function expectationsOf(claims: UserSigClaims | undefined): DiagnoseOptions {
  if (!claims) return {}
  const { userId, sdkAppId, room } = claims
  const expectedRoom = room && (room.strRoomId === undefined ? { roomId: room.roomId } : { strRoomId: room.strRoomId })
  return { userId, sdkAppId, ...expectedRoom }
}

/** What a server says to a ticket, of which it is known what it was before it was edited. */
export function judge(
  ticket: string,
  original: Dissection,
  expected: DiagnoseOptions,
  keys: readonly AppKey[],
): Diagnosis {
  const diagnosis = diagnose(ticket, { ...expected, keys })
  return wasSignedFor(ticket, original) ? diagnosis : withBrokenSignature(diagnosis)
}

/** Whether the signature is the one of this content, as far as that can be known without a key. */
function wasSignedFor(ticket: string, original: Dissection): boolean {
  const edited = dissect(ticket)
  return edited.content === original.content && signatureOf(edited) === signatureOf(original)
}

function signatureOf({ fields }: Dissection): unknown {
  return fields.find(({ name }) => name === 'TLS.sig')?.value
}

/** Without a key nobody can tell whether a signature is right, but one that is of another text is wrong for sure. */
function withBrokenSignature(diagnosis: Diagnosis): Diagnosis {
  const unknown = diagnosis.findings.find(({ code }) => code === 'key_unknown')
  if (!unknown) return diagnosis
  const broken = {
    code: 'bad_signature',
    severity: 'error',
    message: 'Its signature is that of the text before your change.',
    action: 'Sign it anew: nobody without the key can.',
    tencentCode: 70009,
  } as const
  const findings = [broken, ...diagnosis.findings.filter((each) => each !== unknown)]
  return { ...diagnosis, verdict: 'invalid', findings, tencentCode: diagnosis.tencentCode ?? broken.tencentCode }
}
