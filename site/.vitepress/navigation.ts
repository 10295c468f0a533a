import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DefaultTheme } from 'vitepress'
import { type Language, prefixOf } from '../generate/language.ts'
import { SOURCES, type SourcePage } from '../generate/pages.ts'
import { ROOT } from '../generate/root.ts'

const TEXTS = {
  en: {
    start: 'Quick start',
    codes: 'Error codes',
    api: 'API',
    guides: 'Guides',
    more: 'More',
    packages: 'Packages',
    notes: 'Changes',
  },
  zh: {
    start: '快速开始',
    codes: '错误码',
    api: 'API',
    guides: '指南',
    more: '英文文档',
    packages: '各个包',
    notes: '更新记录',
  },
} as const

export function navOf(language: Language, version: string): DefaultTheme.NavItem[] {
  const texts = TEXTS[language]
  const prefix = prefixOf(language)
  return [
    { text: texts.start, link: `${prefix}/guide/quick-start` },
    { text: texts.codes, link: `${prefix}/codes/` },
    { text: texts.api, link: '/api/' },
    { text: `v${version}`, items: [{ text: texts.notes, link: 'https://github.com/usersig/usersig/releases' }] },
  ]
}

export function sidebarOf(language: Language): DefaultTheme.Sidebar {
  const texts = TEXTS[language]
  const prefix = prefixOf(language)
  const guides = [
    { text: texts.guides, items: itemsOf('guide', language) },
    { text: texts.codes, items: [{ text: texts.codes, link: `${prefix}/codes/` }] },
    { text: texts.more, items: itemsOf('more', 'en') },
    { text: texts.packages, items: itemsOf('packages', 'en') },
  ]
  // The reference has one language, and no sidebar of a page of codes repeats three hundred of them.
  const reference = [{ text: texts.api, items: itemsOf('api', 'en') }]
  return language === 'zh' ? { '/zh/': guides } : { '/api/': reference, '/': guides }
}

const itemsOf = (group: SourcePage['group'], language: Language): DefaultTheme.SidebarItem[] =>
  SOURCES.filter((page) => page.group === group && page.language === language).map(({ file, path }) => {
    return { text: titleOf(file), link: path.replace(/\/index$/, '/') }
  })

function titleOf(file: string): string {
  const [, title = file] = /^# (.*)$/m.exec(readFileSync(join(ROOT, file), 'utf8')) ?? []
  return title.replaceAll('`', '')
}
