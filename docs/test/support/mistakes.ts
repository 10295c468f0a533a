/** What the doctor says of a function whose code, or whose lifetime of tickets, is another one. */
export interface Mistake {
  readonly told: string
  readonly change?: readonly [from: string, to: string]
  readonly expire?: number
}

const BASE64 = "toString('base64')\n  return"
const BASE64URL = "toString('base64url')\n  return"

export const MISTAKES: readonly Mistake[] = [
  { told: 'looks like milliseconds', change: ['Math.floor(Date.now() / 1000)', 'Date.now()'] },
  {
    told: 'looks like a point in time, but is a duration',
    expire: Math.floor(Date.now() / 1000) + 86_400,
  },
  { told: 'looks like milliseconds', expire: 604_800_000 },
  { told: 'It is written in base64url', change: [BASE64, BASE64URL] },
  { told: 'Its padding was lost', change: [BASE64, BASE64URL] },
  {
    told: 'It is written in standard base64',
    change: [".replaceAll('+', '*').replaceAll('/', '-').replaceAll('=', '_')", ''],
  },
  {
    told: 'with a line break after it, as files and pipes add it',
    change: ['process.env.USERSIG_SECRETKEY', "process.env.USERSIG_SECRETKEY + '\\n'"],
  },
  {
    told: 'decoded from hex, although its text is the key',
    change: ["'sha256', secretKey", "'sha256', Buffer.from(secretKey, 'hex')"],
  },
  { told: 'The text was signed with no line end after the last line', change: ['expire}\\n`', 'expire}`'] },
  {
    told: 'TLS.sdkappid is the text "1400000000"',
    change: ['Number(process.env.USERSIG_SDKAPPID)', 'process.env.USERSIG_SDKAPPID'],
  },
]
