import { guardOptions, issueOptions, liveOptions, WEBHOOK_OPTIONS } from '@usersig/contract/fixture'
import { createSignerResolver } from '@usersig/core/endpoint'
import {
  type FetchHandler,
  getUserSig,
  getWebhook,
  issueUserSig,
  requireUserSig,
  requireWebhook,
} from '../../src/index.ts'

const json = (value: unknown) =>
  new Response(JSON.stringify(value), { headers: { 'content-type': 'application/json' } })
const readHeader = (request: Request, name: string) => request.headers.get(name)
const sendUser = (request: Request) => json({ userId: getUserSig(request).userId })
const sendEvent = (request: Request) => json({ event: getWebhook(request) })
const live = liveOptions(readHeader)
const signer = createSignerResolver({ ...live.keys, onError: () => {} })

/** The handlers of the contract, by their paths. */
const handlers: Readonly<Record<string, FetchHandler>> = {
  '/usersig': issueUserSig(issueOptions(readHeader)),
  '/guarded': requireUserSig(guardOptions())(sendUser),
  '/live': issueUserSig({ signer, ...live.issue }),
  '/live-guarded': requireUserSig({ signer, ...live.guard })(sendUser),
  '/webhook/trtc': requireWebhook(WEBHOOK_OPTIONS.trtc)(sendEvent),
  '/webhook/chat': requireWebhook(WEBHOOK_OPTIONS.chat)(sendEvent),
}

/** The app of the contract as one fetch handler. */
export const contractApp: FetchHandler = async (request, ...rest) => {
  const handler = handlers[new URL(request.url).pathname]
  return handler ? await handler(request, ...rest) : new Response('not found', { status: 404 })
}
