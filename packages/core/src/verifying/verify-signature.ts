import { readDocument } from '../wire/document.ts'
import { equalMacs, type Mac, macInput, macOutput } from '../wire/mac.ts'
import { PlainDocument } from '../wire/plain-document.ts'
import { type SignedFields, writeSignedText } from '../wire/signed-text.ts'
import { decodeUtf8 } from '../wire/text.ts'
import { badSignature, documentBytes, forgetTicket, unpackTicket } from './read-ticket.ts'

const plainDocument = /* @__PURE__ */ new PlainDocument()

/**
 * The fields of a ticket that was signed with one of the keys.
 * @throws UserSigError `malformed`, `too_large`, `unsupported_version`, `bad_signature`
 */
export function verifySignature(ticket: string, macs: readonly Mac[]): SignedFields {
  try {
    const { length } = unpackTicket(ticket)
    return verifyPlain(length, macs) ?? verifyAny(length, macs)
  } finally {
    macOutput.fill(0)
    plainDocument.forget()
    forgetTicket()
  }
}

/** The fields of a document in the usual spelling whose signature fits: the common case. It refuses nothing. */
function verifyPlain(length: number, macs: readonly Mac[]): SignedFields | undefined {
  if (!plainDocument.read(documentBytes, length)) return undefined
  const fields = plainDocument.fields()
  if (fields === undefined) return undefined
  for (const mac of macs) {
    mac.compute(writeSignedText(fields, macInput))
    if (plainDocument.isSignedBy(macOutput)) return fields
  }
  return undefined
}

/** The judge of every document. */
function verifyAny(length: number, macs: readonly Mac[]): SignedFields {
  const fields = readDocument(decodeUtf8(documentBytes.subarray(0, length), 'the document'))
  for (const mac of macs) {
    mac.compute(writeSignedText(fields, macInput))
    if (equalMacs(macOutput, fields.signature)) return fields
  }
  throw badSignature()
}
