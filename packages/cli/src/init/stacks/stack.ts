import type { Import } from '../code.ts'
import type { Insertion } from '../insert.ts'
import type { ChosenLogin } from '../logins.ts'
import type { Project } from '../project.ts'

/** How a test asks the route for a ticket. */
export interface TestDraft {
  readonly path: string
  readonly imports: readonly Import[]
  /** The body of a function of `headers` that returns `{ status, body }`. */
  readonly ask: string
}

/** What is to be written for a stack; code has semicolons, single quotes and two spaces. */
export interface Draft {
  /** The file of the route. */
  readonly path: string
  readonly imports: readonly Import[]
  /** What comes between the imports and the login. */
  readonly before?: string
  /** What comes after the login. */
  readonly after: string
  /** How a login of the app's own might look. */
  readonly ownExample: string
  /** A file whose style the new ones take. */
  readonly sample?: string
  /** Lines for the app's own files: where they go in safely, or to be written by hand. */
  readonly insertion?: Insertion
  readonly manual?: { readonly file: string; readonly lines: string }
  readonly test?: TestDraft
  /** How the app is started for a trial; nothing where it needs lines first that are to be written by hand. */
  readonly start?: { readonly line: string; readonly port?: number } | { readonly worker: string }
}

/** A framework or a platform. */
export interface Stack {
  readonly id: string
  readonly title: string
  readonly adapter: string
  /** Packages one of which the project has. */
  readonly signs: readonly string[]
  /** Files one of which it has, if no package tells. */
  readonly files?: readonly string[]
  readonly keyFile: '.env' | '.dev.vars'
  draft(project: Project, chosen: ChosenLogin): Draft
}
