import type { ExecutionContext } from '@usersig/edge'
import { app } from './contract-app.ts'

/**
 * Workerd hangs up on a client whose body is left unread. On the network its servers are not what clients talk to, so
 * here the rest of the body is taken in beside the app.
 */
async function takeWhole(request: Request, env: object, ctx: ExecutionContext): Promise<Response> {
  const copy = request.clone()
  const response = await app.fetch(request, env, ctx as Parameters<typeof app.fetch>[2])
  await copy.arrayBuffer().catch(() => {})
  return response
}

// biome-ignore lint/style/noDefaultExport: Workers look for it here
export default { fetch: takeWhole }
