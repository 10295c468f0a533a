/**
 * Writes src/documents/openapi.ts, what the module tells @nestjs/swagger, from spec/openapi.yaml; with --check it says
 * whether the two agree.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { isDeepStrictEqual } from 'node:util'
import { parse } from 'yaml'

const here = (path) => fileURLToPath(new URL(path, import.meta.url))
const TARGET = here('../src/documents/openapi.ts')

const spec = parse(readFileSync(here('../../../spec/openapi.yaml'), 'utf8'))
const { post } = spec.paths['/usersig']
const { responses } = spec.components

/** The documents of an app know no components of ours, and need no examples. */
function inlined(node) {
  if (Array.isArray(node)) return node.map(inlined)
  if (typeof node !== 'object' || node === null) return node
  if (node.$ref)
    return inlined(
      node.$ref
        .split('/')
        .slice(1)
        .reduce((at, name) => at[name], spec),
    )
  const entries = Object.entries(node).filter(([name]) => name !== 'examples')
  return Object.fromEntries(entries.map(([name, value]) => [name, inlined(value)]))
}

const { schema } = post.requestBody.content['application/json']
const exported = {
  ISSUING: {
    summary: post.summary,
    description: post.description,
    body: { required: post.requestBody.required, description: post.requestBody.description, schema },
    responses: post.responses,
  },
  GUARD_RESPONSES: pick({
    401: 'UserSigRequired',
    404: 'NotFound',
    500: 'InternalError',
    503: 'Unavailable',
  }),
  WEBHOOK_RESPONSES: pick({
    400: 'BadRequest',
    403: 'WebhookRefused',
    408: 'BodyTimeout',
    413: 'BodyTooLarge',
    500: 'InternalError',
    503: 'Unavailable',
  }),
}

function pick(names) {
  return Object.fromEntries(Object.entries(names).map(([status, name]) => [status, responses[name]]))
}

// The formatter writes the file anew, so that it is compared by its values.
const written = JSON.parse(JSON.stringify(inlined(exported)))

const text = `// Written by scripts/documents.mjs from spec/openapi.yaml.

interface Response {
  readonly description: string
  readonly [name: string]: unknown
}

type Responses = Readonly<Record<string, Response>>

/** The operation that issues tickets. */
export const ISSUING: {
  readonly summary: string
  readonly description: string
  readonly body: object
  readonly responses: Responses
} = ${json(written.ISSUING)}

/** What a route answers after the guard has refused. */
export const GUARD_RESPONSES: Responses = ${json(written.GUARD_RESPONSES)}

/** What a route answers after the guard for webhooks has refused. */
export const WEBHOOK_RESPONSES: Responses = ${json(written.WEBHOOK_RESPONSES)}
`

function json(value) {
  return JSON.stringify(value, null, 2)
}

if (!process.argv.includes('--check')) {
  writeFileSync(TARGET, text)
} else if (Object.entries(await import(TARGET)).some(([name, value]) => !isDeepStrictEqual(value, written[name]))) {
  console.error('src/documents/openapi.ts is not what spec/openapi.yaml says: run pnpm run documents')
  process.exitCode = 1
}
