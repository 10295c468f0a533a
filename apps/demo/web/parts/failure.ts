import { UserSigError } from '@usersig/core'
import { Refusal } from '../api.ts'
import { h } from '../dom.ts'
import { texts } from '../texts.ts'

/** What went wrong, and what to do. */
export function createFailure(error: unknown): HTMLElement {
  const code =
    error instanceof UserSigError
      ? texts.failure.code(error.code, error.tencentCode)
      : error instanceof Refusal && error.code
  return h(
    'div',
    { class: 'failure', role: 'alert' },
    h('p', {}, h('b', {}, error instanceof Error ? error.message : String(error))),
    error instanceof UserSigError && h('p', {}, error.hint),
    code && h('code', {}, code),
  )
}
