import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createUserSigner, UserSigError } from '@usersig/core'
import { type AppKey, type DiagnoseContext, diagnose, dissect, explainCode, repairTicket } from '@usersig/doctor'
import { allRecipes, recipeFor } from './recipes.ts'

/** Bad arguments: the message tells the assistant what to change. */
export class ToolError extends Error {}

/** Longest text that a tool takes, in characters: what `diagnose` reads. */
const MAX_TEXT = 524_288
/** No name or path is longer. */
const MAX_NAME = 4096
/** A package.json is smaller. */
const MAX_MANIFEST = 1_048_576

const text = (description: string) => ({ type: 'string', description, maxLength: MAX_TEXT }) as const
const name = (description: string) => ({ type: 'string', description, maxLength: MAX_NAME }) as const
const number = (description: string) => ({ type: 'integer', description }) as const
const language = { type: 'string', enum: ['en', 'zh'], description: 'language of the texts; default en' } as const

const LOGIN = {
  userId: name('UserID that logs in'),
  sdkAppId: number('SDKAppID that the client is started with'),
  roomId: number('numeric room that is entered'),
  strRoomId: name('string room that is entered'),
}

function tool(toolName: string, description: string, properties: object, required: readonly string[] = []) {
  return {
    name: toolName,
    description,
    inputSchema: { type: 'object' as const, properties, required: [...required], additionalProperties: false },
    annotations: { readOnlyHint: true, openWorldHint: false },
  }
}

/** What assistants are offered. No tool takes a key, returns one, or signs. */
export const TOOLS = [
  tool(
    'diagnose',
    'Finds out why a login to Tencent Cloud Chat, TRTC, Live or Call fails. Takes anything: a UserSig in any state, an error code, a message, a log, a curl line, code. Returns the verdict on the ticket and the causes, the most likely first, each with its next step.',
    { text: text('what there is'), ...LOGIN, language },
    ['text'],
  ),
  tool(
    'explain',
    'Explains an error code of Tencent Cloud Chat, TRTC, Call, Live or the REST API, by number, hexadecimal, constant or message.',
    { code: name('such as 70009, -100018, 0x4004, ERR_SVR_ACCOUNT_USERSIG_EXPIRED'), language },
    ['code'],
  ),
  tool(
    'inspect',
    'Shows what is in a UserSig or PrivateMapKey: user, SDKAppID, times, room, rights. Needs no key and verifies nothing.',
    { ticket: text('the ticket'), language },
    ['ticket'],
  ),
  tool(
    'verify',
    'Verifies a UserSig or, with a room, a PrivateMapKey with the key of this machine, as strictly as a server.',
    { ticket: text('the ticket'), userId: LOGIN.userId, roomId: LOGIN.roomId, strRoomId: LOGIN.strRoomId },
    ['ticket'],
  ),
  tool(
    'wire',
    'Says which package of the UserSig toolkit a project needs, and the lines to write. Reads the dependencies in its package.json.',
    {
      folder: name('folder of the project on this machine'),
      dependencies: { type: 'array', items: name('a package') },
    },
  ),
]

type Arguments = Readonly<Record<string, unknown>>

/** Calls a tool by its name. */
export function callTool(toolName: string, args: Arguments, keys: readonly AppKey[]): object {
  const found = TOOLS.find((each) => each.name === toolName)
  if (!found) throw new ToolError(`There is no tool ${JSON.stringify(toolName)}.`)
  checkArguments(args, found.inputSchema)
  switch (toolName) {
    case 'diagnose':
      return diagnoseText(args, keys)
    case 'explain':
      return { codes: explainCode(args['code'] as string, languageOf(args)) }
    case 'inspect':
      return inspectTicket(args)
    case 'verify':
      return verifyTicket(args, keys)
    default:
      return wire(args)
  }
}

interface Schema {
  readonly properties: object
  readonly required: readonly string[]
}

interface Property {
  readonly type: string
  readonly enum?: readonly string[]
  readonly maxLength?: number
}

