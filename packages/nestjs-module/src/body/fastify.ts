import type { IncomingMessage } from 'node:http'

interface FastifyRequest {
  readonly raw: IncomingMessage
  headers: IncomingMessage['headers']
}

interface FastifyRoute {
  readonly config?: { readonly userSigUnparsed?: true }
  preParsing?: unknown
  preValidation?: unknown
}

export interface FastifyApp {
  addContentTypeParser(
    type: string,
    parser: (request: unknown, body: unknown, done: (error: null) => void) => void,
  ): void
  addHook(name: 'onRoute', hook: (route: FastifyRoute) => void): void
}

const UNPARSED = 'application/vnd.usersig.unparsed'

export function keepFromFastify(app: FastifyApp): void {
  app.addContentTypeParser(UNPARSED, (_request, _body, done) => done(null))
  app.addHook('onRoute', (route) => {
    if (!route.config?.userSigUnparsed) return
    route.preParsing = [...list(route.preParsing), hideType]
    route.preValidation = [showTypeAgain, ...list(route.preValidation)]
  })
}

function hideType(
  request: FastifyRequest,
  _reply: unknown,
  body: unknown,
  done: (error: null, body: unknown) => void,
): void {
  if (!isEmpty(request)) request.headers = { ...request.headers, 'content-type': UNPARSED }
  done(null, body)
}

function showTypeAgain(request: FastifyRequest, _reply: unknown, done: () => void): void {
  if (!isEmpty(request)) {
    const { 'content-type': _, ...headers } = request.headers
    request.headers = { ...headers, 'content-type': request.raw.headers['content-type'] }
  }
  done()
}

/** Most requests for a ticket: there is nothing to keep from a parser. */
function isEmpty({ raw }: FastifyRequest): boolean {
  return raw.headers['content-length'] === '0' && raw.headers['content-type'] === undefined
}

function list(hooks: unknown): readonly unknown[] {
  return hooks === undefined ? [] : [hooks].flat()
}
