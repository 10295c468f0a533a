import { createRequire } from 'node:module'

type Swagger = typeof import('@nestjs/swagger')
type Decorator = ClassDecorator & MethodDecorator

/** `undefined` where the app does without `@nestjs/swagger`. */
function loadSwagger(): Swagger | undefined {
  const require = createRequire(import.meta.url)
  try {
    require.resolve('@nestjs/swagger')
  } catch {
    return undefined
  }
  return require('@nestjs/swagger') as Swagger
}

let swagger: { readonly loaded: Swagger | undefined } | undefined

function decorators(choose: (swagger: Swagger) => readonly unknown[]): Decorator {
  swagger ??= { loaded: loadSwagger() }
  const chosen = swagger.loaded ? (choose(swagger.loaded) as readonly MethodDecorator[]) : []
  return ((...args: Parameters<MethodDecorator>) => {
    for (const decorate of chosen) decorate(...args)
  }) as Decorator
}

const PROBLEM = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'code'],
  properties: {
    type: { type: 'string', example: 'urn:usersig:problem:unauthenticated' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    code: { type: 'string', description: 'Stable, for programs' },
  },
}

const ROOM = {
  roomId: { type: 'integer', minimum: 1, maximum: 4294967294 },
  strRoomId: { type: 'string', maxLength: 64 },
}

const ISSUED = {
  type: 'object',
  required: ['sdkAppId', 'userId', 'userSig', 'issuedAt', 'expire', 'expiresAt'],
  properties: {
    sdkAppId: { type: 'integer' },
    userId: { type: 'string' },
    userSig: { type: 'string' },
    privateMapKey: { type: 'string', description: 'Where a room was asked for' },
    ...ROOM,
    privileges: { type: 'array', items: { type: 'string' } },
    issuedAt: { type: 'integer', description: 'Unix seconds' },
    expire: { type: 'integer', description: 'Seconds' },
    expiresAt: { type: 'integer', description: 'Unix seconds' },
  },
}

const REFUSALS = {
  400: 'The body or the room is not valid',
  401: 'Not logged in',
  403: 'The room is not open to the user',
  408: 'The body took too long to arrive',
  413: 'The body is too large',
  415: 'The body is not JSON',
  500: 'The server failed',
}

function problem(status: number, description: string) {
  return { status, description, content: { 'application/problem+json': { schema: PROBLEM } } }
}

/** What the guard adds to the documents of a route: the bearer scheme, and its refusal. */
export function documentGuard(): Decorator {
  return decorators(({ ApiBearerAuth, ApiResponse }) => [
    ApiBearerAuth(),
    ApiResponse(problem(401, 'The UserSig is missing or not valid')),
  ])
}

/** The documents of the issuing route. */
export function documentIssuing(): Decorator {
  return decorators(({ ApiBody, ApiOperation, ApiResponse }) => [
    ApiOperation({ summary: 'Issues a UserSig for the user who is logged in, and a PrivateMapKey for a room' }),
    ApiBody({ required: false, schema: { type: 'object', properties: ROOM, additionalProperties: false } }),
    ApiResponse({ status: 200, description: 'The tickets', content: { 'application/json': { schema: ISSUED } } }),
    ...Object.entries(REFUSALS).map(([status, text]) => ApiResponse(problem(Number(status), text))),
  ])
}

/** The other methods answer 405, which no document needs. */
export function hideFromDocuments(): Decorator {
  return decorators(({ ApiExcludeEndpoint }) => [ApiExcludeEndpoint()])
}
