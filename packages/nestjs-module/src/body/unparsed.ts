import { Inject, Injectable, SetMetadata } from '@nestjs/common'
import { HttpAdapterHost } from '@nestjs/core'
import { type ExpressApp, keepFromExpress } from './express.ts'
import { type FastifyApp, keepFromFastify } from './fastify.ts'
import { ROUTE_CONFIG, ROUTE_CONFIG_KEY } from './route-config.ts'

/** Marks a handler whose body no parser of the app gets to see. */
export function KeepBody(): MethodDecorator {
  return SetMetadata(ROUTE_CONFIG_KEY, ROUTE_CONFIG)
}

const adapters = new WeakSet<object>()

/**
 * Keeps the body of issuing requests from the parsers of the app, which would read more of it than is allowed, before
 * anybody is logged in, and answer faulty bodies in their own form; and that of webhooks, whose bytes are signed. Both
 * platforms choose the parser by the type of the body, so it is the type that is kept from them, for these routes alone.
 */
@Injectable()
export class UnparsedBody {
  constructor(@Inject(HttpAdapterHost) host: HttpAdapterHost) {
    // Known before the app registers its parsers. In a test it comes after the providers.
    host.init$.subscribe(() => keepFromParsers(host.httpAdapter))
  }
}

function keepFromParsers(adapter: HttpAdapterHost['httpAdapter'] | undefined): void {
  if (!adapter || adapters.has(adapter)) return
  adapters.add(adapter)
  if (adapter.getType() === 'express') keepFromExpress(adapter.getInstance<ExpressApp>())
  if (adapter.getType() === 'fastify') keepFromFastify(adapter.getInstance<FastifyApp>())
}
