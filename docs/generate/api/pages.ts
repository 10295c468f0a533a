import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  Comment,
  type DeclarationReflection,
  type ProjectReflection,
  Reflection,
  ReflectionKind,
  type Router,
} from 'typedoc'
import type { MarkdownPageEvent } from 'typedoc-plugin-markdown'
import { linkSources } from '../links.ts'
import { toPageName } from './entries.ts'

/** Tables of type parameters repeat the signature above. */
const TYPE_PARAMETERS = /^#+ Type Parameters\n\n\| Type Parameter \|\n\| -+ \|\n(\|.*\|\n)+\n/gm

/** A table of TypeDoc: a head, a line, and rows of name, type and description. */
const TABLE = /^\| (?:Property|Parameter|Name) \|.*\n\| -.*\n((?:\|.*\n)+)/gm

/** Types and descriptions are too long for columns. */
function toList(_: string, rows: string): string {
  return rows.replace(/^\| (.*) \|$/gm, (_row, cells: string) => {
    const [name = '', type, description] = cells.split(' | ').map((cell) => cell.trim().replaceAll('\\|', '|'))
    const [, anchor = '', code = name] = /^(<a .*<\/a>) (.*)$/.exec(name) ?? []
    // A dash stands where there is none.
    const text = description === undefined || description === '-' ? '' : `\\\n  ${description}`
    return `- ${anchor}**${code}**: ${type}${text}`
  })
}

/** Brings a page of TypeDoc into its final form. */
export function shapePage(page: MarkdownPageEvent, router: Router): void {
  const { model } = page
  if (!(model instanceof Reflection) || !model.kindOf(ReflectionKind.Module)) return
  const text = page.contents.replace(TYPE_PARAMETERS, '').replace(TABLE, toList)
  const head = text.indexOf('\n## ')
  const list = listContents(model as DeclarationReflection, router)
  page.contents = `${linkSources(`${text.slice(0, head).trimEnd()}\n\n${list}\n${text.slice(head)}`).trimEnd()}\n`
}

/** What is on the page: a line for each group. */
function listContents({ groups = [] }: DeclarationReflection, router: Router): string {
  return groups
    .map(({ title, children }) => {
      const names = children.map((child) => `[\`${child.name}\`](#${router.getAnchor(child)})`)
      return `- ${title}: ${names.join(', ')}`
    })
    .join('\n')
}

const HEAD = `# API reference

What each entry point of each package exports, written from the docstrings in \`packages/*/src\` by \`npm run docs\`.

Moments are Unix seconds, lifetimes are seconds. Error codes are explained in [errors.md](../errors.md).

`

/** Writes the index of the pages, in place of TypeDoc's own. */
export function writeIndex(folder: string, project: ProjectReflection): void {
  const rows = (project.children ?? []).map(({ name, comment }) => {
    const summary = Comment.combineDisplayParts(comment?.summary)
    const [first = ''] = summary.split('\n\n')
    return `- [\`${name}\`](${toPageName(name)}.md): ${first.replaceAll('\n', ' ')}`
  })
  writeFileSync(join(folder, 'README.md'), `${HEAD}${rows.join('\n')}\n`)
}
