import { type ContractFeatures, type ContractTarget, type ResolvedTarget, resolveTarget } from '../target.ts'

/** One statement of the contract. */
export interface ContractCase {
  readonly name: string
  /** Whether the case makes sense for a target: some need a real socket, some a guard. */
  appliesTo(target: ContractTarget): boolean
  /**
   * Most of its time goes by in waiting for a time limit of the app. Cases that wait can do so at once, except that
   * those `in turn` change what the others of their kind look at.
   */
  readonly waits?: 'at once' | 'in turn'
  /** Rejects when the target breaks the contract. Does nothing where the case does not apply. */
  run(target: ContractTarget): Promise<void>
}

/** Marks a case that waits, and changes what the others of its kind look at. */
export function waitingInTurn(given: ContractCase): ContractCase {
  return { ...given, waits: 'in turn' }
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

/** Writes down a case that waits, and that no other case disturbs. */
export function waitingCase(...given: Parameters<typeof contractCase>): ContractCase {
  return { ...contractCase(...given), waits: 'at once' }
}
