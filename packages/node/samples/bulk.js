import { createReadStream, createWriteStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { pipeline } from 'node:stream/promises'
import { genUserSigCsv } from '@usersig/node/bulk'

const users = createInterface({ input: createReadStream('users.txt') }) // a UserID on each line

const lines = genUserSigCsv(users, {
  sdkAppId: process.env.USERSIG_SDKAPPID,
  secretKey: process.env.USERSIG_SECRETKEY,
  expire: 86_400,
  onProgress: ({ done, perSecond }) => console.error(`${done} tickets, ${perSecond} a second`),
})
await pipeline(lines, createWriteStream('tickets.csv', { mode: 0o600 }))
