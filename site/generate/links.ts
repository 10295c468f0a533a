import { dirname, join, normalize } from 'node:path'
import { SOURCES } from './pages.ts'

const REPOSITORY = 'https://github.com/usersig/usersig/blob/main'
const IMAGE = /\.(svg|png)$/

const PATHS = new Map(SOURCES.map(({ file, path }) => [file, path]))

/** Turns the links between files into links between pages; what is not a page is at GitHub. */
export function rewriteLinks(markdown: string, file: string): string {
  return outsideOfCode(markdown, (text) =>
    text.replace(/(!?)\[((?:[^[\]]|\[[^\]]*\])*)\]\(([^)\s]+)\)/g, (_, mark: string, label: string, target: string) => {
      const inner = label.includes('](') ? rewriteLinks(label, file) : label
      return `${mark}[${inner}](${resolve(target, file)})`
    }),
  )
}

/** Applies a change to everything but blocks of code and code in lines. */
export function outsideOfCode(markdown: string, change: (text: string) => string): string {
  const fenced = markdown.split(/(^ *```[\s\S]*?^ *```$)/m)
  return fenced.map((part, i) => (i % 2 === 0 ? change(part) : part)).join('')
}

/** The images that pages show, from the root of the repository. */
export const IMAGES = new Set<string>()

function resolve(target: string, file: string): string {
  if (/^(https?:|mailto:|#)/.test(target)) return target
  // GitHub's own anchor, for the file that it shows below a folder.
  const [path = '', anchor] = target.replace(/#readme$/, '').split('#')
  const found = normalize(join(dirname(file), path)).replace(/\/$/, '')
  if (IMAGE.test(found)) {
    IMAGES.add(found)
    return `/${found}`
  }
  const errors = /^docs\/errors(\.zh-CN)?\.md$/.exec(found)
  if (errors) return `${errors[1] ? '/zh' : ''}/codes/${anchor ?? ''}`
  const page = PATHS.get(found) ?? PATHS.get(`${found}/README.md`)
  if (page !== undefined) return page.replace(/\/index$/, '/') + (anchor === undefined ? '' : `#${anchor}`)
  return `${REPOSITORY}/${found}${anchor === undefined ? '' : `#${anchor}`}`
}
