import { CALLBACK_OPTIONS, guardOptions, issueOptions, liveOptions } from '@usersig/contract/fixture'
import {
  createUserSigHandler,
  type ExecutionContext,
  getCallback,
  getUserSig,
  requireCallback,
  requireUserSig,
} from '../../src/index.ts'

type Handler = (request: Request, env?: unknown, ctx?: ExecutionContext) => Promise<Response>

const readHeader = (request: Request, name: string) => request.headers.get(name)
const sendUser = (request: Request) => Response.json({ userId: getUserSig(request).userId })
const sendEvent = (request: Request) => Response.json({ event: getCallback(request) })
const live = liveOptions(readHeader)
const keys = { ...live.keys, credentials: (_env: unknown, request: Request) => live.keys.credentials(request) }

/** The handlers of the contract, by their paths. */
export const handlers: Readonly<Record<string, Handler>> = {
  '/usersig': createUserSigHandler(issueOptions(readHeader)),
  '/guarded': requireUserSig(sendUser, guardOptions()),
  '/live': createUserSigHandler({ ...keys, ...live.issue }),
  '/live-guarded': requireUserSig(sendUser, { ...keys, ...live.guard }),
  '/callback/trtc': requireCallback(sendEvent, CALLBACK_OPTIONS.trtc),
  '/callback/chat': requireCallback(sendEvent, CALLBACK_OPTIONS.chat),
}

/** The app of the contract as one fetch handler. */
export async function contractApp(request: Request, env?: unknown, ctx?: ExecutionContext): Promise<Response> {
  const handler = handlers[new URL(request.url).pathname]
  return handler ? await handler(request, env, ctx) : new Response('not found', { status: 404 })
}
