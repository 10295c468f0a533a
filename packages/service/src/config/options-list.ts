import type { Schema } from './schema-parts.ts'

/** The members of a configuration as a list for the README: those of a member below it. */
export function optionsList(schema: Schema): string {
  return [...members(schema, '')].join('\n')
}

/** Members whose own are told elsewhere: the options of the logins are those of `@usersig/auth`. */
const TOLD_ELSEWHERE = new Set(['$schema', 'login', 'apps.*.login'])

function* members({ properties = {}, required }: Schema, prefix: string, indent = ''): Generator<string> {
  for (const [name, schema] of Object.entries(properties)) {
    const path = `${prefix}${name}`
    if (path === '$schema') continue
    const isRequired = (required as string[] | undefined)?.includes(name) ?? false
    yield indent + item(path, schema, isRequired)
    if (!TOLD_ELSEWHERE.has(path)) yield* inner(schema, path, `${indent}  `)
  }
}

function* inner(schema: Schema, path: string, indent: string): Generator<string> {
  const { properties, additionalProperties, items } = schema as Schema & Record<string, Schema | undefined>
  if (properties && !isReference(schema)) yield* members(schema, `${path}.`, indent)
  if (typeof additionalProperties === 'object') yield* members(additionalProperties, `${path}.*.`, indent)
  if (typeof items === 'object' && items.properties) yield* members(items, `${path}[].`, indent)
}

/** `{ env }` or `{ file }` means the same everywhere. */
function isReference({ properties = {} }: Schema): boolean {
  return 'env' in properties && Object.keys(properties).every((name) => name === 'env' || name === 'file')
}

function item(path: string, schema: Schema, isRequired: boolean): string {
  const { description = '', default: standard, minimum, maximum } = schema as Schema & Record<string, unknown>
  const range =
    typeof maximum === 'number' && path !== 'apps.*.sdkAppId' ? ` From ${minimum ?? 'above 0'} to ${maximum}.` : ''
  const byDefault = standard === undefined ? '' : ` (default \`${String(standard)}\`)`
  return `- \`${path}\`${isRequired ? ' (required)' : byDefault}: ${description}${range}`
}
