import type { Target } from './target.ts'

/** One way to attack, and what holds against it. */
export interface Attack {
  readonly name: string
  /** What is promised to whoever runs such a server. */
  readonly promise: string
  /**
   * Attacks.
   *
   * @returns figures to print, as a text, or a promise of them; anything else is not looked at
   * @throws NotApplicable where the attack makes no sense for a server
   * @throws Error where the attack gets through, with what came of it
   */
  run(target: Target): unknown
  /** Takes many seconds, so that only the whole run has it. */
  readonly isLong?: true
}

/** Attacks of one kind. */
export interface AttackClass {
  readonly name: string
  readonly attacks: readonly Attack[]
}

/** Why an attack makes no sense for a server. */
export class NotApplicable extends Error {}

/** A part of a server that an attack needs. */
export function need<T>(part: T | undefined, reason: string): T {
  if (part === undefined) throw new NotApplicable(reason)
  return part
}
