import { afterImports, type Insertion } from '../insert.ts'
import type { Project } from '../project.ts'
import { READ_ENV, signInMiddleware, specifier, startLine, testPath } from './common.ts'
import type { Draft, Stack } from './stack.ts'

const ROOT = 'src/app.module.ts'
const PATH = 'src/usersig.module.ts'
const NAME = 'UserSigTicketsModule'

export const nest: Stack = {
  id: 'nest',
  title: 'NestJS',
  adapter: '@usersig/nestjs-module',
  signs: ['@nestjs/core'],
  keyFile: '.env',
  draft(project, chosen): Draft {
    const signIn = signInMiddleware(chosen, true)
    const at = testPath(PATH, project)
    const insertion = insertInto(project)
    const start = startLine(project, ['start'])
    return {
      path: PATH,
      imports: [...READ_ENV.imports, ['{ Module }', '@nestjs/common'], ['{ UserSigModule }', '@usersig/nestjs-module']],
      before: READ_ENV.code,
      after: `// POST /usersig: tickets for the user who is logged in.
@Module({
  imports: [
    UserSigModule.forRoot({ issuer: { path: 'usersig' }, authenticate }),
  ],
})
export class ${NAME} {}`,
      ownExample: '(request) => request.user.id, with issuer: { path, guards: [YourGuard] }',
      sample: ROOT,
      ...(insertion
        ? { insertion }
        : {
            manual: {
              file: ROOT,
              lines: `${importLine(project)}\n// in @Module({ imports: [ … ] })\n${NAME},`,
            },
          }),
      ...(at && {
        test: {
          path: at,
          imports: [
            ...(signIn?.imports ?? []),
            ['{ Test }', '@nestjs/testing'],
            [`{ ${NAME} }`, specifier(at, PATH, project)],
          ],
          ask: `const testing = await Test.createTestingModule({
  imports: [${NAME}],
}).compile();
const app = testing.createNestApplication();
${signIn ? `${signIn.code}\n` : ''}await app.listen(0);
try {
  const url = \`\${await app.getUrl()}/usersig\`;
  const answer = await fetch(url, { method: 'POST', headers });
  const body = await answer.json();
  return { status: answer.status, body };
} finally {
  await app.close();
}`,
        },
      }),
      ...(insertion && start && { start }),
    }
  },
}

const importLine = (project: Project): string => `import { ${NAME} } from '${specifier(ROOT, PATH, project)}';`

/** `imports: []`, `imports: [A, B]` on a line, or open at its end: as the generator writes it, and as formatters break it. */
function insertInto(project: Project): Insertion | undefined {
  const text = project.read(ROOT)
  if (text === undefined) return undefined
  const lines = text.split(/\r?\n/)
  const found = lines.flatMap((line, index) => (/^ {2}imports: \[/.test(line) ? [index] : []))
  const [at, ...others] = found
  if (at === undefined || others.length > 0 || text.split('@Module(').length !== 2) return undefined
  const line = lines[at] as string
  const importing = { before: afterImports(text), text: importLine(project) }
  if (/\[\s*$/.test(line)) return { file: ROOT, lines: [importing, { before: at + 1, text: `    ${NAME},` }] }
  const changed = line.replace(/\[\s*\]/, `[${NAME}]`)
  const to = changed === line ? line.replace('[', `[${NAME}, `) : changed
  return { file: ROOT, lines: [importing], change: { line: at, to } }
}
