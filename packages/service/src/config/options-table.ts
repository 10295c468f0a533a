import type { Schema } from './schema-parts.ts'

/** The members of a configuration as a table for the README. */
export function optionsTable(schema: Schema): string {
  const rows = [...members(schema, '')]
  return ['| member | default | meaning |', '| ------ | ------- | ------- |', ...rows].join('\n')
}

/** Members whose own are told elsewhere: the options of the logins are those of `@usersig/auth`. */
const TOLD_ELSEWHERE = new Set(['$schema', 'login', 'apps.*.login'])

function* members({ properties = {}, required }: Schema, prefix: string): Generator<string> {
  for (const [name, schema] of Object.entries(properties)) {
    const path = `${prefix}${name}`
    if (path === '$schema') continue
    const isRequired = (required as string[] | undefined)?.includes(name) ?? false
    yield row(path, schema, isRequired)
    if (!TOLD_ELSEWHERE.has(path)) yield* inner(schema, path)
  }
}

function* inner(schema: Schema, path: string): Generator<string> {
  const { properties, additionalProperties, items } = schema as Schema & Record<string, Schema | undefined>
  if (properties && !isReference(schema)) yield* members(schema, `${path}.`)
  if (typeof additionalProperties === 'object') yield* members(additionalProperties, `${path}.*.`)
  if (typeof items === 'object' && items.properties) yield* members(items, `${path}[].`)
}

/** `{ env }` or `{ file }` means the same everywhere. */
function isReference({ properties = {} }: Schema): boolean {
  return 'env' in properties && Object.keys(properties).every((name) => name === 'env' || name === 'file')
}

function row(path: string, schema: Schema, isRequired: boolean): string {
  const { description = '', default: standard, minimum, maximum } = schema as Schema & Record<string, unknown>
  const range =
    typeof maximum === 'number' && path !== 'apps.*.sdkAppId' ? ` From ${minimum ?? 'above 0'} to ${maximum}.` : ''
  const shown = isRequired ? 'required' : standard === undefined ? '' : `\`${String(standard)}\``
  return `| \`${path}\` | ${shown} | ${description}${range} |`
}
