/** So many requests of a session are looked at, the last ones, and so many characters of each text. */
const MAX_ENTRIES = 200
const MAX_TEXT = 16_384

interface Content {
  readonly text?: unknown
  readonly encoding?: unknown
}

/**
 * What the developer tools of a browser save (HAR), as lines that can be read: address and body of each request, and its
 * answer. Times, sizes and other numbers of the browser stay out.
 * Source: w3c.github.io/web-performance/specs/HAR/Overview.html.
 *
 * @returns `undefined` for any other text
 */
export function readHar(text: string): string | undefined {
  if (!/^\s*\{\s*"log"\s*:/.test(text)) return undefined
  const entries = entriesOf(text)
  return entries?.slice(-MAX_ENTRIES).map(toLines).join('\n')
}

function entriesOf(text: string): readonly unknown[] | undefined {
  try {
    const { log } = JSON.parse(text) as { log?: { entries?: unknown } }
    return Array.isArray(log?.entries) ? log.entries : undefined
  } catch {
    return undefined
  }
}

function toLines(entry: unknown): string {
  const { request, response } = Object(entry) as { request?: unknown; response?: unknown }
  const { url, postData } = Object(request) as { url?: unknown; postData?: unknown }
  const { content, status } = Object(response) as { content?: unknown; status?: unknown }
  const failed = typeof status === 'number' && status >= 400 ? ` ${status}` : ''
  return [textOf(url) + failed, bodyOf(postData), bodyOf(content)].filter((line) => line !== '').join('\n')
}

function bodyOf(content: unknown): string {
  const { text, encoding } = Object(content) as Content
  const body = textOf(text)
  if (encoding !== 'base64') return body
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(body), (character) => character.charCodeAt(0)))
  } catch {
    return ''
  }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value.slice(0, MAX_TEXT) : '')
