import { expectPassed, visit } from './cases/guard.ts'
import { send } from './client.ts'
import { expectIssued } from './expect.ts'
import { type ContractTarget, resolveTarget } from './target.ts'

/** Rejects unless a ticket issued at the one target passes the guard of the other. */
export async function checkAcross(issuer: ContractTarget, verifier: ContractTarget): Promise<void> {
  const { userSig } = expectIssued(await send(resolveTarget(issuer).issueUrl, { user: 'alice' }), 'alice')
  expectPassed(await visit(resolveTarget(verifier).guardUrl, userSig), 'alice')
}
