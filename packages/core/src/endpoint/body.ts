import { decodeUtf8 } from '../wire/text.ts'
import type { EndpointRequest, RequestBody } from './exchange.ts'
import { ProblemError } from './problem.ts'

/**
 * The whole body, unless it is too large or does not come.
 * @throws ProblemError 400, 408, 413
 */
export async function readWhole(
  request: Pick<EndpointRequest<unknown, unknown>, 'header' | 'readBody'>,
  maxBytes: number,
): Promise<Exclude<RequestBody, string>> {
  if (Number(request.header('content-length') ?? 0) > maxBytes) throw tooLarge(maxBytes)
  const body = await request.readBody(maxBytes)
  if (body === 'too-large') throw tooLarge(maxBytes)
  if (body === 'aborted') throw new ProblemError('invalid_body', 'the body ended early')
  if (body === 'timeout') throw new ProblemError('body_timeout', 'the body took too long to arrive')
  return body
}

/** @throws ProblemError 400 */
export function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(decodeUtf8(bytes, 'the body'))
  } catch {
    throw new ProblemError('invalid_body', 'the body is not valid JSON')
  }
}

function tooLarge(maxBytes: number): ProblemError {
  return new ProblemError('body_too_large', `the body has more than ${maxBytes} bytes`)
}
