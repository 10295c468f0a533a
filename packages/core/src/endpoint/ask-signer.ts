import { UserSigError } from '../errors.ts'
import { askWithin, isThenable, type MaybePromise, unavailable } from './time-limit.ts'

/**
 * What a signer returns. One whose key is elsewhere may have to wait for it, and may not reach it: that is not a fault of
 * the program, and passes.
 *
 * @throws ProblemError `unavailable`
 * @throws UserSigError as the signer
 */
export function askSigner<T>(ask: () => MaybePromise<T>, seconds: number): MaybePromise<T> {
  return askWithin(
    () => {
      const answer = ask()
      if (!isThenable(answer)) return answer
      return answer.then(undefined, (error: unknown) => {
        throw UserSigError.is(error) ? error : unavailable(error)
      })
    },
    seconds,
    'the signer',
  )
}
