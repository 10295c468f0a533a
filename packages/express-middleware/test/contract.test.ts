import { describeContract } from '@usersig/contract/vitest'
import { contractApp, start, VERSIONS } from './apps.ts'

for (const [name, express] of VERSIONS) {
  describeContract(name, () => start(contractApp(express)))
  // Express has text() and raw() since 4.17.
  const newer = 'text' in express ? [express.text(), express.raw()] : []
  const parsers = [express.json(), express.urlencoded({ extended: true }), ...newer]
  describeContract(`${name} after body parsers`, async () => ({
    ...(await start(contractApp(express, ...parsers))),
    features: { parsedBody: true },
  }))
}
