import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { styleText } from 'node:util'
import { issueUserSig } from '@usersig/functions'
import { Api } from 'tls-sig-api-v2'
import { AUTHORIZATION, authorizeRoom, credentials, SDK_APP_ID, SECRET_KEY, userOf } from '../http/routes.ts'
import { median, round2 } from '../measure.ts'

/*
 * A cloud function that issues tickets, beside the one that is written by hand with the official package: the time of the
 * processor for one event, and from the start of a cold process to its first answer. Both take turns.
 */

const ROUNDS = 9
const CALLS = 20_000
const COLD_ROUNDS = 9
const EXPIRE = 604_800

/** An event of an HTTP API, format 2.0, as far as a function reads it. Source: the documents of API Gateway. */
const EVENT = {
  version: '2.0',
  rawPath: '/usersig',
  rawQueryString: '',
  headers: { authorization: AUTHORIZATION, 'content-length': '0' },
  requestContext: { http: { method: 'POST', path: '/usersig' }, stage: '$default' },
  isBase64Encoded: false,
}

interface Event {
  readonly headers: Readonly<Record<string, string | undefined>>
}

const api = new Api(SDK_APP_ID, SECRET_KEY)

async function byHand(event: Event): Promise<object> {
  const userId = await userOf(event.headers['authorization'])
  if (userId === null) return { statusCode: 401 }
  const issuedAt = Math.floor(Date.now() / 1000)
  const userSig = api.genUserSig(userId, EXPIRE)
  const answer = { sdkAppId: SDK_APP_ID, userId, userSig, issuedAt, expire: EXPIRE, expiresAt: issuedAt + EXPIRE }
  const headers = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' }
  return { statusCode: 200, headers, body: JSON.stringify(answer) }
}

const authenticate = (event: Event) => userOf(event.headers['authorization'])
const ours = issueUserSig({ credentials, authenticate, authorizeRoom } as never) as (event: Event) => Promise<object>

async function microsecondsOfCalls(handler: (event: Event) => Promise<object>): Promise<number> {
  const begin = process.cpuUsage()
  for (let i = 0; i < CALLS; i++) await handler(EVENT)
  const { user, system } = process.cpuUsage(begin)
  return (user + system) / CALLS
}

const COLD = {
  ours: `
const { issueUserSig } = require('@usersig/functions')
const handler = issueUserSig({ authenticate: () => 'alice' })
handler(${JSON.stringify(EVENT)}).then(({ statusCode }) => statusCode === 200 && console.log(performance.now() - begin))`,
  peer: `
const { Api } = require('tls-sig-api-v2')
const api = new Api(Number(process.env.USERSIG_SDKAPPID), process.env.USERSIG_SECRETKEY)
const handler = async () => ({ statusCode: 200, body: JSON.stringify({ userSig: api.genUserSig('alice', 604800) }) })
handler().then(() => console.log(performance.now() - begin))`,
}

function coldStart(program: string): number {
  const env = { ...process.env, USERSIG_SDKAPPID: String(SDK_APP_ID), USERSIG_SECRETKEY: SECRET_KEY }
  const args = ['--input-type=commonjs', '-e', `const begin = performance.now()${program}`]
  return Number(execFileSync(process.execPath, args, { env }).toString())
}

const warm = { ours: [] as number[], peer: [] as number[] }
const cold = { ours: [] as number[], peer: [] as number[] }
for (const handler of [ours, byHand]) await microsecondsOfCalls(handler)
for (let round = 0; round < ROUNDS; round++) {
  warm.ours.push(await microsecondsOfCalls(ours))
  warm.peer.push(await microsecondsOfCalls(byHand))
}
for (let round = 0; round < COLD_ROUNDS; round++) {
  cold.ours.push(coldStart(COLD.ours))
  cold.peer.push(coldStart(COLD.peer))
}

const rows = [
  { name: 'an event, warm', unit: 'µs', ...figures(warm) },
  { name: 'load and first answer, cold', unit: 'ms', ...figures(cold) },
]

function figures({ ours, peer }: typeof warm): { ours: number; peer: number; ratio: number } {
  const [own, other] = [median(ours), median(peer)]
  return { ours: round2(own), peer: round2(other), ratio: round2(other / own) }
}

console.log(styleText('bold', 'event functions, beside the official package by hand'))
for (const { name, unit, ours, peer, ratio } of rows) {
  console.log(`  ${name.padEnd(30)}${ours} ${unit}, by hand ${peer} ${unit}, ${ratio} times as fast`)
}
const results = { date: new Date().toISOString().slice(0, 10), node: process.version, event: 'API Gateway, 2.0', rows }
writeFileSync(new URL('../../functions-results.json', import.meta.url), `${JSON.stringify(results, null, 2)}\n`)
