import type { IssuedTickets } from '@usersig/core'

/** Spreadsheets take what begins so for a formula. Source: owasp.org/www-community/attacks/CSV_Injection */
const FORMULA = /^[=+\-@\t\r]/

/** A cell that a spreadsheet shows and does not run. */
function toCell(value: string | number): string {
  const text = String(value)
  return `"${(FORMULA.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`
}

/** Tickets as CSV, with a byte order mark by which spreadsheets know UTF-8. */
export function toCsv(issued: readonly IssuedTickets[]): string {
  const hasRoom = issued.some(({ privateMapKey }) => privateMapKey !== undefined)
  const head = ['userId', 'userSig', ...(hasRoom ? ['privateMapKey'] : []), 'sdkAppId', 'expiresAt']
  const rows = issued.map(({ userId, userSig, privateMapKey = '', sdkAppId, expiresAt }) => [
    userId,
    userSig,
    ...(hasRoom ? [privateMapKey] : []),
    sdkAppId,
    new Date(expiresAt * 1000).toISOString(),
  ])
  return `\ufeff${[head, ...rows].map((row) => row.map(toCell).join(',')).join('\r\n')}\r\n`
}
