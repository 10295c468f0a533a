import { createRequire } from 'node:module'
import { GUARD_RESPONSES, ISSUING, WEBHOOK_RESPONSES } from './openapi.ts'

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

/** What the guard adds to the documents of a route: the bearer scheme, and its refusals. */
export function documentGuard(): Decorator {
  return decorators(({ ApiBearerAuth, ApiResponse }) => [ApiBearerAuth(), ...responses(ApiResponse, GUARD_RESPONSES)])
}

/** What the guard for webhooks adds: its refusals. */
export function documentWebhook(): Decorator {
  return decorators(({ ApiResponse }) => responses(ApiResponse, WEBHOOK_RESPONSES))
}

/** The documents of the issuing route. */
export function documentIssuing(): Decorator {
  const { summary, description, body } = ISSUING
  return decorators(({ ApiBody, ApiOperation, ApiResponse }) => [
    ApiOperation({ summary, description }),
    ApiBody(body as Parameters<typeof ApiBody>[0]),
    ...responses(ApiResponse, ISSUING.responses),
  ])
}

function responses(ApiResponse: Swagger['ApiResponse'], all: Readonly<Record<string, object>>): unknown[] {
  return Object.entries(all).map(([status, response]) => ApiResponse({ status: Number(status), ...response }))
}

/** The other methods answer 405, which no document needs. */
export function hideFromDocuments(): Decorator {
  return decorators(({ ApiExcludeEndpoint }) => [ApiExcludeEndpoint()])
}
