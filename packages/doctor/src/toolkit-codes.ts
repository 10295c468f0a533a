import { listUserSigErrors } from '@usersig/core/internal'
import type { Words } from './words/words.ts'

/** A code of this toolkit. */
export interface ToolkitCode {
  /** The code, as errors and problem documents hold it. */
  readonly code: string
  /** `ticket`: of a `UserSigError`; `endpoint`: of a problem document; `client`: of a `UserSigSourceError`. */
  readonly origin: 'ticket' | 'endpoint' | 'client'
  /** What is wrong. */
  readonly meaning: string
  /** What to do. */
  readonly action: string
  /** The code that Tencent's servers answer for the same fault, where there is one. */
  readonly tencentCode: number | undefined
}

/** All codes of this toolkit: of its errors, of its endpoints, of its client. */
export function listToolkitCodesIn({ ownCodes }: Words): ToolkitCode[] {
  const ticket = listUserSigErrors().map(({ code, hint, tencentCode }): ToolkitCode => {
    const { meaning, action = hint } = ownCodes.ticket[code]
    return { code, origin: 'ticket', meaning, action, tencentCode }
  })
  const others = (['endpoint', 'client'] as const).flatMap((origin) =>
    Object.entries(ownCodes[origin]).map(([code, words]): ToolkitCode => {
      return { code, origin, meaning: words.meaning, action: words.action, tencentCode: undefined }
    }),
  )
  return [...ticket, ...others]
}
