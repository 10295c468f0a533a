import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { CONTENT } from './root.ts'

/** What search engines show of a page. */
export interface Head {
  readonly title: string
  readonly description: string
  readonly [name: string]: unknown
}

/** Writes a page with what stands in its head; JSON is YAML. */
export function writePage(path: string, head: Head, markdown: string): void {
  const lines = Object.entries(head).map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
  writeContent(`${path}.md`, `---\n${lines.join('\n')}\n---\n\n${markdown.trim()}\n`)
}

export function writeContent(path: string, text: string | Uint8Array): void {
  const file = join(CONTENT, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}
