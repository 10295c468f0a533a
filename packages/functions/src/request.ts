import type { EndpointRequest, RequestBody, WebhookRequest } from '@usersig/core/endpoint'
import type { BodyForm, HttpForm } from './forms/form.ts'

/**
 * The request as the core sees it. There is no `waitUntil`: platforms stop a function when it has returned.
 */
export function toEndpointRequest<Event, Context>(
  form: HttpForm,
  event: Event,
  context: Context,
): EndpointRequest<Event, Context> {
  return {
    method: form.method,
    header: (name) => form.headers.get(name),
    readBody: (maxBytes) => Promise.resolve(takeBody(form.body, maxBytes)),
    request: event,
    context,
  }
}

/** The webhook as the core sees it. */
export function toWebhookRequest<Event, Context>(
  form: HttpForm,
  event: Event,
  context: Context,
): WebhookRequest<Event, Context> {
  return { ...toEndpointRequest(form, event, context), query: (name) => form.query(name) }
}

function takeBody(body: BodyForm, maxBytes: number): RequestBody {
  if (body.kind === 'json') return { json: body.json }
  const bytes = body.kind === 'bytes' ? body.bytes : toBytes(body.text, body.isBase64, maxBytes)
  return bytes.length > maxBytes ? 'too-large' : bytes
}

/** Decodes one byte more than is allowed at most: the rest could only be refused. */
function toBytes(text: string, isBase64: boolean, maxBytes: number): Uint8Array {
  if (!isBase64) return Buffer.from(text.slice(0, maxBytes + 1))
  return Buffer.from(text.slice(0, Math.ceil((maxBytes + 1) / 3) * 4), 'base64')
}
