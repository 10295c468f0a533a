import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '../generate/root.ts'
import { repositoryFiles } from './support/repository.ts'

/** Wider tables cannot be read at npm, on a phone or in a diff: say it shorter, or as a list. */
const MAX_WIDTH = 100

/** Characters that take two columns: those of Chinese, and full-width forms. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u

const widthOf = (line: string) => [...line].reduce((width, character) => width + (WIDE.test(character) ? 2 : 1), 0)

/** The lines of a page that belong to tables, with their numbers. */
function rowsOf(markdown: string): { readonly line: string; readonly number: number }[] {
  let fence = ''
  return markdown.split('\n').flatMap((line, i) => {
    const mark = /^\s*(`{3,}|~{3,})/.exec(line)?.[1] ?? ''
    if (fence === '') fence = mark
    else if (mark.startsWith(fence)) fence = ''
    return fence === '' && /^\s*\|/.test(line) ? [{ line, number: i + 1 }] : []
  })
}

function findWide(file: string, markdown: string): string[] {
  return rowsOf(markdown)
    .map(({ line, number }) => ({ number, width: widthOf(line) }))
    .filter(({ width }) => width > MAX_WIDTH)
    .map(({ number, width }) => `${file}:${number} is ${width} columns wide`)
}

test(`no table is wider than ${MAX_WIDTH} columns`, () => {
  const pages = repositoryFiles('*.md').filter((file) => !file.endsWith('CHANGELOG.md'))
  expect(pages).toContain('README.md')
  expect(pages.flatMap((file) => findWide(file, readFileSync(join(ROOT, file), 'utf8')))).toEqual([])
})

test('a table that is too wide is found, and counted as it is shown', () => {
  const text = '汉'.repeat(49)
  expect(findWide('page.md', `# 汉\n\n| ${text}|\n`)).toEqual(['page.md:3 is 101 columns wide'])
  expect(findWide('page.md', `|${text}|\n\n\`\`\`text\n| ${text}${text} |\n\`\`\`\n`)).toEqual([])
})
