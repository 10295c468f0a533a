import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig, type HeadConfig } from 'vitepress'
import { navOf, sidebarOf } from './navigation.ts'
import { tokenize, ZH_TEXTS } from './search.ts'

const { version } = JSON.parse(readFileSync(new URL('../../packages/core/package.json', import.meta.url), 'utf8')) as {
  version: string
}

const ORIGIN = process.env['SITE_ORIGIN'] ?? 'https://usersig.github.io'
/** The path under which the site lies; GitHub serves a project under its name. */
const BASE = process.env['SITE_BASE'] ?? '/usersig/'

const HOME = fileURLToPath(new URL('theme/Home.vue', import.meta.url))

/** Anchors as GitHub makes them: the links of the documents have to work in both places. */
const slugify = (title: string) =>
  title
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-')

/** The two languages of a page, and its address. */
function alternates(path: string): HeadConfig[] {
  const page = path.replace(/^zh\//, '')
  const isInBoth = /^(index|codes\/.*|guide\/(quick-start|platforms|key|migration))\.md$/.test(page)
  const toUrl = (file: string) => ORIGIN + BASE + file.replace(/(^|\/)index\.md$/, '$1').replace(/\.md$/, '.html')
  const link = (hreflang: string, file: string): HeadConfig => {
    return ['link', { rel: 'alternate', hreflang, href: toUrl(file) }]
  }
  const canonical: HeadConfig = ['link', { rel: 'canonical', href: toUrl(path) }]
  const markdown: HeadConfig = ['link', { rel: 'alternate', type: 'text/markdown', href: BASE + path }]
  return [canonical, markdown, ...(isInBoth ? [link('en', page), link('zh-CN', `zh/${page}`)] : [])]
}

export default defineConfig({
  title: 'UserSig',
  description: 'Issue, verify and diagnose UserSig for Tencent Cloud Chat and TRTC',
  srcDir: '.content',
  srcExclude: ['public/**'],
  outDir: 'dist',
  base: BASE,
  cleanUrls: false,
  // The links to pages are checked as they are built; what the site adds afterwards is not there yet.
  ignoreDeadLinks: [/\/console\//, /^http:\/\/localhost/],
  metaChunk: true,
  sitemap: { hostname: ORIGIN + BASE },
  head: [['link', { rel: 'icon', type: 'image/svg+xml', href: `${BASE}ticket.svg` }]],
  transformHead: ({ page }) => alternates(page),
  markdown: {
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
    anchor: { slugify },
  },
  // A page that links to three hundred others would load them all.
  router: { prefetchLinks: false },
  vite: {
    build: { chunkSizeWarningLimit: 4000 },
    resolve: { alias: [{ find: /^.*\/VPHome\.vue$/, replacement: HOME }] },
  },
  themeConfig: {
    // Most pages are there in one language; those in both link to each other.
    i18nRouting: false,
    search: {
      provider: 'local',
      options: {
        miniSearch: { options: { tokenize } },
        locales: { zh: { translations: ZH_TEXTS } },
      },
    },
    socialLinks: [{ icon: 'github', link: 'https://github.com/usersig/usersig' }],
    editLink: {
      // It goes to the browser as text, and knows nothing but the page.
      pattern: ({ frontmatter }) =>
        `https://github.com/usersig/usersig/blob/main/${frontmatter['source'] ?? 'packages/doctor/src/codes'}`,
      text: 'The source of this page',
    },
  },
  locales: {
    root: {
      label: 'English',
      lang: 'en',
      themeConfig: {
        nav: navOf('en', version),
        sidebar: sidebarOf('en'),
        footer: { message: 'MIT. Not affiliated with Tencent.' },
      },
    },
    zh: {
      label: '中文',
      lang: 'zh-CN',
      link: '/zh/',
      themeConfig: {
        nav: navOf('zh', version),
        sidebar: sidebarOf('zh'),
        footer: { message: 'MIT 许可。本项目与腾讯公司没有隶属关系。' },
        outline: { label: '本页内容' },
        docFooter: { prev: '上一页', next: '下一页' },
        darkModeSwitchLabel: '外观',
        lightModeSwitchTitle: '切换到浅色',
        darkModeSwitchTitle: '切换到深色',
        sidebarMenuLabel: '目录',
        returnToTopLabel: '回到顶部',
        langMenuLabel: '语言',
        skipToContentLabel: '跳到正文',
      },
    },
  },
})
