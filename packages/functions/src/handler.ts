/** A function as the platforms call it. */
// biome-ignore lint/suspicious/noExplicitAny: each platform has its own types of events, and some have none.
export type FunctionHandler<Event = any, Context = any, Result = any> = (
  event: Event,
  context: Context,
) => Promise<Result>

/** A function that a guard hands requests on to. */
// biome-ignore lint/suspicious/noExplicitAny: each platform has its own types of events, and some have none.
export type GuardedFunction<Event = any, Context = any, Result = any> = (
  event: Event,
  context: Context,
) => Result | Promise<Result>

/** @throws TypeError if it is not a function */
export function checkHandler(handler: unknown, line: string): void {
  if (typeof handler !== 'function') throw new TypeError(`a guard needs the function that it guards:\n\n  ${line}\n`)
}

/** @throws TypeError for a function in place of the options */
export function checkNotHandler(options: unknown, line: string): void {
  if (typeof options === 'function') throw new TypeError(`options come first, and then the function:\n\n  ${line}\n`)
}

/** What is kept of a request: the objects that the platform made for it. */
export function requestObjects(...values: readonly unknown[]): object[] {
  return values.filter((value): value is object => typeof value === 'object' && value !== null)
}
