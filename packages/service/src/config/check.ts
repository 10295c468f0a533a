import { unknownOption } from '@usersig/core/internal'
import { Ajv, type ErrorObject } from 'ajv'
import { findClashes } from './clashes.ts'
import { ConfigError, type ConfigFault } from './config-error.ts'
import { SCHEMA } from './schema.ts'
import type { Schema } from './schema-parts.ts'
import { findSecrets } from './secrets.ts'
import { type Path, readSource, type SourceText, withoutSource } from './source-text.ts'
import type { ServiceConfig } from './types.ts'

const validate = new Ajv({ allErrors: true, verbose: true, allowUnionTypes: true, strictRequired: false }).compile(
  SCHEMA,
)

/**
 * Reads a configuration: JSON, or YAML.
 *
 * @param text what the file holds
 * @param file its name, for messages
 * @throws ConfigError which names each fault with line and column
 */
export function parseConfig(text: string, file: string): ServiceConfig {
  return check(readSource(text, file), file)
}

/** @throws ConfigError */
export function checkConfig(value: unknown): ServiceConfig {
  return check(withoutSource(structuredClone(value)), 'the configuration')
}

function check(source: SourceText, file: string): ServiceConfig {
  const secrets = findSecrets(source)
  if (secrets.length > 0) throw new ConfigError(secrets, file)
  if (!validate(source.value))
    throw new ConfigError(withoutEchoes((validate.errors ?? []).map((each) => toFault(each, source))), file)
  const config = source.value as ServiceConfig
  const clashes = findClashes(config).map(({ path, message }) => ({
    path: path.join('.'),
    message,
    ...source.place(path),
  }))
  if (clashes.length > 0) throw new ConfigError(clashes, file)
  return config
}

/** What is wrong with one place is said once; a name that is not known may be the one that is missing. */
function withoutEchoes(faults: readonly ConfigFault[]): ConfigFault[] {
  const isUnknown = ({ message }: ConfigFault) => message.startsWith('there is no option')
  const [unknown, others] = [faults.filter(isUnknown), faults.filter((fault) => !isUnknown(fault))]
  const rest = others.filter(({ path, message }, i) => {
    const isFirst = others.findIndex((other) => other.path === path && other.message !== '') === i
    return message !== '' && isFirst && !unknown.some((other) => other.path === path)
  })
  return [...unknown, ...rest]
}

function toFault(error: ErrorObject, source: SourceText): ConfigFault {
  const path = toPath(error.instancePath, source.value)
  const { place, message } = explain(error, source, path)
  return { path: path.join('.'), message, ...place }
}

function explain(error: ErrorObject, source: SourceText, path: Path) {
  const { keyword, params, parentSchema, data } = error
  const schema = (parentSchema ?? {}) as Schema
  const place = source.place(path)
  switch (keyword) {
    case 'additionalProperties': {
      const name = String(params['additionalProperty'])
      const { message } = unknownOption(name, Object.keys(schema.properties ?? {}), 'x')
      return { place: source.place(path, name), message: message.replace(/^x: /, '') }
    }
    case 'propertyNames': {
      const name = String(params['propertyName'])
      return {
        place: source.place(path, name),
        message: `${JSON.stringify(name)} is not a name for an application: use up to 32 lower-case letters, digits and "-"`,
      }
    }
    case 'required':
      return { place, message: missing(String(params['missingProperty']), schema) }
    case 'minProperties':
    case 'maxProperties':
      return { place, message: howMany(schema, data) }
    case 'type':
      return { place, message: `it is ${kindOf(data)}, but must be ${listOf(params['type'])}. ${hintOf(schema)}` }
    case 'enum':
      return {
        place,
        message: `it must be one of ${(params['allowedValues'] as unknown[]).map((each) => JSON.stringify(each)).join(', ')}`,
      }
    // What belongs to these is told by the keyword inside of them.
    case 'anyOf':
    case 'pattern':
      return {
        place,
        message:
          keyword === 'anyOf' ? `it is not one of the allowed values. ${hintOf(schema)}` : mismatch(error, schema),
      }
    default:
      return { place, message: `it ${error.message ?? 'is not valid'}. ${hintOf(schema)}`.trimEnd() }
  }
}

function mismatch({ propertyName }: ErrorObject, schema: Schema): string {
  // That of a name of an application is told by `propertyNames`.
  return propertyName === undefined ? `it does not have the right form. ${hintOf(schema)}`.trimEnd() : ''
}

function missing(name: string, schema: Schema): string {
  const wanted = schema.properties?.[name] ?? {}
  const [example] = (wanted['examples'] as unknown[] | undefined) ?? []
  const line = example === undefined ? '' : ` Add ${JSON.stringify(name)}: ${JSON.stringify(example)}`
  return `${name} is missing. ${wanted.description ?? ''}${line}`.trimEnd()
}

function howMany({ properties = {} }: Schema, data: unknown): string {
  const names = Object.keys(properties)
  const given = Object.keys(Object(data))
  if (names.length === 0) return given.length === 0 ? 'it is empty: add one' : 'it has too many members'
  if (given.length === 0) return `it is empty: give one of ${names.join(', ')}`
  return `${given.join(' and ')} are both set: choose one`
}

function hintOf({ description, examples }: Schema): string {
  const [example] = (examples as unknown[] | undefined) ?? []
  return `${description ?? ''}${example === undefined ? '' : ` For example ${JSON.stringify(example)}`}`
}

function listOf(types: unknown): string {
  const words: Readonly<Record<string, string>> = {
    object: 'an object',
    array: 'an array',
    string: 'a text',
    integer: 'a whole number',
    number: 'a number',
    boolean: 'true or false',
  }
  return [types]
    .flat()
    .map((type) => words[String(type)] ?? String(type))
    .join(' or ')
}

function kindOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'an array'
  return typeof value === 'string' ? 'a text' : typeof value === 'object' ? 'an object' : `a ${typeof value}`
}

/** Elements of arrays are numbers in YAML's paths. */
function toPath(pointer: string, root: unknown): Path {
  let value = root
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((name) => {
      const key = Array.isArray(value) ? Number(name) : name
      value = (value as Record<string | number, unknown>)[key]
      return key
    })
}
