import { readDocument } from '../wire/document.ts'
import { equalMacs, type Mac, macInput, macOutput } from '../wire/mac.ts'
import { type SignedFields, writeSignedText } from '../wire/signed-text.ts'
import { decodeUtf8 } from '../wire/text.ts'
import { badSignature, documentBytes, forgetTicket, unpackTicket } from './read-ticket.ts'

/**
 * The fields of a ticket that was signed with one of the keys.
 * @throws UserSigError `malformed`, `too_large`, `unsupported_version`, `bad_signature`
 */
export function verifySignature(ticket: string, macs: readonly Mac[]): SignedFields {
  try {
    const { length } = unpackTicket(ticket)
    const fields = readDocument(decodeUtf8(documentBytes.subarray(0, length), 'the document'))
    for (const mac of macs) {
      mac.compute(writeSignedText(fields, macInput))
      if (equalMacs(macOutput, fields.signature)) return fields
    }
    throw badSignature()
  } finally {
    macOutput.fill(0)
    forgetTicket()
  }
}
