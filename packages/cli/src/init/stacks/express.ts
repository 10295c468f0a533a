import { exported, kindOf } from '../code.ts'
import { type Insertion, insertRoute } from '../insert.ts'
import type { Project } from '../project.ts'
import {
  askListener,
  beside,
  entryNames,
  findFile,
  listenerImports,
  READ_ENV,
  signInMiddleware,
  specifier,
  startLine,
  testPath,
} from './common.ts'
import type { Draft, Stack } from './stack.ts'

const CREATED = /^(?:export )?(?:const|var|let) ([\w$]+)(?:: [\w.]+)? = express\(\);?\s*$/

export const express: Stack = {
  id: 'express',
  title: 'Express',
  adapter: '@usersig/express-middleware',
  signs: ['express'],
  keyFile: '.env',
  draft(project, chosen): Draft {
    const entry = findFile(project, entryNames(project), /= express\(\)/)
    const path = beside(entry, 'usersig', project)
    const kind = kindOf(path, project)
    const at = testPath(path, project)
    const isTyped = /ts$/.test(at ?? '')
    const insertion = entry && insertInto(entry, path, project)
    const signIn = signInMiddleware(chosen, isTyped)
    const start =
      startLine(project, ['dev', 'start']) ?? (entry && /js$/.test(entry) ? { line: `node ${entry}` } : undefined)
    return {
      path,
      imports: [...READ_ENV.imports, ['{ issueUserSig }', '@usersig/express-middleware']],
      before: READ_ENV.code,
      after: `// For app.post('/usersig', usersig): tickets for the user who is logged in.
${exported('usersig', 'issueUserSig({ authenticate })', kind)}`,
      ownExample: 'sessionUser() of @usersig/auth, for a session that holds userId',
      ...(entry && { sample: entry }),
      ...(insertion ? { insertion } : { manual: { file: entry ?? '', lines: manualLines(entry, path, project) } }),
      ...(at && {
        test: {
          path: at,
          imports: [
            ...listenerImports(isTyped),
            ...(signIn?.imports ?? []),
            ['express', 'express'],
            ['{ usersig }', specifier(at, path, project)],
          ],
          ask: signIn
            ? `const app = express();
${signIn.code}
app.post('/usersig', usersig);
${askListener('app.listen(0)', isTyped)}`
            : askListener("express().post('/usersig', usersig).listen(0)", isTyped),
        },
      }),
      ...(insertion && start && { start }),
    }
  },
}

function importLine(entry: string, path: string, project: Project): string {
  const from = specifier(entry, path, project)
  return kindOf(entry, project).isModule
    ? `import { usersig } from '${from}';`
    : `const { usersig } = require('${from}');`
}

const manualLines = (entry: string | undefined, path: string, project: Project): string =>
  `${importLine(entry ?? path, path, project)}\napp.post('/usersig', usersig);`

const insertInto = (entry: string, path: string, project: Project): Insertion | undefined =>
  insertRoute(entry, project.read(entry) ?? '', CREATED, importLine(entry, path, project))
