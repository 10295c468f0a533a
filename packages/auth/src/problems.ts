import { ProblemError } from '@usersig/core/endpoint'

/**
 * What to do besides writing an option that is missing.
 *
 * @param example a variable of that kind
 */
export function orSetIt(example?: string): string {
  const variable = example === undefined ? '' : `, such as ${example}`
  return `or set the variable that you read it from${variable}. Node reads a file .env only with node --env-file=.env`
}

/**
 * The answer to who has not proved a login. Why is told to the log, and not to the client.
 *
 * @param cause why
 * @param challenge how to log in, for the header `WWW-Authenticate`
 */
export function notLoggedIn(cause: Error, challenge: string): ProblemError {
  return new ProblemError('unauthenticated', 'log in first', { cause, headers: { 'www-authenticate': challenge } })
}

/** The answer while a login cannot be checked, whoever it is. */
export function cannotCheck(cause: Error): ProblemError {
  return new ProblemError('unavailable', 'the login cannot be checked right now: try again in a few seconds', {
    cause,
    headers: { 'retry-after': '5' },
  })
}
