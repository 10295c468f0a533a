import type { IncomingMessage, ServerResponse } from 'node:http'

/** A request that is being traced. */
export interface Trace {
  /** ID of the trace, where there is one. */
  readonly traceId: string | undefined
  /** Runs what belongs to the request within it. */
  run<T>(work: () => T): T
  set(name: string, value: string | number): void
}

/** Begins a span for a request; it ends with the answer. */
export type StartTrace = (request: IncomingMessage, response: ServerResponse, route: string) => Trace

const UNTRACED: Trace = { traceId: undefined, run: (work) => work(), set: () => {} }

/** Traces by OpenTelemetry, where the operator has installed its API; an SDK that is registered exports them. */
export async function createTraces(): Promise<StartTrace> {
  let api: typeof import('@opentelemetry/api')
  try {
    api = await import('@opentelemetry/api')
  } catch {
    return () => UNTRACED
  }
  const { context, propagation, SpanKind, SpanStatusCode, trace } = api
  return (request, response, route) => {
    // Asked for each request: an SDK may be registered later.
    const tracer = trace.getTracer('@usersig/service')
    const parent = propagation.extract(context.active(), request.headers)
    // Source of the names: OpenTelemetry semantic conventions for HTTP servers.
    const attributes = { 'http.request.method': request.method ?? '', 'http.route': route, 'url.path': route }
    const span = tracer.startSpan(`${request.method} ${route}`, { kind: SpanKind.SERVER, attributes }, parent)
    response.once('close', () => {
      span.setAttribute('http.response.status_code', response.statusCode)
      if (response.statusCode >= 500) span.setStatus({ code: SpanStatusCode.ERROR })
      span.end()
    })
    const within = trace.setSpan(parent, span)
    const { traceId } = span.spanContext()
    return {
      traceId: /^0+$/.test(traceId) ? undefined : traceId,
      run: (work) => context.with(within, work),
      set: (name, value) => void span.setAttribute(name, value),
    }
  }
}
