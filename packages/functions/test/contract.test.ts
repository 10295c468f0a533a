import { describeContract } from '@usersig/contract/vitest'
import { contractRoutes } from './apps/contract-app.ts'
import { GATEWAYS, serveFunction } from './gateway.ts'

interface AnyEvent {
  readonly path?: string
  readonly rawPath?: string
  readonly headers?: Record<string, string>
  readonly multiValueHeaders?: Record<string, string[]>
}

/** As an app finds a header: under any case, in either place. */
function readHeader(event: unknown, name: string): string | undefined {
  const { headers, multiValueHeaders } = event as AnyEvent
  const values = Object.entries(headers ?? multiValueHeaders ?? {})
  const found = values.find(([each]) => each.toLowerCase() === name)?.[1]
  return Array.isArray(found) ? found[0] : found
}

function serve() {
  const routes = contractRoutes(readHeader)
  return async (event: AnyEvent, context: object) => {
    const route = routes[event.rawPath ?? event.path ?? '']
    return route ? await route(event, context) : { statusCode: 404, body: '', isBase64Encoded: false }
  }
}

for (const [name, toEvent] of Object.entries(GATEWAYS)) describeContract(name, () => serveFunction(toEvent, serve()))

describeContract('API Gateway, REST, with bodies in base64', () =>
  serveFunction(GATEWAYS['API Gateway, REST'] as never, serve(), true),
)
