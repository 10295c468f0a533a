import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { findFiles } from './files.ts'
import { SOURCES } from './pages.ts'
import { CONTENT, DIST, ROOT } from './root.ts'

// Adds what VitePress does not build: the console, each page as Markdown, and the lists of them for programs.
const CONSOLE = join(ROOT, 'apps/demo/dist')
if (!existsSync(join(CONSOLE, 'index.html')))
  throw new Error('The console is not built: run turbo run build --filter=demo')
cpSync(CONSOLE, join(DIST, 'console'), { recursive: true })
copyFileSync(join(CONSOLE, 'ticket.svg'), join(DIST, 'ticket.svg'))

const HEAD = /^---\n(.*?)\n---\n+/s

interface Page {
  readonly path: string
  readonly title: string
  readonly description: string
  readonly text: string
}

const pages = findFiles(CONTENT, '.md')
  .filter((path) => !path.startsWith('public/'))
  .map(readPage)
for (const { path, text } of pages) {
  const target = join(DIST, path)
  mkdirSync(dirname(target), { recursive: true })
  writeFileSync(target, text)
}
writeFileSync(join(DIST, 'llms.txt'), drawList())
writeFileSync(join(DIST, 'llms-full.txt'), drawAll())

function readPage(path: string): Page {
  const text = readFileSync(join(CONTENT, path), 'utf8')
  const [, head = ''] = HEAD.exec(text) ?? []
  const read = (name: string) => JSON.parse(new RegExp(`^${name}: (.*)$`, 'm').exec(head)?.[1] ?? '""') as string
  return { path, title: read('title'), description: read('description'), text: text.replace(HEAD, '') }
}

function find(path: string): Page {
  const page = pages.find((each) => each.path === path)
  if (!page) throw new Error(`There is no page ${path}`)
  return page
}

/** As https://llmstxt.org describes. */
function drawList(): string {
  const base = process.env['SITE_BASE'] ?? '/usersig/'
  const link = ({ path, title, description }: Page) => `- [${title}](${base}${path}): ${description}`
  const groups = { Guides: ['guide', 'more'], Packages: ['packages'], Reference: ['api'] }
  const sections = Object.entries(groups).map(([name, all]) => {
    const listed = SOURCES.filter(({ group, language }) => all.includes(group) && language === 'en')
    return `## ${name}\n\n${listed.map(({ path }) => link(find(`${path.slice(1)}.md`))).join('\n')}`
  })
  return `# UserSig for TypeScript

> Issue, verify and diagnose UserSig and PrivateMapKey, the login tickets of Tencent Cloud Chat (IM) and TRTC. The server signs with its key; apps fetch tickets and renew them. Not affiliated with Tencent.

- [How to wire each stack](${base}skills/usersig/SKILL.md): a skill file for coding assistants
- [Error codes](${base}codes/index.md): each code has a page, such as ${base}codes/70009.md
- [Everything in one file](${base}llms-full.txt)

${sections.join('\n\n')}
`
}

/** The guides and READMEs; the reference and the codes would be ten times as much. */
function drawAll(): string {
  const wanted = SOURCES.filter(({ group, language }) => group !== 'api' && language === 'en')
  return wanted.map(({ path }) => find(`${path.slice(1)}.md`).text).join('\n\n---\n\n')
}
