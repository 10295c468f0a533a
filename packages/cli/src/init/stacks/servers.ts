import { exported, kindOf } from '../code.ts'
import {
  askListener,
  beside,
  entryNames,
  findFile,
  INSTEAD,
  listenerImports,
  READ_ENV,
  signedIn,
  specifier,
  startLine,
  testPath,
} from './common.ts'
import type { Draft, Stack } from './stack.ts'

/** Fastify: a file in the folder of routes that the app loads, or a plugin to be registered. */
export const fastify: Stack = {
  id: 'fastify',
  title: 'Fastify',
  adapter: '@usersig/fastify',
  signs: ['fastify'],
  keyFile: '.env',
  draft(project, chosen): Draft {
    const user = signedIn(chosen, "request.headers['x-user']")
    const end = project.isTypeScript ? 'ts' : 'js'
    const routes = ['src/routes', 'routes'].find((name) => project.has(`${name}/root.${end}`))
    const entry = findFile(project, entryNames(project), /fastify\(/i)
    const path = routes ? `${routes}/usersig.${end}` : beside(entry, 'usersig', project)
    const { isModule } = kindOf(path, project)
    const at = routes && project.has('test/routes') ? `test/routes/usersig.test.${end}` : testPath(path, project)
    const plugin = `async function usersig(fastify${end === 'ts' ? ': FastifyInstance' : ''}) {
  fastify.post('/usersig', issueUserSig({ authenticate }));
}`
    const start = startLine(project, ['start'])
    return {
      path,
      imports: [
        ...READ_ENV.imports,
        ['{ issueUserSig }', '@usersig/fastify'],
        ...(end === 'ts' ? [['type { FastifyInstance }', 'fastify'] as const] : []),
      ],
      before: READ_ENV.code,
      after: `// POST /usersig: tickets for the user who is logged in.
${isModule ? `export default ${plugin}` : `${plugin}\n\nmodule.exports = usersig;`}`,
      ownExample: 'sessionUser() of @usersig/auth, for a session that holds userId',
      ...(routes ? { sample: `${routes}/root.${end}` } : entry && { sample: entry }),
      ...(!routes && {
        manual: {
          file: entry ?? '',
          lines: isModule
            ? `import usersig from '${specifier(entry ?? path, path, project)}';\napp.register(usersig);`
            : `app.register(require('${specifier(entry ?? path, path, project)}'));`,
        },
      }),
      ...(at && {
        test: {
          path: at,
          imports: [
            [isModule && !(end === 'ts' && !project.isModule) ? 'Fastify' : '{ fastify as Fastify }', 'fastify'],
            ['usersig', specifier(at, path, project)],
          ],
          ask: `const app = Fastify();
${user ? `${INSTEAD}\napp.addHook('onRequest', async (request) => {\n  Object.assign(request, ${user});\n});\n` : ''}app.register(usersig);
const answer = await app.inject({ method: 'POST', url: '/usersig', headers });
await app.close();
const body = answer.json();
return { status: answer.statusCode, body };`,
        },
      }),
      ...(routes && start && { start }),
    }
  },
}

export const koa: Stack = {
  id: 'koa',
  title: 'Koa',
  adapter: '@usersig/koa',
  signs: ['koa'],
  keyFile: '.env',
  draft(project, chosen): Draft {
    const user = signedIn(chosen, "ctx.headers['x-user']")
    const entry = findFile(project, entryNames(project), /new Koa\(/)
    const path = beside(entry, 'usersig', project)
    const at = testPath(path, project)
    const isTyped = /ts$/.test(at ?? '')
    const from = specifier(entry ?? path, path, project)
    const kind = kindOf(path, project)
    return {
      path,
      imports: [...READ_ENV.imports, ['{ issueUserSig }', '@usersig/koa']],
      before: READ_ENV.code,
      after: `// POST /usersig: tickets for the user who is logged in.
${exported('usersig', "issueUserSig({ path: '/usersig', authenticate })", kind)}`,
      ownExample: 'sessionUser() of @usersig/auth, for a session that holds userId',
      ...(entry && { sample: entry }),
      manual: {
        file: entry ?? '',
        lines: `${kind.isModule ? `import { usersig } from '${from}';` : `const { usersig } = require('${from}');`}
// after your session, before your routes
app.use(usersig);`,
      },
      ...(at && {
        test: {
          path: at,
          imports: [...listenerImports(isTyped), ['Koa', 'koa'], ['{ usersig }', specifier(at, path, project)]],
          ask: user
            ? `const app = new Koa();
${INSTEAD}
app.use((ctx, next) => {
  Object.assign(${chosen.login.user === 'user' ? 'ctx.state' : 'ctx'}, ${user});
  return next();
});
app.use(usersig);
${askListener('app.listen(0)', isTyped)}`
            : askListener('new Koa().use(usersig).listen(0)', isTyped),
        },
      }),
    }
  },
}

/** A project without a framework, such as the one of a page made with Vite: a server of its own. */
export const node: Stack = {
  id: 'node',
  title: 'Node.js',
  adapter: '@usersig/node',
  signs: [],
  keyFile: '.env',
  draft(project): Draft {
    const isVite = project.dependencies.has('vite')
    const path = 'usersig-server.mjs'
    const at = 'usersig.test.mjs'
    return {
      path,
      imports: [
        ...READ_ENV.imports,
        ['{ createServer }', 'node:http'],
        ['{ fileURLToPath }', 'node:url'],
        ['{ issueUserSig }', '@usersig/node'],
      ],
      before: READ_ENV.code,
      after: `// POST /usersig: tickets for the user who is logged in.
export const usersig = issueUserSig({ path: '/usersig', authenticate });

// Started with: node usersig-server.mjs
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  createServer(usersig).listen(process.env.PORT ?? 3000);
}`,
      ownExample: '(request) => userOfSession(request)',
      ...(isVite && {
        manual: {
          file: 'vite.config',
          lines: `export default { server: { proxy: { '/usersig': 'http://localhost:3000' } } }`,
        },
      }),
      test: {
        path: at,
        imports: [
          ...listenerImports(false),
          ['{ createServer }', 'node:http'],
          ['{ usersig }', './usersig-server.mjs'],
        ],
        ask: askListener('createServer(usersig).listen(0)', false),
      },
      start: { line: 'node usersig-server.mjs' },
    }
  },
}

/** Functions of AWS Lambda and Tencent SCF: a file with a handler, which the configuration names. */
export const functions: Stack = {
  id: 'functions',
  title: 'AWS Lambda, Tencent SCF',
  adapter: '@usersig/functions',
  signs: ['@types/aws-lambda', 'serverless', 'aws-cdk-lib', 'serverless-http'],
  files: ['serverless.yml', 'serverless.yaml', 'template.yaml', 'template.yml', 'scf_bootstrap'],
  keyFile: '.env',
  draft(project): Draft {
    const path = beside(undefined, 'usersig', project)
    return {
      path,
      imports: [['{ issueUserSig }', '@usersig/functions']],
      after: `// The handler of POST /usersig: tickets for the user who is logged in. The key comes from the environment of the function.
${exported('handler', 'issueUserSig({ authenticate })', kindOf(path, project))}`,
      ownExample: '(event) => event.requestContext.authorizer.principalId',
      manual: { file: '', lines: `${path.replace(/\.\w+$/, '')}.handler` },
    }
  },
}
