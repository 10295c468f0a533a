import type { Next } from './node-types.ts'

/** @throws TypeError when a guard has nobody to hand requests on to */
export function checkNext(next: unknown, guard: string, line: string): asserts next is Next {
  if (typeof next === 'function') return
  throw new TypeError(
    `${guard}() has nobody to hand requests on to. On a bare server, pass what comes next:\n\n  ` +
      `guard(req, res, () => ${line})\n`,
  )
}
