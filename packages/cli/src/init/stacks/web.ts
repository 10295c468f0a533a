import { exported, kindOf } from '../code.ts'
import { afterImports, type Insertion } from '../insert.ts'
import type { Project } from '../project.ts'
import { askFunction, beside, entryNames, findFile, specifier, startLine, testPath } from './common.ts'
import type { Draft, Stack } from './stack.ts'

/** The App Router of Next.js: a file makes the route. */
export const next: Stack = {
  id: 'next',
  title: 'Next.js',
  adapter: '@usersig/edge',
  signs: ['next'],
  keyFile: '.env',
  draft(project): Draft {
    const end = project.isTypeScript ? 'ts' : 'js'
    const path = `${project.has('src/app') ? 'src/' : ''}app/usersig/route.${end}`
    const at = testPath(path, project)
    const start = startLine(project, ['dev'])
    return {
      path,
      imports: [['{ issueUserSig }', '@usersig/edge']],
      after: `// POST /usersig: tickets for the user who is logged in.
export const POST = issueUserSig({ authenticate });`,
      ownExample: 'authJs(() => auth()) of @usersig/auth, for Auth.js',
      sample: path.replace('usersig/route.ts', 'layout.tsx').replace('usersig/route.js', 'layout.js'),
      ...(at && {
        test: {
          path: at.replace('app/usersig/', ''),
          imports: [['{ POST }', specifier(at.replace('app/usersig/', ''), path, project)]],
          ask: askFunction('POST(REQUEST)'),
        },
      }),
      ...(start && { start }),
    }
  },
}

const HANDLER =
  /^\s*(?:async )?fetch\((\w+)(?:: Request)?, (\w+)(?:: \w+)?, (\w+)(?:: ExecutionContext)?\)(?:: Promise<Response>)? \{\s*$/

/** A Worker of Cloudflare without a framework. */
export const worker: Stack = {
  id: 'worker',
  title: 'Cloudflare Workers',
  adapter: '@usersig/edge',
  signs: ['wrangler', '@cloudflare/workers-types'],
  files: ['wrangler.jsonc', 'wrangler.json', 'wrangler.toml'],
  keyFile: '.dev.vars',
  draft(project): Draft {
    const entry = findFile(project, entryNames(project), /export default/)
    const path = beside(entry, 'usersig', project)
    const at = testPath(path, project)
    const insertion = entry && insertInto(entry, path, project)
    return {
      path,
      imports: [['{ issueUserSig }', '@usersig/edge']],
      after: `// POST /usersig: tickets for the user who is logged in. The key comes from the env of the Worker.
${exported('usersig', "issueUserSig({ path: '/usersig', authenticate })", kindOf(path, project))}`,
      ownExample: '(request, { env }) => userOfSession(request, env)',
      ...(entry && { sample: entry }),
      ...(insertion
        ? { insertion }
        : {
            manual: {
              file: entry ?? '',
              lines: `import { usersig } from '${specifier(entry ?? path, path, project)}';
// first in fetch(request, env, ctx)
if (new URL(request.url).pathname === '/usersig') return usersig(request, env, ctx);`,
            },
          }),
      ...(at && {
        test: {
          path: at,
          imports: [
            ['{ TEST_ENV }', '@usersig/testing'],
            ['{ usersig }', specifier(at, path, project)],
          ],
          ask: askFunction('usersig(REQUEST, TEST_ENV)'),
        },
      }),
      ...(insertion && entry && { start: { worker: entry } }),
    }
  },
}

function insertInto(entry: string, path: string, project: Project): Insertion | undefined {
  const text = project.read(entry) ?? ''
  const lines = text.split(/\r?\n/)
  const found = lines.flatMap((line, index) => {
    const names = HANDLER.exec(line)
    return names ? [{ index, names }] : []
  })
  const [only, ...others] = found
  if (!only || others.length > 0) return undefined
  const [, request = '', env = '', ctx = ''] = only.names
  const margin = /^\s*/.exec(lines[only.index] as string)?.[0] ?? ''
  const inside = margin + (margin.startsWith('\t') ? '\t' : '  ')
  const call = `if (new URL(${request}.url).pathname === '/usersig') return usersig(${request}, ${env}, ${ctx});`
  return {
    file: entry,
    lines: [
      {
        before: afterImports(text) || firstLine(lines),
        text: `import { usersig } from '${specifier(entry, path, project)}';`,
      },
      { before: only.index + 1, text: `${inside}${call}` },
    ],
  }
}

/** After the comment at the top. */
const firstLine = (lines: readonly string[]): number => {
  const end = lines.findIndex((line) => /^\s*\*\/\s*$/.test(line))
  return lines[0]?.startsWith('/*') && end >= 0 ? end + 1 : 0
}
