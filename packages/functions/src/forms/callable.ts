import type { EndpointRequest, EndpointResponse } from '@usersig/core/endpoint'
import { type Fields, fieldsOf } from './form.ts'
import { readHttp } from './read-http.ts'

/**
 * What platforms put beside the data of a client. Clients can send fields of these names too: whoever calls is in the
 * context, and not here.
 */
const PUT_BY_PLATFORMS = new Set(['userInfo', 'tcbContext', 'uniIdToken', 'clientInfo'])

const OVER_HTTP =
  'this function is called over HTTP, but has `callable: true`, which is for wx.cloud.callFunction, app.callFunction ' +
  'and uniCloud.callFunction: whoever calls is known there alone. Deploy another function for HTTP, without `callable`'

/** The call of a callable function as the core sees it: what the client passes is the body. */
export function toCallableRequest<Event, Context>(event: Event, context: Context): EndpointRequest<Event, Context> {
  if (fieldsOf(context)?.['httpContext'] !== undefined) throw new TypeError(OVER_HTTP)
  if (readHttp(event, context)) throw new TypeError(OVER_HTTP)
  return {
    method: 'POST',
    header: (name) => (name === 'content-type' ? 'application/json' : undefined),
    readBody: () => Promise.resolve({ json: dataOf(event) }),
    request: event,
    context,
  }
}

function dataOf(event: unknown): unknown {
  if (event === undefined || event === null) return undefined
  const fields = fieldsOf(event)
  if (!fields) return event
  const data: Fields = Object.fromEntries(Object.entries(fields).filter(([name]) => !PUT_BY_PLATFORMS.has(name)))
  return Object.keys(data).length > 0 ? data : undefined
}

/** Result of a callable function: the tickets, or a problem document with its `status` and `code`. */
export type CallableAnswer = Readonly<Record<string, unknown>>

/** The answer for a client: its body, and when to ask again, which HTTP has in a header. */
export function answerCallable({ headers, body }: EndpointResponse): CallableAnswer {
  const retryAfter = headers['retry-after']
  return { ...JSON.parse(body), ...(retryAfter !== undefined && { retryAfter: Number(retryAfter) }) }
}
