import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Language } from './language.ts'
import { ROOT } from './root.ts'

/** A file of the repository that is a page of the site. */
export interface SourcePage {
  /** From the root of the repository. */
  readonly file: string
  /** Path of the page, without an ending. */
  readonly path: string
  readonly language: Language
  readonly group: 'guide' | 'more' | 'packages' | 'api'
}

const GUIDES = ['quick-start', 'platforms', 'key', 'migration'] as const
/** Pages that are written in English alone. */
const MORE = ['faults', 'glossary', 'runtimes', 'speed', 'conformance', 'proof'] as const

const folders = (path: string) => readdirSync(join(ROOT, path))
const isPublished = (name: string) => name !== 'contract' && existsSync(join(ROOT, `packages/${name}/README.md`))

/** Everything that is taken over as it is; a new package or a new page of the reference comes by itself. */
export const SOURCES: readonly SourcePage[] = [
  ...GUIDES.flatMap((name): SourcePage[] => [
    { file: `docs/${name}.md`, path: `/guide/${name}`, language: 'en', group: 'guide' },
    { file: `docs/${name}.zh-CN.md`, path: `/zh/guide/${name}`, language: 'zh', group: 'guide' },
  ]),
  ...MORE.map(
    (name): SourcePage => ({ file: `docs/${name}.md`, path: `/guide/${name}`, language: 'en', group: 'more' }),
  ),
  { file: 'SECURITY.md', path: '/guide/security', language: 'en', group: 'more' },
  ...folders('packages')
    .filter(isPublished)
    .map((name): SourcePage => {
      return { file: `packages/${name}/README.md`, path: `/packages/${name}`, language: 'en', group: 'packages' }
    }),
  { file: 'packages/client/FRAMEWORKS.md', path: '/packages/client-frameworks', language: 'en', group: 'packages' },
  { file: 'packages/client/FAULTS.md', path: '/packages/client-faults', language: 'en', group: 'packages' },
  ...folders('docs/api').map((name): SourcePage => {
    const path = name === 'README.md' ? '/api/index' : `/api/${name.replace(/\.md$/, '')}`
    return { file: `docs/api/${name}`, path, language: 'en', group: 'api' }
  }),
]
