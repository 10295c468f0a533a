import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const GUIDES = ['README', 'docs/quick-start', 'docs/platforms', 'docs/key', 'docs/migration']
const pages = GUIDES.flatMap((page) => [`${page}.md`, `${page}.zh-CN.md`])

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')
const exists = (path: string) => existsSync(join(ROOT, path))
const withoutCode = (markdown: string) => markdown.replace(/^```.*?^```$/gms, '')

function linksOf(path: string): string[] {
  return [...withoutCode(read(path)).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target)
}

/** Whether a heading, or an anchor that is written out, has this name on GitHub. */
function hasAnchor(path: string, anchor: string): boolean {
  const text = withoutCode(read(path))
  const headings = [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  )
  return headings.includes(anchor) || text.includes(`<a id="${anchor}">`)
}

test.each(pages)('the links of %s lead somewhere', (page) => {
  const own = linksOf(page).filter((target) => !/^https?:/.test(target))
  expect(own.length).toBeGreaterThan(0)
  const lost = own.filter((target) => {
    const [file = '', anchor] = target.split('#')
    const path = file === '' ? page : join(dirname(page), file)
    return !exists(path) || (anchor !== undefined && !hasAnchor(path, anchor))
  })
  expect(lost).toEqual([])
})

test.each(GUIDES)('%s has the same links in both languages', (guide) => {
  // Anchors are headings, which are translated; some pages of Tencent, and the site, are there in each language.
  const neutral = (target: string) =>
    target
      .replace(/#.*/, '')
      .replace('.zh-CN', '')
      .replace('/zh/document', '/document')
      .replace('.io/usersig/zh/', '.io/usersig/')
  const links = (page: string) => new Set(linksOf(page).map(neutral))
  const itself = `${guide.replace('docs/', '')}.md`
  expect(links(`${guide}.zh-CN.md`).add(itself)).toEqual(links(`${guide}.md`).add(itself))
})
