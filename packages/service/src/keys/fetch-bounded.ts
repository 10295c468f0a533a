/** Reads JSON over HTTP within bounds: of time, of bytes, and from the address itself. */
export interface BoundedAnswer {
  readonly status: number
  /** What the answer holds, `undefined` where that is not JSON. */
  readonly json: unknown
}

const MAX_BYTES = 64 * 1024

/**
 * @param seconds how long the whole answer may take
 * @throws Error where there is no answer, or too large a one
 */
export async function fetchBounded(url: string, init: RequestInit, seconds: number): Promise<BoundedAnswer> {
  const response = await fetch(url, { redirect: 'error', ...init, signal: AbortSignal.timeout(seconds * 1000) })
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of response.body ?? []) {
    length += chunk.length
    if (length > MAX_BYTES) throw new Error(`the answer has more than ${MAX_BYTES} bytes`)
    chunks.push(chunk)
  }
  return { status: response.status, json: parse(Buffer.concat(chunks).toString('utf8')) }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
