import type { Next } from './node-types.ts'

/** @throws TypeError when a guard has nobody to hand requests on to */
export function checkNext(next: unknown, guard: string, line: string): asserts next is Next {
  if (typeof next === 'function') return
  throw new TypeError(
    `${guard}() needs a next function. On a bare server, pass one:\n\n  ` + `guard(req, res, () => ${line})\n`,
  )
}
