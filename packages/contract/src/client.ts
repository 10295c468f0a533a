import { once } from 'node:events'
import { type Agent, type IncomingHttpHeaders, request } from 'node:http'
import { connect } from 'node:net'
import { setImmediate } from 'node:timers/promises'
import { USER_HEADER } from './fixture.ts'

export interface Answer {
  readonly method: string
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

export interface Outgoing {
  /** @defaultValue 'POST' */
  readonly method?: string
  /** The logged-in user. */
  readonly user?: string
  readonly headers?: Record<string, string>
  /** Bytes are sent with a Content-Length, a list of them in chunks. */
  readonly body?: Uint8Array | readonly Uint8Array[]
  readonly agent?: Agent
}

const JSON_TYPE = { 'content-type': 'application/json' }

export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

/** What is sent with a JSON body. */
export function json(value: unknown, headers: Record<string, string> = {}): Pick<Outgoing, 'body' | 'headers'> {
  return { body: utf8(JSON.stringify(value)), headers: { ...JSON_TYPE, ...headers } }
}

/** Sends one request, exactly as it is described: `fetch` would add a type and repair this and that. */
export async function send(url: string, outgoing: Outgoing = {}): Promise<Answer> {
  const { method = 'POST', user, body, agent } = outgoing
  const chunked = Array.isArray(body)
  const length = body instanceof Uint8Array ? { 'content-length': String(body.length) } : {}
  const login = user === undefined ? {} : { [USER_HEADER]: user }
  const sent = request(url, { method, headers: { ...length, ...login, ...outgoing.headers }, agent: agent ?? false })
  const answered = new Promise<Answer>((resolve, reject) => {
    // A server that refuses a body may hang up after its answer: once that is there, the rest does not matter.
    sent.on('error', reject)
    sent.on('response', async (response) => {
      let text = ''
      try {
        for await (const part of response.setEncoding('utf8')) text += part
      } catch (error) {
        reject(error)
      }
      resolve({ method, status: response.statusCode ?? 0, headers: response.headers, body: text })
    })
  })
  // The body may still be on its way when this fails.
  answered.catch(() => {})
  if (chunked) {
    sent.setHeader('transfer-encoding', 'chunked')
    for (const chunk of body) {
      if (sent.destroyed) break
      sent.write(chunk)
      await setImmediate()
    }
    sent.end()
  } else {
    sent.end(body)
  }
  return answered
}

/** Sends a request; for a server that hangs up on it, nothing comes back. */
export async function sendOrHangUp(url: string, outgoing: Outgoing): Promise<Answer | undefined> {
  try {
    return await send(url, outgoing)
  } catch (error) {
    if (['EPIPE', 'ECONNRESET'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined
    throw error
  }
}

/** Sends a request whose body never comes, and leaves. */
export async function abandon(url: string, user: string, headers: Record<string, string>): Promise<void> {
  const sent = request(url, {
    method: 'POST',
    headers: { ...JSON_TYPE, [USER_HEADER]: user, ...headers },
    agent: false,
  })
  const left = new Promise((resolve) => sent.on('error', () => {}).on('close', resolve))
  sent.write('{"room')
  const [socket] = await once(sent, 'socket')
  if (socket.connecting) await once(socket, 'connect')
  // Until here nothing but the kernel has the bytes: give the server a turn to read them.
  for (let turn = 0; turn < 20; turn++) await setImmediate()
  sent.destroy()
  await left
}

/** Writes bytes to the server's socket and returns everything that comes until it hangs up. */
export function exchange(url: string, bytes: string): Promise<string> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname)
    let received = ''
    socket.setTimeout(4000, () => socket.destroy(new Error(`the server keeps silent after: ${received}`)))
    socket.setEncoding('latin1').on('data', (part) => {
      received += part
    })
    // A reset connection is one way to refuse.
    socket.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ECONNRESET' ? resolve(received) : reject(error),
    )
    socket.on('close', () => resolve(received))
    socket.write(bytes, 'latin1')
  })
}
