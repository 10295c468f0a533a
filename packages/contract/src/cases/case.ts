import { type ContractFeatures, type ContractTarget, type ResolvedTarget, resolveTarget } from '../target.ts'

/** One statement of the contract. */
export interface ContractCase {
  readonly name: string
  /** Whether the case makes sense for a target: some need a real socket, some a guard. */
  appliesTo(target: ContractTarget): boolean
  /** Rejects when the target breaks the contract. Does nothing where the case does not apply. */
  run(target: ContractTarget): Promise<void>
}

/** Writes a case down; `needs` names the features without which it is left out. */
export function contractCase(
  name: string,
  run: (target: ResolvedTarget) => Promise<unknown>,
  ...needs: (keyof ContractFeatures)[]
): ContractCase {
  function appliesTo(target: ContractTarget): boolean {
    const { features } = resolveTarget(target)
    return needs.every((feature) => features[feature])
  }
  return {
    name,
    appliesTo,
    run: async (target) => {
      if (appliesTo(target)) await run(resolveTarget(target))
    },
  }
}
