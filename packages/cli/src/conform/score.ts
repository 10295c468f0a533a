/** One thing that is wrong with a program or an endpoint. */
export interface Fault {
  readonly code: string
  readonly message: string
  readonly action: string
}

/** What came of one trial; `skipped` where the program does not do what is tried. */
export type Outcome = 'passed' | 'skipped' | Fault

/** The statements that a score counts together. */
export type Group =
  | 'signUserSig'
  | 'signUserBuf'
  | 'signRoom'
  | 'signStringRoom'
  | 'refuseInputs'
  | 'verifyFresh'
  | 'verifyOfficial'
  | 'verifyToolkit'
  | 'verifyQuirks'
  | 'verifyHostile'
  | 'verifyDamaged'
  | 'issue'
  | 'login'
  | 'methods'
  | 'cors'
  | 'rooms'
  | 'types'
  | 'body'
  | 'size'
  | 'order'

/** One statement about a program or an endpoint, and the way to find out whether it holds. */
export interface Trial {
  readonly group: Group
  readonly name: string
  run(): Promise<Outcome>
}

/** The result of one group. */
export interface Score {
  readonly group: Group
  readonly passed: number
  readonly failed: number
  readonly skipped: number
  /** The first trial that failed. */
  readonly first?: Fault & { readonly name: string }
  /** Names of the others that failed, 20 at most. */
  readonly others?: readonly string[]
}

const MAX_NAMES = 20

/** Faults of a program that does not run, never answers, or makes no ticket. */
const NO_RUN = ['failed', 'no_answer', 'no_ticket']

/** Runs the trials one after the other: the program that answers may have one thread. */
export async function scoreTrials(trials: readonly Trial[]): Promise<Score[]> {
  const scores = new Map<Group, Score>()
  for (const { group, name, run } of trials) {
    const score = scores.get(group) ?? { group, passed: 0, failed: 0, skipped: 0 }
    scores.set(group, add(score, name, await run()))
  }
  return withoutEmptyRefusals([...scores.values()])
}

/** What signs nothing at all refuses nothing either: it does not run. */
function withoutEmptyRefusals(scores: readonly Score[]): Score[] {
  const signing = scores.filter(({ group }) => group.startsWith('sign'))
  const signsNothing =
    signing.length > 0 && signing.every(({ passed, first }) => passed === 0 && NO_RUN.includes(first?.code ?? ''))
  return scores.map((score) => {
    const { group, passed, failed, skipped } = score
    const isEmpty = signsNothing && group === 'refuseInputs' && failed === 0
    return isEmpty ? { group, passed: 0, failed: 0, skipped: skipped + passed } : score
  })
}

function add(score: Score, name: string, outcome: Outcome): Score {
  if (outcome === 'passed') return { ...score, passed: score.passed + 1 }
  if (outcome === 'skipped') return { ...score, skipped: score.skipped + 1 }
  const failed = score.failed + 1
  if (!score.first) return { ...score, failed, first: { name, ...outcome } }
  const { others = [] } = score
  return { ...score, failed, others: others.length < MAX_NAMES ? [...others, name] : others }
}
