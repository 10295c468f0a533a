import { ownOptions } from '@usersig/core/internal'

/** How long a provider may take to answer, in seconds. */
export const TIMEOUT = 5

/** The most that is read of an answer: a set of a hundred keys has about 100 kB. */
const MAX_BYTES = 512 * 1024

/**
 * Reads a JSON document of a provider: from the address itself and no other, in time, and not without end.
 *
 * @throws Error that names the address and what came
 */
export async function fetchBounded(address: string, init: RequestInit = {}): Promise<Response> {
  const signal = AbortSignal.timeout(TIMEOUT * 1000)
  // A redirect is not followed, and so is not 200. Workers do not know `redirect: 'error'`.
  const response = await fetch(address, ownOptions({ ...init, redirect: 'manual', signal }))
  if (response.status !== 200) throw new Error(`${address} answered ${response.status}`)
  return new Response(await readBounded(response, address), { status: 200 })
}

async function readBounded(response: Response, address: string): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = []
  let length = 0
  const reader = (response.body as ReadableStream<Uint8Array<ArrayBuffer>>).getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return new Blob(parts)
    length += value.length
    if (length > MAX_BYTES) {
      reader.cancel().catch(() => {})
      throw new Error(`${address} answered with more than ${MAX_BYTES} bytes`)
    }
    parts.push(value)
  }
}
