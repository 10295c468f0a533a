import type { Change } from '../attempt.ts'

const METHODS = [
  'GET',
  'HEAD',
  'PUT',
  'PATCH',
  'DELETE',
  'OPTIONS',
  'QUERY',
  'PROPFIND',
  'REPORT',
  'post',
  'POSTS',
  'M-SEARCH',
  'LINK',
]

/** Another method, and maybe another spelling of the path. */
export const method: Change = (attempt, { random }) => {
  if (random.once(2))
    attempt.path += random.pick([
      '?a=1',
      '?',
      '/',
      '//',
      '#x',
      '?%',
      '?__proto__[x]=1',
      '%',
      '%00',
      '/../usersig',
      ';a',
    ])
  if (!random.once(3)) attempt.method = random.pick(METHODS)
  if (random.once(2)) attempt.body = undefined
}
