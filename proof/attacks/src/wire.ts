import { RawClient } from '@usersig/contract'
import { type Answer, send } from '@usersig/contract/client'
import type { Ask, Reply } from './target.ts'

/** Asks over HTTP/1.1. */
export function httpClient(baseUrl: string): (path: string, ask?: Ask) => Promise<Reply> {
  return async (path, { method = 'POST', headers = {}, body } = {}) => {
    const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body
    const answer: Answer = await send(baseUrl + path, { method, headers, ...(bytes && { body: bytes }) })
    return answer
  }
}

/** Writes lines to a socket as they are, and gives back all that comes until the server closes or is silent. */
export async function writeRaw(url: string, text: string, patience = 400): Promise<string> {
  const client = new RawClient(url).write(text)
  let length = -1
  try {
    for (let silent = 0; silent < patience; silent += 50) {
      await Promise.race([client.closed, new Promise((resolve) => setTimeout(resolve, 50))])
      if (client.received.length !== length) silent = 0
      length = client.received.length
    }
    return client.received
  } finally {
    client.destroy()
  }
}

/** Head and body of a request, with whatever lines. */
export function lines(first: string, headers: readonly string[], body = ''): string {
  return [first, ...headers, '', body].join('\r\n')
}

export function headerLines(headers: Readonly<Record<string, string>>): string[] {
  return Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
}

/** The statuses of all answers in a text. */
export function statusesOf(received: string): number[] {
  return [...received.matchAll(/HTTP\/1\.[01] (\d{3})/g)].map(([, status]) => Number(status))
}
