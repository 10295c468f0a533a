import { guardOptions, issueOptions } from '@usersig/contract/fixture'
import { createUserSigHandler, getUserSig, requireUserSig } from '../../src/index.ts'

export const issue = createUserSigHandler(issueOptions((request: Request, name) => request.headers.get(name)))

export const guarded = requireUserSig(
  (request) => Response.json({ userId: getUserSig(request).userId }),
  guardOptions(),
)

/** The app of the contract as one fetch handler. */
export async function contractApp(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url)
  if (pathname === '/usersig') return await issue(request)
  if (pathname === '/guarded') return await guarded(request)
  return new Response('not found', { status: 404 })
}
