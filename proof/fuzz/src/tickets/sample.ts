import type { Random } from '../random.ts'

/** An application of the corpus. */
export interface App {
  readonly sdkAppId: number
  readonly secretKey: string
}

/** What somebody signed, in the order of the signed lines; values of any type, since forgers sign what they like. */
export interface Signed {
  readonly userId: unknown
  readonly sdkAppId: unknown
  readonly issuedAt: unknown
  readonly expire: unknown
  /** Standard base64. */
  readonly userBuf?: unknown
}

/** A ticket to start from. */
export interface Sample {
  readonly name: string
  readonly app: App
  readonly ticket: string
  /** The zlib stream. */
  readonly bytes: Uint8Array
  /** The JSON document. */
  readonly document: string
  readonly signed: Signed | undefined
  /** A second at which it is valid. */
  readonly now: number
}

/** What became of a ticket. */
export interface Mutated {
  readonly text: string
  /** What may be accepted: what was signed with the key of the sample's application. */
  readonly signed: readonly Signed[]
}

/** Changes of one kind, by name. Each draws from `random` alone, so that a case can be run again. */
export type Changes<Result = string> = Readonly<
  Record<string, (random: Random, sample: Sample, corpus: readonly Sample[]) => Result>
>
