import { contractRoutes } from './contract-app.ts'

interface HttpContext {
  readonly httpContext: { readonly url: string; readonly headers: Record<string, string> }
}

const routes = contractRoutes(
  (_event, name, context) => (context as HttpContext).httpContext.headers[name],
  (_event, context) => context,
)

/** The function of the contract on functions-framework: the event is the body, and may be anything. */
export const main = async (event: unknown, context: HttpContext) => {
  const route = routes[new URL(context.httpContext.url).pathname]
  return route ? await route(event, context) : { statusCode: 404, headers: {}, body: '' }
}
