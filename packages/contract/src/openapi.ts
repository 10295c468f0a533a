import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { parse } from 'yaml'
import type { Answer } from './client.ts'

const SPEC = new URL('../../../spec/openapi.yaml', import.meta.url)

/** A part of the description; those that are read by name. */
interface Node {
  readonly paths?: Node
  readonly post?: Node
  readonly headers?: Node
  readonly content?: Node
  readonly required?: Node
  readonly [name: string]: Node | undefined
}

const spec: Node = parse(readFileSync(SPEC, 'utf8'))
// OpenAPI's own words beside those of JSON Schema (`example`, `discriminator`) are not mistakes.
const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true })
ajv.addSchema(spec, 'openapi')

/** Where the description speaks of what a guard refuses. */
export const GUARD_REFUSAL = '/components/responses/UserSigRequired'

/** Asserts that the description of the endpoint allows this answer, by default one of the issuing path. */
export function checkDocumented(answer: Answer, pointer: string = findResponse(answer)): void {
  const response = at(pointer)
  for (const name of Object.keys(response.headers ?? {})) {
    const value = answer.headers[name.toLowerCase()]
    const { required } = at(resolve(`${pointer}/headers/${name}`))
    if (required || value !== undefined) check(`${pointer}/headers/${name}`, 'schema', value)
  }
  if (answer.method === 'HEAD') return
  const type = answer.headers['content-type']?.split(';')[0] ?? ''
  const content = response.content ?? {}
  assert.ok(content[type], `${type} is not among the documented types of ${pointer}`)
  check(`${pointer}/content/${escapePointer(type)}`, 'schema', JSON.parse(answer.body))
}

/** Where the description speaks of this answer. Methods that are not described share the 405 of POST. */
function findResponse({ method, status }: Answer): string {
  const [path] = Object.entries(spec.paths ?? {}).find(([, item]) => item?.post) ?? []
  assert.ok(path, 'no path with POST is described')
  const item = `/paths/${escapePointer(path)}`
  const operation = at(item)[method.toLowerCase()] ? method.toLowerCase() : 'post'
  const pointer = resolve(`${item}/${operation}/responses/${status}`)
  assert.ok(at(pointer), `${status} is not described for ${method}`)
  return pointer
}

function check(pointer: string, name: string, value: unknown): void {
  const owner = resolve(pointer)
  const validate = ajv.getSchema(`openapi#${owner}/${name}`)
  assert.ok(validate, `no schema at ${owner}/${name}`)
  assert.ok(validate(value), `${pointer}: ${ajv.errorsText(validate.errors)}`)
}

/** The pointer itself, or where its `$ref` leads to. */
function resolve(pointer: string): string {
  const reference = (at(pointer) as { $ref?: unknown } | undefined)?.$ref
  return typeof reference === 'string' ? resolve(reference.slice(1)) : pointer
}

function at(pointer: string): Node {
  const names = pointer
    .slice(1)
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
  return names.reduce<Node | undefined>((node, name) => node?.[name], spec) as Node
}

function escapePointer(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1')
}
