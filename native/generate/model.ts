import { readFileSync } from 'node:fs'
import { parse } from 'yaml'

/** A member of the endpoint's answer. */
export interface Field {
  readonly name: string
  readonly type: 'integer' | 'string' | 'strings'
  readonly isRequired: boolean
  /** What it means, as a sentence. */
  readonly meaning: string
}

interface Schema {
  readonly $ref?: string
  readonly type?: string
  readonly required?: readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
}

/** What the specification leaves to the names. */
const MEANINGS: Readonly<Record<string, string>> = {
  sdkAppId: 'SDKAppID of the application.',
  userId: 'UserID of the user who is logged in to your app.',
  userSig: 'The UserSig: pass it to the login of the SDK.',
  privateMapKey: 'The PrivateMapKey of the room, where one was asked for.',
  roomId: 'The room, if it has a number.',
  strRoomId: 'The room, if it has a name.',
  privileges: 'What the user may do in the room.',
  issuedAt: "When the tickets were issued, in Unix seconds of the server's clock.",
  expire: 'How long they are valid, in seconds.',
  expiresAt: "When they expire, in Unix seconds of the server's clock.",
}

/** The members of `IssuedTickets`, in the order of the specification. */
export function readFields(): Field[] {
  const spec = parse(readFileSync(new URL('../../spec/openapi.yaml', import.meta.url), 'utf8')) as {
    components: { schemas: Readonly<Record<string, Schema>> }
  }
  const { schemas } = spec.components
  const resolve = (schema: Schema): Schema =>
    schema.$ref ? resolve(schemas[schema.$ref.replace('#/components/schemas/', '')] as Schema) : schema
  const tickets = schemas['IssuedTickets'] as Schema
  return Object.entries(tickets.properties ?? {}).map(([name, property]) => {
    const { type } = resolve(property)
    const meaning = MEANINGS[name]
    if (meaning === undefined) throw new Error(`say in native/generate/model.ts what ${name} means`)
    if (type !== 'integer' && type !== 'string' && type !== 'array') throw new Error(`${name} is of the type ${type}`)
    return {
      name,
      type: type === 'array' ? 'strings' : type,
      isRequired: tickets.required?.includes(name) ?? false,
      meaning,
    }
  })
}

/** A line for each field. */
export function lines(fields: readonly Field[], write: (field: Field) => string): string {
  return fields.map(write).join('\n')
}

/** The head of each file. */
export const NOTICE: readonly string[] = [
  'UserSig tickets of Tencent Cloud (Chat, TRTC, Live, Call), fetched from the endpoint of your own server.',
  'Made from spec/openapi.yaml of https://github.com/usersig/usersig: copy this file into your app. MIT licensed.',
  'Not affiliated with Tencent.',
]
