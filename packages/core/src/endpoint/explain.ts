import { flag } from '../options/option-checks.ts'
import { ownOptions } from '../options/own-options.ts'
import { type OptionTable, readOptions } from '../options/read-options.ts'
import { kindOf, show } from '../show.ts'
import { type Credentials, signerOf } from './credentials.ts'
import { printable } from './printable.ts'
import type { ProblemCode } from './problem.ts'

/**
 * A request that was answered with 401. What is secret is returned by functions, so that a program that prints the whole of it
 * prints no ticket and no key.
 */
export interface RefusedRequest {
  /** The `code` of the problem document that the client gets. */
  readonly code: ProblemCode
  /** Its `detail`. */
  readonly detail: string
  /** What the client sent as its ticket; `undefined` where it sent none, or where no ticket is asked for. */
  ticket(): string | undefined
  /** The keys that the ticket is checked with; empty where they are not known here, as in a KMS. */
  keys(): readonly RefusedKey[]
}

/** A key that a ticket is checked with. */
export interface RefusedKey {
  /** SDKAppID of the application. */
  readonly sdkAppId: number
  /** Its SDKSecretKey, or several during a rotation. */
  readonly secretKey: string | readonly string[]
}

/** One reason why a request was refused: it holds no ticket and no key. */
export interface RefusalCause {
  /** What it is, for programs. */
  readonly code: string
  /** What is the case. */
  readonly message: string
  /** What to do about it. */
  readonly action: string
}

/** Finds out why a request was refused, the most likely reason first: `explainRefusal` of `@usersig/doctor`. */
export type ExplainRefusal = (refused: RefusedRequest) => readonly RefusalCause[]

/** How refusals are explained where the platform does not say whether it is in production. */
export interface ExplainOptions {
  /** What explains: `explainRefusal` of `@usersig/doctor`. */
  with: ExplainRefusal
  /** Whether this is in production, where nothing is explained: `true` is refused. */
  production: boolean
  /**
   * The key to check tickets with while explaining, where the endpoint or guard gets its own by a function or a signer.
   * @defaultValue the option `credentials`, where it is a value, or the key of the environment
   */
  credentials?: Credentials
}

/** The option, for a request and a context of any kind. */
export interface ExplainOption {
  /**
   * For development: explains each 401 in the log, or as `causes` of the event of `onError`. Refused where `NODE_ENV` is
   * `production`. A platform that does not say what it is, as Workers do not, wants to be told:
   * `{ with: explainRefusal, production: false }`.
   * @defaultValue nothing is explained
   */
  explain?: ExplainRefusal | ExplainOptions
}

const OPTIONS: OptionTable<ExplainOptions> = {
  with: (value, name) => {
    if (typeof value === 'function') return value
    throw new TypeError(`${name} is ${show(value)}, but must be explainRefusal of @usersig/doctor`)
  },
  production: flag,
  credentials: (value) => {
    signerOf(value)
    return value
  },
}

/** What the option may be. */
export const EXPLAIN_OPTION: OptionTable<ExplainOption> = {
  explain: (value, name) => {
    if (typeof value === 'function') return value
    if (typeof value !== 'object' || value === null) {
      const line = "import { explainRefusal } from '@usersig/doctor', and pass explain: explainRefusal"
      throw new TypeError(`${name} is ${kindOf(value)}, but must be a function: ${line}`)
    }
    const options = readOptions<ExplainOptions>(value, OPTIONS, name)
    if (options.with === undefined)
      throw new TypeError(`${name}.with is missing: it is explainRefusal of @usersig/doctor`)
    if (options.production === undefined) throw new TypeError(`${name}.production is missing: true or false`)
    if (options.production) throw inProduction('explain.production is true')
    return options
  },
}

const OFF = "explain: process.env.NODE_ENV === 'production' ? undefined : explainRefusal"

function inProduction(why: string): TypeError {
  return new TypeError(`explain is for development, and ${why}: leave it out there, as with\n\n  ${OFF},\n`)
}

/**
 * For adapters: the option as the core takes it, once the platform has said what it is.
 *
 * @param options the options of the app
 * @param environment `NODE_ENV`, or nothing where it is not set on a platform that would have it
 * @param credentials the key of the environment, where the app names none
 * @throws TypeError in production
 */
export function settleExplain<Options extends ExplainOption & { readonly credentials?: unknown }>(
  options: Options,
  environment: unknown,
  credentials: () => Credentials | undefined,
): Options {
  const { explain } = options
  if (explain === undefined) return options
  if (typeof explain === 'function' && environment === 'production') throw inProduction('NODE_ENV is production')
  const given: ExplainOptions = ownOptions(
    typeof explain === 'function' ? { with: explain, production: false } : explain,
  )
  if (given.credentials !== undefined) return { ...options, explain: given }
  const known = fixedOf(options.credentials) ?? credentials()
  return { ...options, explain: known === undefined ? given : { ...given, credentials: known } }
}

/**
 * For platforms that do not say whether they are in production: the app has to.
 *
 * @throws TypeError for a function alone
 */
export function wantProductionSaid(explain: ExplainOption['explain']): asserts explain is ExplainOptions | undefined {
  if (typeof explain !== 'function') return
  const line = 'explain: { with: explainRefusal, production: false }'
  throw new TypeError(
    `explain is for development, and this platform does not say what it is. Write so yourself:\n\n  ${line},\n`,
  )
}

/** Explains refusals, for as long as the app runs. */
export type Explainer = (code: ProblemCode, detail: string, ticket?: string) => readonly RefusalCause[] | undefined

/** @throws TypeError where nobody said whether this is in production */
export function createExplainer(options: ExplainOption & { readonly credentials?: unknown }): Explainer | undefined {
  const { explain, credentials: own } = options
  if (explain === undefined) return undefined
  wantProductionSaid(explain)
  const { credentials = fixedOf(own) } = explain
  const keys = credentials === undefined ? [] : [toKey(credentials)]
  return (code, detail, ticket) => {
    try {
      return explain.with({ code, detail, ticket: () => ticket, keys: () => keys })
    } catch (error) {
      console.error(`usersig: explain failed: ${printable(error)}`)
      return undefined
    }
  }
}

/** Credentials that are a value: those of a function are known at a request only. */
function fixedOf(credentials: unknown): Credentials | undefined {
  return typeof credentials === 'object' && credentials !== null ? (credentials as Credentials) : undefined
}

function toKey({ sdkAppId, secretKey }: Credentials): RefusedKey {
  return { sdkAppId: Number(sdkAppId), secretKey: secretKey ?? [] }
}

/** Longest line of a log. */
const MAX_SHOWN = 3

/** A detail of a problem document has no full stop. */
const sentence = (text: string): string => (/[.。!?]$/.test(text) ? text : `${text}.`)

/** The first causes as a log shows them. */
export function printCauses(causes: readonly RefusalCause[]): string {
  return causes
    .slice(0, MAX_SHOWN)
    .map(
      ({ code, message, action }, i) =>
        `\n  ${i + 1}. ${printable({ name: code, message: `${sentence(message)} ${action}`.trim() })}`,
    )
    .join('')
}
