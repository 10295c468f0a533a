import type { MiddlewareHandler } from 'hono'

const LOCAL = /^(localhost|.+\.localhost)$/
const ADDRESS = /^(\d{1,3}(\.\d{1,3}){3}|\[[0-9a-f:.]+\])$/

/**
 * Lets requests pass that name this server by an address, by localhost or by a name that was given. A page elsewhere can
 * have a name of its own that leads here (DNS rebinding), and would log in as a demo user.
 *
 * @param names further names, such as that of a proxy before this server
 */
export function checkHost(names: readonly string[]): MiddlewareHandler {
  return (context, next) => {
    const host = context.req.header('host') ?? new URL(context.req.url).host
    const name = host.toLowerCase().replace(/:\d+$/, '')
    if (LOCAL.test(name) || ADDRESS.test(name) || names.includes(name)) return next()
    const advice = 'This demo answers to localhost. For another name, start it with DEMO_HOSTS=that.name.\n'
    return Promise.resolve(context.text(advice, 403))
  }
}
