import { bodyCases } from './cases/body.ts'
import type { ContractCase } from './cases/case.ts'
import { connectionCases } from './cases/connection.ts'
import { faultCases } from './cases/faults.ts'
import { guardCases } from './cases/guard.ts'
import { issueCases } from './cases/issue.ts'
import { limitCases } from './cases/limits.ts'
import { liveCases } from './cases/live.ts'
import { methodCases } from './cases/methods.ts'
import { outcomeCases } from './cases/outcomes.ts'
import { refusedBodyCases } from './cases/refused-bodies.ts'
import { roomCases } from './cases/room.ts'
import { webhookCases } from './cases/webhooks.ts'

export { checkAcross } from './across.ts'
export type { ContractCase } from './cases/case.ts'
export { RawClient } from './raw-client.ts'
export { type StoppableTarget, shutdownCases } from './shutdown.ts'
export type { ContractFeatures, ContractTarget } from './target.ts'

/** The whole contract. */
export const contractCases: readonly ContractCase[] = [
  ...issueCases,
  ...methodCases,
  ...roomCases,
  ...bodyCases,
  ...faultCases,
  ...limitCases,
  ...outcomeCases,
  ...connectionCases,
  ...refusedBodyCases,
  ...guardCases,
  ...liveCases,
  ...webhookCases,
]
