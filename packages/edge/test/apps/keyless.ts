import { type FetchHandler, getUserSig, issueUserSig, requireUserSig } from '../../src/index.ts'

/** An app that leaves its key to the platform. */
const issue: FetchHandler = issueUserSig({ path: '/usersig', authenticate: () => 'alice' })
const guarded: FetchHandler = requireUserSig()((request) => new Response(getUserSig(request).userId))

export const keyless: FetchHandler = (request, ...rest) =>
  new URL(request.url).pathname === '/me' ? guarded(request, ...rest) : issue(request, ...rest)
