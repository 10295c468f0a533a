import type { OutcomeEvent } from '@usersig/core/endpoint'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** From a signature in memory to an app that is asked and takes its time, in seconds. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/** What Prometheus fetches. */
export interface Metrics {
  readonly registry: Registry
  /** How a request ended. */
  outcome(app: string, event: OutcomeEvent): void
  /** A ticket that Redis did not count. */
  limiterFallback(): void
  reload(isGood: boolean): void
  /** Whether something that the service needs can be had. */
  dependency(kind: string, name: string, value: number): void
  ready(isReady: boolean): void
  /** Requests that are being answered. */
  inFlight(change: 1 | -1): void
}

/** Metrics of one service: each has a registry of its own. */
export function createMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  const requests = new Counter({
    name: 'usersig_requests_total',
    help: 'Requests for tickets, by application, status and code of the answer; ok where tickets were issued',
    labelNames: ['app', 'status', 'code'],
    registers,
  })
  const duration = new Histogram({
    name: 'usersig_request_duration_seconds',
    help: 'How long requests for tickets were worked on',
    labelNames: ['app', 'status'],
    buckets: BUCKETS,
    registers,
  })
  const fallbacks = new Counter({
    name: 'usersig_limiter_fallbacks_total',
    help: 'Tickets that Redis did not count',
    registers,
  })
  const reloads = new Counter({
    name: 'usersig_config_reloads_total',
    help: 'Attempts to load a new configuration',
    labelNames: ['outcome'],
    registers,
  })
  const loaded = new Gauge({
    name: 'usersig_config_loaded_timestamp_seconds',
    help: 'When the configuration in use was taken over, in Unix seconds',
    registers,
  })
  const up = new Gauge({
    name: 'usersig_dependency_up',
    help: '1 where a key, Redis or a login can be reached, 0.5 where the last answer serves on, 0 where it cannot',
    labelNames: ['kind', 'name'],
    registers,
  })
  const ready = new Gauge({ name: 'usersig_ready', help: '1 where /ready answers 200', registers })
  const inFlight = new Gauge({
    name: 'usersig_requests_in_flight',
    help: 'Requests that are being answered',
    registers,
  })
  loaded.setToCurrentTime()
  return {
    registry,
    outcome: (app, { status, code, duration: seconds }) => {
      requests.inc({ app, status, code })
      duration.observe({ app, status }, seconds)
    },
    limiterFallback: () => fallbacks.inc(),
    reload: (isGood) => {
      reloads.inc({ outcome: isGood ? 'ok' : 'refused' })
      if (isGood) loaded.setToCurrentTime()
    },
    dependency: (kind, name, value) => up.set({ kind, name }, value),
    ready: (isReady) => ready.set(isReady ? 1 : 0),
    inFlight: (change) => inFlight.inc(change),
  }
}
