import { MUTATORS } from '../../tickets/mutators.ts'
import type { Change } from '../attempt.ts'
import { GUARDED_PATH } from '../servers.ts'

/** A mutated ticket at the guard. */
export const bearer: Change = (attempt, { random, samples }) => {
  const sample = random.pick(samples)
  const { text, signed } = random.once(10)
    ? { text: sample.ticket, signed: sample.signed ? [sample.signed] : [] }
    : random.pick(MUTATORS).mutate(random, sample, samples)
  const scheme = random.pick([
    'Bearer ',
    'Bearer ',
    'Bearer ',
    'bearer ',
    'BEARER  ',
    'Bearer\t',
    'Bearer',
    '',
    'Basic ',
    'Bearer Bearer ',
  ])
  attempt.method = 'GET'
  attempt.path = GUARDED_PATH
  attempt.body = undefined
  // What a server reads as the end of the head is another matter than a long ticket.
  attempt.headers = [['authorization', scheme + text.slice(0, 100_000).replace(/[\r\n]/g, ' ')]]
  attempt.signed = signed
}
