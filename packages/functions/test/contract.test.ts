import { describeContract } from '@usersig/contract/vitest'
import { contractRoutes } from './apps/contract-app.ts'
import { byPath, GATEWAYS, readHeader, serveFunction } from './gateway.ts'

const serve = () => byPath(contractRoutes(readHeader))

for (const [name, toEvent] of Object.entries(GATEWAYS)) describeContract(name, () => serveFunction(toEvent, serve()))

describeContract('API Gateway, REST, with bodies in base64', () =>
  serveFunction(GATEWAYS['API Gateway, REST'], serve(), true),
)
