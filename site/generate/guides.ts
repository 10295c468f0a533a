import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { IMAGES, outsideOfCode, rewriteLinks } from './links.ts'
import { SOURCES } from './pages.ts'
import { ROOT } from './root.ts'
import { writeContent, writePage } from './write.ts'

/** The line with the other language of a page, which says nothing of its content. */
const OTHER_LANGUAGE = /^(\*\*English\*\* · \[中文\]|\[English\]\([^)]*\) · \*\*中文\*\*).*\n/m

/** Takes over the documents, READMEs and the reference as they are. */
export function writeGuides(): void {
  for (const { file, path } of SOURCES) {
    const text = readFileSync(join(ROOT, file), 'utf8')
    const [, title = file] = /^# (.*)$/m.exec(text) ?? []
    const markdown = escapeTemplates(rewriteLinks(text, file))
    writePage(path, { title: title.replaceAll('`', ''), description: firstSentences(text), source: file }, markdown)
  }
  for (const image of IMAGES) writeContent(`public/${image}`, readFileSync(join(ROOT, image)))
}

/** Two braces in a row would be a template of the generator. */
const escapeTemplates = (markdown: string) => outsideOfCode(markdown, (text) => text.replaceAll('{{', '&#123;&#123;'))

/** The first paragraph, for search engines. */
function firstSentences(markdown: string): string {
  const paragraphs = markdown.replace(OTHER_LANGUAGE, '').split(/\n{2,}/)
  const first = paragraphs.find((text) => /^[A-Za-z\u4e00-\u9fff`]/.test(text)) ?? ''
  const plain = first
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[`*]|<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
  return plain.length > 160 ? `${plain.slice(0, 157)}…` : plain
}
