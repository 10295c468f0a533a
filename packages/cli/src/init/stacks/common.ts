import { posix } from 'node:path'
import type { Import } from '../code.ts'
import type { ChosenLogin } from '../logins.ts'
import { type Project, scriptLine } from '../project.ts'

/** The first of some files that is there and has what makes it the one. */
export function findFile(project: Project, names: readonly string[], sign: RegExp): string | undefined {
  return names.find((name) => sign.test(project.read(name) ?? ''))
}

/** Names of the file at which a server begins. */
export function entryNames({ main }: Project): string[] {
  const names = ['app', 'server', 'index', 'main'].flatMap((name) => [`src/${name}`, name])
  const own = main === undefined ? [] : [posix.normalize(main)]
  return [...own, ...names.flatMap((name) => ['ts', 'mts', 'js', 'mjs', 'cjs'].map((end) => `${name}.${end}`))]
}

/** A file beside another one, in the language of that one. */
export function beside(entry: string | undefined, name: string, project: Project): string {
  const extension = entry ? posix.extname(entry) : project.isTypeScript ? '.ts' : '.js'
  const folder = entry ? posix.dirname(entry) : project.isTypeScript && project.has('src') ? 'src' : '.'
  return posix.join(folder, `${name}${extension}`)
}

/** How one file of a project names another one in an import. */
export function specifier(from: string, to: string, project: Project): string {
  const relative = posix.relative(posix.dirname(from), to)
  const path = relative.startsWith('.') ? relative : `./${relative}`
  // Node itself runs these, and takes names as they are.
  if (/\.m[jt]s$/.test(from)) return path
  const isNode = /"module(?:Resolution)?"\s*:\s*"node(?:next|16)"/i.test(project.read('tsconfig.json') ?? '')
  if (/\.ts$/.test(to)) return path.replace(/\.ts$/, project.isModule && isNode ? '.js' : '')
  return project.isModule ? path : path.replace(/\.js$/, '')
}

/** Reads .env where nothing else does. */
export const READ_ENV: { readonly imports: readonly Import[]; readonly code: string } = {
  imports: [
    ['{ existsSync, readFileSync }', 'node:fs'],
    ['{ parseEnv }', 'node:util'],
  ],
  // process.loadEnvFile would miss the copy of the environment that Jest hands to tests.
  code: `// Here the key is in .env; a server has it in its environment.
if (existsSync('.env')) {
  const file = parseEnv(readFileSync('.env', 'utf8'));
  Object.assign(process.env, { ...file, ...process.env });
}`,
}

/** The first script that is there, as a command line. */
export function startLine(project: Project, scripts: readonly string[]): { line: string } | undefined {
  const script = scripts.find((name) => project.scripts[name] !== undefined)
  return script === undefined ? undefined : { line: scriptLine(project, script) }
}

/** Where a test stands, and in which language: as the runner finds it, and can load it. */
export function testPath(source: string, project: Project): string | undefined {
  const { dir, ext } = posix.parse(source)
  if (project.runner !== 'node') {
    const isInFolder = project.has('test') && !project.has(posix.join(dir, 'app.controller.spec.ts'))
    const name = hasSpecs(project) ? 'usersig.spec' : 'usersig.test'
    return posix.join(isInFolder ? 'test' : dir, `${name}${ext}`)
  }
  // Node refuses `import` in TypeScript that package.json says is CommonJS.
  if (ext === '.ts' && project.isCommonJs) return undefined
  // It takes types off by itself from 22.18 on.
  if (/ts$/.test(ext) && !('typescript' in process.features && process.features.typescript)) return undefined
  return 'usersig.test.mjs'
}

const hasSpecs = (project: Project): boolean =>
  ['src/app.controller.spec.ts', 'test/index.spec.ts', 'test/index.spec.js'].some((name) => project.has(name))

/**
 * What a test puts on its request in the place of the app's own middleware: `{ session: { userId: … } }`, `{ user: … }`;
 * nothing for a login that reads a token.
 *
 * @param header the expression that reads the header which names the user
 */
export function signedIn({ login, values }: ChosenLogin, header: string): string | undefined {
  if (login.user === 'session') return `{ session: { ${values['key']}: ${header} } }`
  return login.user && `{ user: ${header} && { ${values['key']}: ${header} } }`
}

/** Why it stands in a test. */
export const INSTEAD = '// In the place of your own middleware, which knows the user.'

/** Middleware of Express that signs a test's user in, and the imports of its types. */
export function signInMiddleware(
  chosen: ChosenLogin,
  isTyped: boolean,
): { code: string; imports: readonly Import[] } | undefined {
  const found = signedIn(chosen, "req.headers['x-user']")
  if (found === undefined) return undefined
  const params = isTyped ? 'req: IncomingMessage, _res: ServerResponse, next: () => void' : 'req, _res, next'
  return {
    code: `${INSTEAD}
app.use((${params}) => {
  Object.assign(req, ${found});
  next();
});`,
    imports: isTyped ? [['type { IncomingMessage, ServerResponse }', 'node:http']] : [],
  }
}

/** Asks a listener of Node over a real connection. */
export const askListener = (server: string, isTyped: boolean): string => `const server = ${server};
await once(server, 'listening');
const { port } = server.address()${isTyped ? ' as AddressInfo' : ''};
try {
  const url = \`http://localhost:\${port}/usersig\`;
  const answer = await fetch(url, { method: 'POST', headers });
  const body = await answer.json();
  return { status: answer.status, body };
} finally {
  server.close();
  server.closeAllConnections();
}`

export const listenerImports = (isTyped: boolean): readonly Import[] => [
  ['{ once }', 'node:events'],
  ...(isTyped ? [['type { AddressInfo }', 'node:net'] as const] : []),
]

/** Asks a function that answers a request. */
export const askFunction = (
  call: string,
): string => `const answer = await ${call.replace('REQUEST', "new Request('http://localhost/usersig', { method: 'POST', headers })")};
const body = await answer.json();
return { status: answer.status, body };`
