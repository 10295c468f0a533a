import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { listTencentCodes, listToolkitCodes } from '@usersig/doctor'
import { describe, expect, test } from 'vitest'
import { allRecipes } from '../../packages/cli/src/mcp/recipes.ts'
import { findFiles } from '../generate/files.ts'
import { BASE, DIST } from './server.ts'

const read = (path: string) => readFileSync(join(DIST, path), 'utf8')
const pages = findFiles(DIST, '.html').filter((path) => !path.startsWith('console/') && path !== '404.html')
const anchors = new Map<string, Set<string>>()

function anchorsOf(path: string): Set<string> {
  const known = anchors.get(path)
  if (known) return known
  const found = new Set([...read(path).matchAll(/ id="([^"]+)"/g)].map(([, id = '']) => id))
  anchors.set(path, found)
  return found
}

/** Where a link leads, if it leads to this site. */
function toFile(href: string, page: string): { file: string; anchor: string } | undefined {
  const url = new URL(href, `http://site${BASE}${page}`)
  if (url.origin !== 'http://site') return undefined
  const path = decodeURIComponent(url.pathname).slice(BASE.length)
  return {
    file: path === '' || path.endsWith('/') ? `${path}index.html` : path,
    anchor: decodeURIComponent(url.hash.slice(1)),
  }
}

test('every link between pages leads somewhere, and so does every anchor', () => {
  expect(pages.length).toBeGreaterThan(600)
  const dead = new Set<string>()
  for (const page of pages) {
    for (const [, href = ''] of read(page).matchAll(/<a [^>]*?href="([^"]+)"/g)) {
      const target = toFile(href.replaceAll('&amp;', '&'), page)
      if (!target) continue
      const { file, anchor } = target
      if (!existsSync(join(DIST, file))) dead.add(`${page}: ${href}`)
      else if (anchor !== '' && !file.startsWith('console/') && !anchorsOf(file).has(anchor))
        dead.add(`${page}: ${href}`)
    }
  }
  expect([...dead].slice(0, 30)).toEqual([])
})

test.each(['', 'zh/'])('each code has a page at %scodes/, with a title and a description of its own', (prefix) => {
  const codes = [...listTencentCodes(), ...listToolkitCodes()].map(({ code }) => String(code).replace(/[<>]/g, ''))
  expect(new Set(codes).size).toBeGreaterThan(290)
  const titles = new Set<string>()
  for (const code of new Set(codes)) {
    const html = read(`${prefix}codes/${code}.html`)
    const [, title = ''] = /<title>(.*?)<\/title>/.exec(html) ?? []
    const [, description = ''] = /<meta name="description" content="(.*?)">/.exec(html) ?? []
    expect([code, title.startsWith(code), description.length > 5]).toEqual([code, true, true])
    expect(titles.has(title)).toBe(false)
    titles.add(title)
  }
})

test('the page of a code says causes, next step and source, in both languages', () => {
  const [en, zh] = [read('codes/70009.html'), read('zh/codes/70009.html')]
  expect(en).toContain('It was signed with another key')
  expect(zh).toContain('签发时用了另一个密钥')
  for (const html of [en, zh]) {
    expect(html).toContain('https://cloud.tencent.com/document/product/679/131708')
    expect(html).toContain('hreflang="zh-CN"')
  }
})

describe('for programs', () => {
  test('each page is there as Markdown', () => {
    for (const page of pages) expect([page, existsSync(join(DIST, page.replace(/html$/, 'md')))]).toEqual([page, true])
    expect(read('codes/70009.md')).toMatch(/^# 70009/)
  })

  test('llms.txt names pages that are there, and llms-full.txt holds the guides', () => {
    const links = [...read('llms.txt').matchAll(/\]\((\/[^)]*)\)/g)].map(([, path = '']) => path)
    expect(links.length).toBeGreaterThan(30)
    for (const link of links) expect([link, existsSync(join(DIST, link.slice(BASE.length)))]).toEqual([link, true])
    expect(read('llms-full.txt')).toContain('# From zero to a logged-in Chat SDK')
  })

  test('the skill wires every stack with the lines of the command line', () => {
    const skill = read('skills/usersig/SKILL.md')
    for (const { stack, lines } of allRecipes()) {
      expect(skill).toContain(`### ${stack}\n`)
      expect(skill).toContain(lines)
    }
  })

  test('the console is there, and finds its files below any path', () => {
    expect(read('console/index.html')).not.toMatch(/(src|href)="\//)
  })
})
