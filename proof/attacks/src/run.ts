import { type AttackClass, NotApplicable } from './attack.ts'
import { CLASSES } from './classes.ts'
import { startServer } from './servers.ts'
import type { Target } from './target.ts'

/** What came of one attack on one server. */
export interface Outcome {
  readonly server: string
  readonly attackClass: string
  readonly attack: string
  readonly promise: string
  readonly result: 'held' | 'n/a' | 'FAILED'
  /** Why it is not applicable, or what got through. */
  readonly reason?: string
  /** What was counted. */
  readonly figures?: string
}

/** How much is tried. */
export interface Extent {
  readonly classes?: readonly AttackClass[]
  /** Leaves out what takes many seconds. */
  readonly isQuick?: boolean
  readonly onOutcome?: (outcome: Outcome) => void
}

/** Tries all attacks on a server that is started for it. */
export async function attackServer(name: string, extent: Extent = {}): Promise<Outcome[]> {
  const target = await startServer(name)
  try {
    return await attackTarget(target, extent)
  } finally {
    await target.close()
  }
}

/** Tries all attacks on a server that runs. */
export async function attackTarget(
  target: Target,
  { classes = CLASSES, isQuick = false, onOutcome = () => {} }: Extent = {},
): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (const { name: attackClass, attacks } of classes) {
    for (const { name: attack, promise, run, isLong } of attacks) {
      if (isQuick && isLong) continue
      const about = { server: target.name, attackClass, attack, promise }
      const outcome = { ...about, ...(await resultOf(() => run(target))) }
      outcomes.push(outcome)
      onOutcome(outcome)
    }
  }
  return outcomes
}

async function resultOf(run: () => unknown): Promise<Pick<Outcome, 'result' | 'reason' | 'figures'>> {
  try {
    const figures = await run()
    return { result: 'held', ...(typeof figures === 'string' && { figures }) }
  } catch (error) {
    const { message } = error as Error
    if (error instanceof NotApplicable) return { result: 'n/a', reason: message }
    return { result: 'FAILED', reason: message }
  }
}
