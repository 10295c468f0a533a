/** How a stack is wired: packages to install, and the lines of the server. */
export interface Recipe {
  readonly stack: string
  readonly install: string
  readonly lines: string
  readonly environment: string
}

/** A recipe, and dependencies of which a project for it has one. */
export type Known = readonly [dependencies: readonly string[], recipe: Recipe]

export const AT_START =
  'Set USERSIG_SDKAPPID and USERSIG_SECRETKEY in the environment of the server, never in the client.'
