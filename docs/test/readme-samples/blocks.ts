import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../../generate/root.ts'

/** A block of code in a Markdown file of the repository. */
export interface Block {
  /** The file, from the root of the repository. */
  readonly file: string
  /** Line of its beginning, to find it. */
  readonly line: number
  /** What stands behind the three marks, as in `ts workers`. */
  readonly info: string
  /** The first word of it. */
  readonly language: string
  readonly code: string
}

/** Folders in which nobody writes. */
const SKIPPED = ['.content', '.git', '.reports', '.samples', '.turbo', 'coverage', 'dist', 'node_modules']

/** All Markdown files of the repository. */
export function findMarkdown(folder = ''): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (entry.isDirectory()) return SKIPPED.includes(entry.name) ? [] : findMarkdown(path)
    return entry.name.endsWith('.md') ? [path] : []
  })
}

/** The blocks of code of a Markdown file, also those in lists. */
export function findBlocks(file: string): Block[] {
  const blocks: Block[] = []
  let open: { line: number; info: string; indent: string; code: string[] } | undefined
  for (const [index, text] of readFileSync(join(ROOT, file), 'utf8').split('\n').entries()) {
    const [, indent = '', info = ''] = /^(\s*)```(.*)$/.exec(text) ?? []
    if (!/^\s*```/.test(text)) open?.code.push(text.replace(open.indent, ''))
    else if (open === undefined) open = { line: index + 1, info, indent, code: [] }
    else {
      const [language = ''] = open.info.split(' ')
      blocks.push({ file, line: open.line, info: open.info, language, code: `${open.code.join('\n')}\n` })
      open = undefined
    }
  }
  return blocks
}
