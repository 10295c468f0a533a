import { createReadStream, createWriteStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { pipeline } from 'node:stream/promises'
import { genUserSigBatches } from '@usersig/node/bulk'

const users = createInterface({ input: createReadStream('users.txt') }) // a UserID on each line

async function* lines() {
  for await (const batch of genUserSigBatches(users, {
    sdkAppId: Number(process.env.USERSIG_SDKAPPID),
    secretKey: process.env.USERSIG_SECRETKEY,
    expire: 86_400,
    onProgress: ({ done, perSecond }) => console.error(`${done} tickets, ${perSecond} a second`),
  })) {
    yield batch.map(({ userId, userSig }) => `${userId},${userSig}\n`).join('')
  }
}

await pipeline(lines, createWriteStream('tickets.csv', { mode: 0o600 }))
