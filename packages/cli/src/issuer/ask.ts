import { MAX_ANSWER } from '../limits.ts'
import { words } from '../words/index.ts'

/** What an address answered. */
export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly body: string
  /** When it came, in Unix seconds. */
  readonly arrived: number
}

/** There is no answer, or none that can be read; the message says why. */
export class AnswerError extends Error {}

interface Request {
  readonly method: string
  readonly headers?: Record<string, string>
  readonly body?: string
}

/** Asks an address, and reads no more than 64 KiB within so many seconds; redirects are not followed. */
export async function ask(url: URL, request: Request, timeout: number): Promise<Answer> {
  const signal = AbortSignal.timeout(timeout * 1000)
  try {
    const response = await fetch(url, { ...request, redirect: 'manual', signal })
    const arrived = Date.now() / 1000
    return { status: response.status, headers: response.headers, body: await readBody(response), arrived }
  } catch (error) {
    if (error instanceof AnswerError) throw error
    throw new AnswerError(signal.aborted ? words.watch.timeout(timeout) : words.watch.unreachable(reasonOf(error)))
  }
}

async function readBody({ body }: Response): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  let length = 0
  for await (const bytes of body ?? []) {
    length += bytes.length
    if (length > MAX_ANSWER) throw new AnswerError(words.watch.tooLarge)
    text += decoder.decode(bytes, { stream: true })
  }
  return text + decoder.decode()
}

/** The code of the system; the message of fetch itself says only that it failed. */
function reasonOf(error: unknown): string {
  const { cause, message } = error as { cause?: { code?: unknown; message?: unknown }; message: string }
  return String(cause?.code ?? cause?.message ?? message)
}
