import type { RequestBody } from '@usersig/core/endpoint'

/** How long a client may take for its body, in milliseconds. */
const MAX_BODY_TIME = 10_000

/**
 * Reads the body piece by piece and stops after `maxBytes`, however long the rest is, and after ten seconds.
 *
 * @throws TypeError when the app has read it before
 */
export async function readBody(request: Request, maxBytes: number): Promise<RequestBody> {
  // Servers on top of Node.js build the body only when it is asked for, which takes longer than all the rest.
  if (request.headers.get('content-length') === '0') return new Uint8Array()
  if (request.bodyUsed || request.body?.locked) {
    throw new TypeError(
      'the body of the request was read before the UserSig handler got it: let authenticate decide on headers ' +
        'and cookies alone, or read a copy there, request.clone()',
    )
  }
  if (!request.body) return new Uint8Array()
  const reader = request.body.getReader()
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<'timeout'>((resolve) => {
    timer = setTimeout(resolve, MAX_BODY_TIME, 'timeout')
  })
  const body = await Promise.race([readAll(reader, maxBytes), late])
  clearTimeout(timer)
  // Not awaited: some runtimes only settle this when the client has stopped sending.
  if (typeof body === 'string') reader.cancel().catch(() => {})
  return body
}

async function readAll(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  maxBytes: number,
): Promise<Uint8Array | 'too-large' | 'aborted'> {
  const chunks: Uint8Array[] = []
  let length = 0
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return concat(chunks, length)
      length += value.length
      if (length > maxBytes) return 'too-large'
      chunks.push(value)
    }
  } catch {
    return 'aborted'
  }
}

function concat(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const [first] = chunks
  if (chunks.length === 1 && first) return first
  const whole = new Uint8Array(length)
  let offset = 0
  for (const chunk of chunks) {
    whole.set(chunk, offset)
    offset += chunk.length
  }
  return whole
}
