import { bodyCases } from './cases/body.ts'
import type { ContractCase } from './cases/case.ts'
import { connectionCases } from './cases/connection.ts'
import { explainCases } from './cases/explain.ts'
import { faultCases } from './cases/faults.ts'
import { guardCases } from './cases/guard.ts'
import { issueCases } from './cases/issue.ts'
import { limitCases } from './cases/limits.ts'
import { liveCases } from './cases/live.ts'
import { outcomeCases } from './cases/outcomes.ts'
import { refusedBodyCases } from './cases/refused-bodies.ts'
import { vectorCases } from './cases/vectors.ts'
import { webhookCases } from './cases/webhooks.ts'

export { checkAcross } from './across.ts'
export type { ContractCase } from './cases/case.ts'
export { RawClient } from './raw-client.ts'
export { type StoppableTarget, shutdownCases } from './shutdown.ts'
export type { ContractFeatures, ContractTarget } from './target.ts'

/** The whole contract. */
export const contractCases: readonly ContractCase[] = [
  ...vectorCases,
  ...issueCases,
  ...bodyCases,
  ...faultCases,
  ...limitCases,
  ...outcomeCases,
  ...connectionCases,
  ...refusedBodyCases,
  ...guardCases,
  ...explainCases,
  ...liveCases,
  ...webhookCases,
]
