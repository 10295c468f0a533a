import { UserSigError } from '../errors.ts'
import { isThenable, unavailable, withTimeLimit } from './time-limit.ts'

/**
 * What a signer answers. One whose key is elsewhere may have to wait for it, and may not reach it: that is no fault of
 * the program, and passes.
 *
 * @throws ProblemError `unavailable`
 * @throws UserSigError as the signer
 */
export async function askSigner<T>(ask: () => T | Promise<T>, seconds: number): Promise<T> {
  const answer = ask()
  if (!isThenable(answer)) return answer
  const reached = answer.then(undefined, (error: unknown) => {
    throw error instanceof UserSigError ? error : unavailable(error)
  })
  return await withTimeLimit(reached, seconds, 'the signer')
}
