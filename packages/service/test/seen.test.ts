import { readFileSync } from 'node:fs'
import { context, propagation, trace } from '@opentelemetry/api'
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks'
import { W3CTraceContextPropagator } from '@opentelemetry/core'
import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Login, startLogin } from './login.ts'
import { ask, configOf, start } from './start.ts'

let login: Login
beforeAll(async () => {
  login = await startLogin()
})
afterAll(() => login.close())

const management = { port: 0 }

test('Prometheus sees how requests end, and how it is with what the service needs', async () => {
  const { url, managementUrl } = await start(configOf(login, { management }))
  const token = await login.sign('alice')
  await ask(`${url}/usersig`, token)
  await ask(`${url}/usersig`, token)
  await ask(`${url}/usersig`)
  const response = await fetch(`${managementUrl}/metrics`)
  expect(response.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/)
  const text = await response.text()
  expect(text.split('\n').filter((line) => line.startsWith('usersig_') && !line.includes('_bucket'))).toEqual([
    'usersig_requests_total{app="main",status="200",code="ok"} 2',
    'usersig_requests_total{app="main",status="401",code="unauthenticated"} 1',
    expect.stringMatching(/^usersig_request_duration_seconds_sum\{app="main",status="200"\} 0\.\d+/),
    'usersig_request_duration_seconds_count{app="main",status="200"} 2',
    expect.stringMatching(/^usersig_request_duration_seconds_sum\{app="main",status="401"\} (0\.\d+|\d\.\d+e-\d+)/),
    'usersig_request_duration_seconds_count{app="main",status="401"} 1',
    'usersig_limiter_fallbacks_total 0',
    expect.stringMatching(/^usersig_config_loaded_timestamp_seconds 1\.?\d+/),
    'usersig_dependency_up{kind="key",name="main"} 1',
    'usersig_dependency_up{kind="login",name="main"} 1',
    'usersig_ready 1',
    'usersig_requests_in_flight 0',
  ])
})

test('every metric of the dashboard exists', async () => {
  const dashboard = JSON.parse(readFileSync(new URL('../dashboard.json', import.meta.url), 'utf8'))
  const queries: string[] = dashboard.panels.flatMap(({ targets = [] }: { targets?: { expr: string }[] }) =>
    targets.map(({ expr }) => expr),
  )
  expect(queries.length).toBeGreaterThan(8)
  const { service, url, managementUrl } = await start(configOf(login, { management }))
  await ask(`${url}/usersig`, await login.sign('alice'))
  await service.reload(configOf(login, { management }))
  const text = await (await fetch(`${managementUrl}/metrics`)).text()
  const exported = new Set([...text.matchAll(/^([a-z]\w+?)(?:\{([^}]*)\})? /gm)].map(([, name]) => name))
  for (const query of queries) {
    const used = [...query.matchAll(/\b(?:usersig|nodejs|process)_\w+/g)].map(([name]) => name)
    expect(used.length, query).toBeGreaterThan(0)
    for (const name of used) expect([...exported], query).toContain(name)
  }
})

test('a trace goes on through the service, and its ID is in the audit log', async () => {
  const exporter = new InMemorySpanExporter()
  const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] })
  trace.setGlobalTracerProvider(provider)
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable())
  propagation.setGlobalPropagator(new W3CTraceContextPropagator())
  const { url, lines } = await start(configOf(login))
  const traceId = '0af7651916cd43dd8448eb211c80319c'
  const traceparent = `00-${traceId}-b7ad6b7169203331-01`
  await ask(`${url}/usersig`, await login.sign('alice'), undefined, { traceparent })
  await ask(`${url}/usersig`)
  await expect.poll(() => exporter.getFinishedSpans().length).toBe(2)
  const [first, second] = exporter.getFinishedSpans()
  expect(first?.name).toBe('POST /usersig')
  expect(first?.spanContext().traceId).toBe(traceId)
  expect(first?.parentSpanContext?.spanId).toBe('b7ad6b7169203331')
  expect(first?.attributes).toEqual({
    'http.request.method': 'POST',
    'http.route': '/usersig',
    'url.path': '/usersig',
    'http.response.status_code': 200,
    'usersig.app': 'main',
    'usersig.code': 'ok',
  })
  expect(second?.attributes).toMatchObject({ 'http.response.status_code': 401, 'usersig.code': 'unauthenticated' })
  expect(lines().find((line) => line['event'] === 'issued')?.['traceId']).toBe(traceId)
})
