import type { Asked } from './exchange.ts'
import { type ErrorHook, HOOK_FAILED, report, runHook, toProblem } from './hooks.ts'

/** How one request ended, for metrics and traces: it holds no ticket, no key and no user. */
export interface OutcomeEvent {
  /** Kind of the request: `issue` a ticket, pass the `guard`, deliver a `webhook`. */
  readonly kind: 'issue' | 'guard' | 'webhook'
  /** The HTTP status of the answer; 200 where a guard let the request pass to the app. */
  readonly status: number
  /** `ok`, or the `code` of the problem document that the client gets. */
  readonly code: string
  /**
   * How long the request was worked on, in seconds, callbacks and signer included; to write the answer, or what the app
   * does after a guard, is not. Workers stop their clock while a program computes, so that it may be 0 there.
   */
  readonly duration: number
  /** SDKAppID of the application, where the request came as far as its key. */
  readonly sdkAppId?: number
}

/** What the app is told for its metrics and traces. */
export interface OutcomeHook<Request, Context> {
  /**
   * Called once for each request, whatever its result. If it is slow or fails, the answer is not delayed or changed.
   * @defaultValue nothing is measured
   */
  onOutcome?: (event: OutcomeEvent, request: Request, context: Context) => unknown
}

/** Tells how a request ended: with what was thrown, or well. */
export interface Outcome {
  ok(sdkAppId?: number): void
  failed(thrown: unknown, sdkAppId?: number): void
}

const UNWATCHED: Outcome = { ok: () => {}, failed: () => {} }

/** Begins to measure a request; without the hook it does nothing. */
export function watchOutcome<Request, Context>(
  kind: OutcomeEvent['kind'],
  hooks: OutcomeHook<Request, Context> & ErrorHook<Request, Context>,
  asked: Asked<Request, Context>,
): Outcome {
  const { onOutcome } = hooks
  if (!onOutcome) return UNWATCHED
  const start = performance.now()
  const tell = (status: number, code: string, sdkAppId: number | undefined) => {
    const duration = Math.max(0, performance.now() - start) / 1000
    const event: OutcomeEvent = { kind, status, code, duration, ...(sdkAppId !== undefined && { sdkAppId }) }
    runHook(
      () => onOutcome(event, asked.request, asked.context),
      asked,
      (error) => report({ status: 200, code: HOOK_FAILED, error }, asked, hooks),
    )
  }
  return {
    ok: (sdkAppId) => tell(200, 'ok', sdkAppId),
    failed: (thrown, sdkAppId) => {
      const { status, code } = toProblem(thrown)
      tell(status, code, sdkAppId)
    },
  }
}
