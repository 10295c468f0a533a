import { exported, kindOf } from '../code.ts'
import { type Insertion, insertRoute } from '../insert.ts'
import type { Project } from '../project.ts'
import { beside, entryNames, findFile, INSTEAD, READ_ENV, specifier, startLine, testPath } from './common.ts'
import type { Draft, Stack } from './stack.ts'

const CREATED = /^(?:export )?(?:const|let) ([\w$]+) = new Hono(?:<.*>)?\(\);?\s*$/
const NAMES = ['src/index.tsx', 'src/app.tsx', 'src/server.tsx']

/** Hono on Node.js, or in a Worker. */
const hono = (isWorker: boolean): Stack => ({
  id: isWorker ? 'hono-worker' : 'hono',
  title: isWorker ? 'Hono, Cloudflare Workers' : 'Hono',
  adapter: '@usersig/hono',
  signs: ['hono'],
  keyFile: isWorker ? '.dev.vars' : '.env',
  draft(project, chosen): Draft {
    const found = chosen.login.user && `{ ${chosen.values['key']}: c.req.header('x-user') }`
    const entry = findFile(project, [...NAMES, ...entryNames(project)], /= new Hono/)
    const path = beside(entry, 'usersig', project).replace('.tsx', '.ts')
    const at = testPath(path, project)
    const insertion = entry && insertInto(entry, path, project)
    const from = specifier(entry ?? path, path, project)
    const start = isWorker ? entry && { worker: entry } : withPort(startLine(project, ['dev', 'start']), entry, project)
    return {
      path,
      imports: [...(isWorker ? [] : READ_ENV.imports), ['{ issueUserSig }', '@usersig/hono']],
      ...(!isWorker && { before: READ_ENV.code }),
      after: `// For app.post('/usersig', usersig): tickets for the user who is logged in.
${exported('usersig', 'issueUserSig({ authenticate })', kindOf(path, project))}`,
      ownExample: 'sessionUser() of @usersig/auth, for a session that holds userId',
      ...(entry && { sample: entry }),
      ...(insertion
        ? { insertion }
        : {
            manual: {
              file: entry ?? '',
              lines: `import { usersig } from '${from}';\napp.post('/usersig', usersig);`,
            },
          }),
      ...(at && {
        test: {
          path: at,
          imports: [
            ['{ TEST_ENV }', '@usersig/testing'],
            ['{ Hono }', 'hono'],
            ['{ usersig }', specifier(at, path, project)],
          ],
          ask: `const app = new Hono${found && /ts$/.test(at) ? '<{ Variables: { session: object } }>' : ''}();
${found ? signIn(found) : ''}app.post('/usersig', usersig);
const answer = await app.request('/usersig', { method: 'POST', headers }, TEST_ENV);
const body = await answer.json();
return { status: answer.status, body };`,
        },
      }),
      ...(insertion && start && { start }),
    }
  },
})

const signIn = (found: string): string => `${INSTEAD}
app.use(async (c, next) => {
  c.set('session', ${found});
  await next();
});
`

export const honoOnNode: Stack = hono(false)
export const honoInWorker: Stack = hono(true)

/** The generator's program has its port in it. */
function withPort(start: { line: string } | undefined, entry: string | undefined, project: Project) {
  const text = (entry && project.read(entry)) ?? ''
  const port = text.includes('process.env.PORT') ? undefined : /\bport\b\s*[:=]\s*(\d{2,5})\b/.exec(text)?.[1]
  return start && (port === undefined ? start : { ...start, port: Number(port) })
}

const insertInto = (entry: string, path: string, project: Project): Insertion | undefined =>
  insertRoute(
    entry,
    project.read(entry) ?? '',
    CREATED,
    `import { usersig } from '${specifier(entry, path, project)}';`,
  )