function checkArguments(args: Arguments, { properties, required }: Schema): void {
  const known = new Map(Object.entries(properties as Record<string, Property>))
  for (const wanted of required) {
    if (args[wanted] === undefined) throw new ToolError(`The argument ${wanted} is missing.`)
  }
  for (const [given, value] of Object.entries(args)) {
    const property = known.get(given)
    if (!property) throw new ToolError(`There is no argument ${given}: there are ${[...known.keys()].join(', ')}.`)
    if (!isOf(value, property)) throw new ToolError(`The argument ${given} must be: ${describe(property)}.`)
  }
}

function isOf(value: unknown, { type, enum: choices, maxLength = MAX_NAME }: Property): boolean {
  if (type === 'array') {
    return Array.isArray(value) && value.length <= MAX_NAME && value.every((each) => typeof each === 'string')
  }
  if (type === 'integer') return Number.isSafeInteger(value) && (value as number) >= 0
  return typeof value === 'string' && value.length <= maxLength && (choices?.includes(value) ?? true)
}

const describe = ({ type, enum: choices, maxLength }: Property): string =>
  choices?.join(' or ') ?? `${type}${maxLength === undefined ? '' : `, at most ${maxLength} characters`}`

const languageOf = (args: Arguments) => ({ language: (args['language'] ?? 'en') as 'en' | 'zh' })

/** Those of the arguments that were given. */
function pick<Names extends string>(args: Arguments, ...names: readonly Names[]): { readonly [Name in Names]?: never } {
  return Object.fromEntries(names.filter((each) => args[each] !== undefined).map((each) => [each, args[each]])) as never
}

function diagnoseText(args: Arguments, keys: readonly AppKey[]): object {
  const context: DiagnoseContext = {
    keys,
    ...languageOf(args),
    ...pick(args, 'userId', 'sdkAppId', 'roomId', 'strRoomId'),
  }
  return diagnose(args['text'] as string, context)
}

function inspectTicket(args: Arguments): object {
  const { ticket, repairs } = repairTicket(args['ticket'] as string, languageOf(args))
  const { error, fields } = dissect(ticket)
  const shown = fields.filter(({ name: field }) => field !== 'TLS.sig' && field !== 'TLS.userbuf')
  return {
    fields: Object.fromEntries(shown.map(({ name: field, value }) => [field, value])),
    repairs,
    ...(error && { error: { code: error.code, message: error.message } }),
    characters: ticket.length,
  }
}

function verifyTicket(args: Arguments, keys: readonly AppKey[]): object {
  if (keys.length === 0) {
    throw new ToolError(
      'There is no key: start usersig mcp with USERSIG_SDKAPPID and USERSIG_SECRETKEY, or --key-file.',
    )
  }
  const ticket = args['ticket'] as string
  const faults: object[] = []
  for (const key of keys) {
    try {
      const signer = createUserSigner(key)
      const expected = pick(args, 'userId')
      const room = pick(args, 'roomId', 'strRoomId')
      const isRoom = Object.keys(room).length > 0
      const claims = isRoom
        ? signer.verifyPrivateMapKey(ticket, { ...expected, ...room } as never)
        : signer.verifyUserSig(ticket, expected)
      return { valid: true, claims }
    } catch (error) {
      if (!UserSigError.is(error)) throw error
      const { code, message, hint, tencentCode } = error
      faults.push({ sdkAppId: key.sdkAppId, code, message, hint, tencentCode })
    }
  }
  return { valid: false, faults }
}

function wire(args: Arguments): object {
  const given = (args['dependencies'] as readonly string[] | undefined) ?? []
  const folder = args['folder'] as string | undefined
  const dependencies = folder === undefined ? given : [...given, ...readDependencies(folder)]
  if (dependencies.length === 0) return { recipes: allRecipes() }
  return recipeFor(dependencies)
}

/** Names alone: nothing else of the file leaves it. */
function readDependencies(folder: string): string[] {
  try {
    const json = readFileSync(join(folder, 'package.json'), 'utf8').slice(0, MAX_MANIFEST)
    const manifest = JSON.parse(json) as Record<string, object | undefined>
    return Object.keys({ ...manifest['dependencies'], ...manifest['devDependencies'] })
  } catch {
    throw new ToolError('The folder has no package.json that can be read.')
  }
}
