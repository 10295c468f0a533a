import { describeContract } from '@usersig/contract/vitest'
import { contractApp, start, VERSIONS } from './apps.ts'

for (const [name, express] of VERSIONS) {
  describeContract(name, () => start(contractApp(express)))
  const parsers = [express.json(), express.urlencoded({ extended: true }), express.text(), express.raw()]
  describeContract(`${name} after body parsers`, async () => ({
    ...(await start(contractApp(express, ...parsers))),
    features: { parsedBody: true },
  }))
}
