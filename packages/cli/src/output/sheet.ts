import { decodeUserSig } from '@usersig/core'
import { showMoment } from '@usersig/doctor'
import type { BulkTicket } from '@usersig/node/bulk'
import { CliError } from '../exit.ts'
import { language, words } from '../words/index.ts'
import { qrSvg } from './qr.ts'

/** More would make a page that browsers do not print. */
const MAX_CODES = 2000

const STYLE = `
  body { font: 11pt system-ui, sans-serif; margin: 12mm; color: #000; background: #fff }
  main { display: grid; grid-template-columns: repeat(3, 1fr); gap: 8mm }
  figure { margin: 0; text-align: center; break-inside: avoid }
  svg { width: 52mm; max-width: 100%; height: auto }
  figcaption { overflow-wrap: anywhere }
  small { display: block; color: #444 }`

/** A page to print, with a QR code of the ticket for each user. It loads nothing. */
export async function* drawSheet(tickets: AsyncIterable<BulkTicket>): AsyncGenerator<string> {
  const { sheet, sheetNote, sheetUntil, tooMany, split } = words.bulk
  let count = 0
  let head = `<!doctype html>
<html lang="${language}"><meta charset="utf-8"><meta name="robots" content="noindex"><meta name="referrer" content="no-referrer">
<title>${sheet}</title><style>${STYLE}</style>
<h1>${sheet}</h1><p>${sheetNote}</p><main>
`
  for await (const { userId, userSig } of tickets) {
    if (++count > MAX_CODES) throw new CliError(tooMany(MAX_CODES), split)
    const { sdkAppId, expiresAt } = decodeUserSig(userSig).claims
    const until = sheetUntil(showMoment(expiresAt))
    yield `${head}<figure>${qrSvg(userSig)}<figcaption>${escapeHtml(userId)}<small>SDKAppID ${sdkAppId}, ${until}</small></figcaption></figure>\n`
    head = ''
  }
  yield `${head}</main></html>\n`
}

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
