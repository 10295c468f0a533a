import { guardOptions, issueOptions, liveOptions, WEBHOOK_OPTIONS } from '@usersig/contract/fixture'
import { createSignerResolver } from '@usersig/core/endpoint'
import {
  type FunctionHandler,
  getUserSig,
  getWebhook,
  issueUserSig,
  requireUserSig,
  requireWebhook,
} from '../../src/index.ts'

const json = (value: unknown) => ({
  statusCode: 200,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(value),
})

/**
 * The routes of the contract, each a function as a platform calls it.
 *
 * @param readHeader reads a header where the platform has put it
 * @param objectOf the object that the guard has passed on
 */
export function contractRoutes(
  readHeader: (event: unknown, name: string, context: unknown) => string | undefined,
  objectOf: (event: object, context: object) => object = (event) => event,
): Record<string, FunctionHandler> {
  // biome-ignore lint/suspicious/noExplicitAny: options of the contract read headers of one argument.
  const read = (source: any, name: string) => readHeader(source.event, name, source.context)
  const issue = issueOptions(read)
  const live = liveOptions(read)
  const signer = createSignerResolver<unknown, unknown>({
    ...live.keys,
    tenant: (event, context) => live.keys.tenant({ event, context }),
    credentials: (event, context) => live.keys.credentials({ event, context }),
    onError: () => {},
  })
  const sendUser = (event: object, context: object) => json({ userId: getUserSig(objectOf(event, context)).userId })
  const sendEvent = (event: object, context: object) => json({ event: getWebhook(objectOf(event, context)) })
  return {
    '/usersig': issueUserSig({ ...issue, authenticate: (event, context) => issue.authenticate({ event, context }) }),
    '/guarded': requireUserSig<object, object>(guardOptions())(sendUser),
    '/live': issueUserSig({
      signer,
      ...live.issue,
      authenticate: (event, context) => live.issue.authenticate({ event, context }),
    }),
    '/live-guarded': requireUserSig<object, object>({ signer, ...live.guard })(sendUser),
    '/webhook/trtc': requireWebhook<object, object>(WEBHOOK_OPTIONS.trtc)(sendEvent),
    '/webhook/chat': requireWebhook(WEBHOOK_OPTIONS.chat)(sendEvent),
  }
}
