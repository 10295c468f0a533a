import { inspect } from 'node:util'

const DEEP = { depth: 6, showHidden: true, getters: true, maxArrayLength: null, maxStringLength: null } as const

/** Everything that a program could write down of a value: as logs, JSON, clones, templates and stack traces show it. */
export function tracesOf(value: unknown): string {
  const traces = [inspect(value, DEEP), tryTo(() => JSON.stringify(value)), tryTo(() => String(value))]
  traces.push(
    tryTo(() => inspect(structuredClone(value), DEEP)),
    ...propertiesOf(value),
  )
  if (value instanceof Error) traces.push(value.message, value.stack ?? '', tracesOf(value.cause))
  return traces.join('\n')
}

/** Reads every property, those of the prototypes and hidden ones among them. */
function propertiesOf(value: unknown): string[] {
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return []
  const names = new Set<PropertyKey>()
  for (let each: object | null = value; each && each !== Object.prototype; each = Object.getPrototypeOf(each)) {
    for (const name of Reflect.ownKeys(each)) names.add(name)
  }
  return [...names].map((name) => tryTo(() => `${String(name)}: ${inspect(Reflect.get(value, name), DEEP)}`))
}

function tryTo(write: () => string | undefined): string {
  try {
    return write() ?? ''
  } catch (error) {
    return error instanceof Error ? `${error.message} ${error.stack}` : ''
  }
}

/** A key in each form in which it could be written down. */
export function formsOf(secret: string): string[] {
  const bytes = Buffer.from(secret)
  return [secret, bytes.toString('base64'), bytes.toString('hex'), [...bytes].join(','), inspect(bytes).slice(8, 80)]
}
