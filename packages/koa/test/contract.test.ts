import { bodyParser } from '@koa/bodyparser'
import { describeContract } from '@usersig/contract/vitest'
import type { Middleware } from 'koa'
import { koaBody } from 'koa-body'
import koaBodyparser from 'koa-bodyparser'
import { contractApp, start, VERSIONS } from './apps.ts'

const types: ('json' | 'form' | 'text')[] = ['json', 'form', 'text']

/** Parsers are typed for one version of Koa each. */
const PARSERS: Record<string, () => Middleware> = {
  '@koa/bodyparser': () => bodyParser({ enableTypes: types }) as Middleware,
  'koa-bodyparser': () => koaBodyparser({ enableTypes: types }) as Middleware,
  'koa-body': () => koaBody() as Middleware,
}

for (const [name, Koa] of VERSIONS) {
  describeContract(name, () => start(contractApp(Koa)))
  for (const [parser, create] of Object.entries(PARSERS)) {
    describeContract(`${name} after ${parser}`, async () => ({
      ...(await start(contractApp(Koa, create()))),
      features: { parsedBody: true },
    }))
  }
}
