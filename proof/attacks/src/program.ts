import { CLASSES } from './classes.ts'
import { attackServer, type Outcome } from './run.ts'
import { SERVERS } from './servers.ts'
import { failures, figures, reasons, table } from './table.ts'

/** What the command line says. */
export interface Wanted {
  readonly server?: readonly string[] | undefined
  readonly class?: readonly string[] | undefined
  readonly quick: boolean
  readonly list: boolean
}

/** Attacks, prints what comes of it, and returns the exit code. */
export async function main({ server = SERVERS, class: wanted, quick, list }: Wanted): Promise<number> {
  const classes = CLASSES.filter(({ name }) => wanted === undefined || wanted.includes(name))
  if (classes.length === 0)
    throw new Error(`there is no such class: choose of ${CLASSES.map(({ name }) => name).join(', ')}`)
  if (list) {
    for (const { name, attacks } of classes)
      for (const each of attacks) console.log(`${name}: ${each.name}\n  ${each.promise}`)
    return 0
  }
  const begun = performance.now()
  const outcomes: Outcome[] = []
  for (const name of server) {
    outcomes.push(...(await attackServer(name, { classes, isQuick: quick, onOutcome: createProgress() })))
  }
  const count = (result: Outcome['result']) => outcomes.filter((each) => each.result === result).length
  const seconds = Math.round((performance.now() - begun) / 1000)
  console.log(`\n${table(outcomes)}\n\nnot applicable:\n${reasons(outcomes)}${figures(outcomes)}`)
  console.log(
    `\n${count('held')} attacks held, ${count('n/a')} not applicable, ${count('FAILED')} FAILED, in ${seconds} s`,
  )
  if (count('FAILED') > 0) console.log(`\n${failures(outcomes)}`)
  return count('FAILED') > 0 ? 1 : 0
}

/** A line for each class of a server. */
function createProgress(): (outcome: Outcome) => void {
  let last = ''
  return ({ server, attackClass, attack, result, reason }) => {
    const line = `${server}: ${attackClass}`
    if (line !== last) process.stderr.write(`${line}\n`)
    last = line
    if (result === 'FAILED') process.stderr.write(`  FAILED ${attack}: ${reason?.split('\n')[0]}\n`)
  }
}
