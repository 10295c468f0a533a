import { randomBytes, randomInt } from 'node:crypto'
import { parseArgs, styleText } from 'node:util'
import { equalMacs } from '../../../packages/core/src/wire/mac.ts'
import { Welch } from './welch.ts'

/*
 * Whether the comparison of signatures takes longer the later two of them differ: `npm run timing`. A comparison that
 * returns early is measured beside it, as a sign that the test would see one.
 */

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '200000' } } })
const ROUNDS = Number(values.rounds)
/** Comparisons in one measurement: a single one is shorter than the clock's own step. */
const REPEAT = 200
const LIMIT = 4.5
/** The share of the slowest measurements, of interrupts and collections, that is left out. */
const CROPPED = 0.1

type Compare = (a: Uint8Array, b: Uint8Array) => boolean

function returnsEarly(a: Uint8Array, b: Uint8Array): boolean {
  for (let i = 0; i < 32; i++) if (a[i] !== b[i]) return false
  return true
}

function measure(name: string, compare: Compare): number {
  const right = Uint8Array.from(randomBytes(32))
  const differing = ([0, 31] as const).map((at) => Uint8Array.from(right, (byte, i) => (i === at ? byte ^ 1 : byte)))
  let agreed = 0
  function time(wrong: Uint8Array): number {
    const begin = process.hrtime.bigint()
    for (let i = 0; i < REPEAT; i++) if (compare(right, wrong)) agreed++
    return Number(process.hrtime.bigint() - begin)
  }
  const warm = Array.from({ length: 20_000 }, (_, i) => time(differing[i % 2] as Uint8Array)).slice(10_000)
  const slowest = warm.sort((a, b) => a - b)[Math.floor(warm.length * (1 - CROPPED))] as number
  const welch = new Welch()
  for (let round = 0; round < ROUNDS; round++) {
    // By chance, so that nothing else of the machine keeps step with it.
    const which = randomInt(2) as 0 | 1
    const taken = time(differing[which] as Uint8Array)
    if (taken <= slowest) welch.add(which, taken)
    if (process.stderr.isTTY && round % 10_000 === 0) process.stderr.write(`\r${name}: ${round} of ${ROUNDS}`)
  }
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K')
  if (agreed > 0) throw new Error('two signatures that differ were taken for the same')
  return welch.t()
}

const ours = measure('equalMacs', equalMacs)
const early = measure('a comparison that returns early', returnsEarly)
const isFlat = Math.abs(ours) <= LIMIT
const isSharp = Math.abs(early) > LIMIT
console.log(`${ROUNDS} measurements each; |t| above ${LIMIT} is a difference`)
console.log(styleText(isFlat ? 'green' : 'red', `  equalMacs                         t = ${ours.toFixed(1)}`))
console.log(styleText(isSharp ? 'green' : 'red', `  a comparison that returns early   t = ${early.toFixed(1)}`))
if (!isFlat || !isSharp) process.exitCode = 1
