import type { IncomingMessage } from 'node:http'
import { ROUTE_CONFIG, ROUTE_CONFIG_KEY } from './route-config.ts'

type Request = IncomingMessage & { readonly path: string }
type Next = (error?: unknown) => void
type Handle = (request: Request, response: unknown, next: Next) => unknown

interface ExpressLayer {
  readonly name: string
  readonly handle: Handle
  readonly route?: {
    readonly methods: Readonly<Record<string, boolean>>
    readonly stack: { handle: Handle }[]
  }
  match(path: string): boolean
}

export interface ExpressApp {
  readonly router: { readonly stack: readonly ExpressLayer[] }
  use(middleware: Handle): void
}

/** The names of the parsers of Express, by which Nest knows them, too. */
const PARSERS: ReadonlySet<string> = new Set(['jsonParser', 'urlencodedParser', 'textParser', 'rawParser'])

/** Nest marks its handlers with the method; what else is routed, such as a middleware for a path, hands requests on. */
const NEST_METHOD = 'method'

const hiddenTypes = new WeakMap<object, string>()

/** Hides the type of a body from the parsers where Express is going to choose a marked handler for the request. */
export function keepFromExpress(app: ExpressApp): void {
  let routes: Routes | undefined
  app.use((request, _response, next) => {
    // Known when the first request comes, with the prefix and the version that the app put before the path.
    routes ??= new Routes(app)
    const type = request.headers['content-type']
    if (type !== undefined && routes.isForMarked(request)) {
      hiddenTypes.set(request, type)
      delete request.headers['content-type']
    }
    next()
  })
}

/** Gives a request back what was kept from the parsers. */
export function showType(request: object): void {
  const type = hiddenTypes.get(request)
  if (type === undefined) return
  hiddenTypes.delete(request)
  ;(request as IncomingMessage).headers['content-type'] = type
}

/** The handlers of Nest, in the order in which Express tries them. */
class Routes {
  readonly #all: readonly ExpressLayer[]
  readonly #marked: readonly ExpressLayer[]
  readonly #parsers: readonly ExpressLayer[]

  constructor({ router: { stack } }: ExpressApp) {
    this.#all = stack.filter((layer) => metadataOf(layer, NEST_METHOD).some((method) => method !== undefined))
    this.#marked = this.#all.filter((layer) => metadataOf(layer, ROUTE_CONFIG_KEY).includes(ROUTE_CONFIG))
    this.#parsers = stack.filter(({ name }) => PARSERS.has(name))
    for (const layer of this.#marked) this.#parseWhenHandedOn(layer)
  }

  /** Whether the first handler that takes the request is marked. */
  isForMarked(request: Request): boolean {
    const first = this.#marked.find((layer) => takes(layer, request))
    return first !== undefined && this.#all.find((layer) => takes(layer, request)) === first
  }

  /** A handler for another version or another host hands a request on: to one that may want its body parsed. */
  #parseWhenHandedOn(layer: ExpressLayer): void {
    const following = this.#all.slice(this.#all.indexOf(layer) + 1)
    for (const inner of layer.route?.stack ?? []) {
      const { handle } = inner
      inner.handle = (request, response, next) =>
        handle(request, response, (error) => {
          const taker = following.find((each) => takes(each, request))
          const isKept = taker === undefined || this.#marked.includes(taker) || !hiddenTypes.has(request)
          if (error !== undefined || isKept) next(error)
          else this.#parse(request, response, next)
        })
    }
  }

  #parse(request: Request, response: unknown, next: Next): void {
    showType(request)
    const handOn = this.#parsers.reduceRight<Next>(
      (after, { handle }) =>
        (error) =>
          error === undefined ? handle(request, response, after) : next(error),
      next,
    )
    handOn()
  }
}

function metadataOf({ route }: ExpressLayer, key: string): unknown[] {
  return route?.stack.map(({ handle }) => Reflect.getMetadata(key, handle)) ?? []
}

function takes(layer: ExpressLayer, { method = '', path }: Request): boolean {
  const { methods = {} } = layer.route ?? {}
  const name = method === 'HEAD' && !methods['head'] ? 'get' : method.toLowerCase()
  if (!methods[name] && !methods['_all']) return false
  try {
    return layer.match(path)
  } catch {
    // A parameter that cannot be decoded: Express answers 400 when it comes to the same layer.
    return false
  }
}
