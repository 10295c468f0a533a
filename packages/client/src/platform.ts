/** The part of an `AbortSignal` that is used. */
export interface SignalLike {
  /** Whether it is over. */
  readonly aborted: boolean
  /** Why, where the platform tells. */
  readonly reason?: unknown
  /** Listens to the end. */
  addEventListener(type: 'abort', listener: () => void): void
  /** Listens no longer. */
  removeEventListener(type: 'abort', listener: () => void): void
}

/** The signals of the platform's `fetch`: an `AbortSignal`, or its like where there are no types of a `fetch`. */
export type SourceSignal = typeof globalThis extends {
  /** The platform's own. */
  fetch(input: never, init?: infer Init): unknown
}
  ? NonNullable<Init> extends {
      /** Ends the request. */
      signal?: infer Signal
    }
    ? NonNullable<Signal>
    : SignalLike
  : SignalLike

/** The part of a `URL` that is used. */
export interface UrlLike {
  /** The address. */
  readonly href: string
  /** The address. */
  toString(): string
}
