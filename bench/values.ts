import { execFileSync } from 'node:child_process'
import { gzipSync } from 'node:zlib'
import { official as vectors } from '@usersig/vectors'
import { build } from 'esbuild'
import { EXPIRE, official, ROOM, signer } from './cases.ts'
import { median, round2 } from './measure.ts'

/** One figure, and how much it may be. */
export interface Value {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly most: number | undefined
}

/** The users of the vectors that the official programs signed for. */
function vectorUsers(): readonly string[] {
  return [...new Set(vectors.map(({ userId }) => userId))]
}

function meanLength(sign: (userId: string) => string): number {
  const users = vectorUsers()
  return round2(users.reduce((sum, userId) => sum + sign(userId).length, 0) / users.length)
}

const FIRST_TICKET = `
const { createUserSigner } = await import('@usersig/core')
const begin = performance.now()
createUserSigner({ sdkAppId: 1400000000, secretKey: 'a key for the benchmark alone' }).genUserSig('alice')
console.log(performance.now() - begin)`

/** Milliseconds from the loaded module to the first ticket, in a process of its own. */
function firstTicket(): number {
  const run = () => Number(execFileSync(process.execPath, ['--input-type=module', '-e', FIRST_TICKET]).toString())
  return round2(median(Array.from({ length: 9 }, run)))
}

async function compressedSize(): Promise<number> {
  const { outputFiles } = await build({
    stdin: {
      contents: "export { createUserSigner } from '@usersig/core'",
      resolveDir: new URL('.', import.meta.url).pathname,
    },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
  })
  return gzipSync(outputFiles[0]?.contents ?? '', { level: 9 }).length
}

export async function measureValues(): Promise<readonly Value[]> {
  const officialLength = meanLength((userId) => official.genUserSig(userId, EXPIRE))
  const roomLength = meanLength((userId) => signer.genPrivateMapKey(userId, { roomId: ROOM }))
  return [
    { name: 'mean UserSig', value: meanLength((userId) => signer.genUserSig(userId)), unit: 'characters', most: 210 },
    { name: 'mean UserSig of tls-sig-api-v2', value: officialLength, unit: 'characters', most: undefined },
    { name: 'mean PrivateMapKey', value: roomLength, unit: 'characters', most: undefined },
    { name: 'first ticket in a cold process', value: firstTicket(), unit: 'ms', most: 8 },
    { name: 'createUserSigner, bundled and gzipped', value: await compressedSize(), unit: 'bytes', most: 14_336 },
  ]
}
