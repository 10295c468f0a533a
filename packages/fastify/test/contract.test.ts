import { describeContract } from '@usersig/contract/vitest'
import type { FastifyInstance } from 'fastify'
import { contractApp, start, VERSIONS } from './apps.ts'

/** Reads what has a type that Fastify knows no parser for, too. */
function addParsers(app: FastifyInstance): void {
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
}

for (const [name, fastify] of VERSIONS) {
  describeContract(name, () => start(contractApp(fastify)))
  describeContract(`${name} with parsers for every type`, () => start(contractApp(fastify, addParsers)))
}
