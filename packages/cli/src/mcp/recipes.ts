import { FETCH_RECIPES } from './fetch-recipes.ts'
import { AT_START, type Known, type Recipe } from './recipe.ts'

const OF_FUNCTION = 'Set USERSIG_SDKAPPID and USERSIG_SECRETKEY among the environment variables of the function.'
const OF_WORKER = 'Put USERSIG_SDKAPPID into vars of wrangler.jsonc, and run: npx wrangler secret put USERSIG_SECRETKEY'

/** The first one whose dependency a project has; the order is from what wraps others to what is wrapped. */
const SERVERS: readonly Known[] = [
  [
    ['@nestjs/core'],
    {
      stack: 'NestJS',
      install: 'npm install @usersig/nestjs-module',
      lines: `import { toUserId, UserSigModule } from '@usersig/nestjs-module'

// in the imports of the module; SessionGuard is the guard of your own login
UserSigModule.forRoot({
  issuer: { path: 'usersig', guards: [SessionGuard] },
  authenticate: (request) => toUserId(request.user.id),
})`,
      environment: AT_START,
    },
  ],
  [
    ['next'],
    {
      stack: 'Next.js',
      install: 'npm install @usersig/edge',
      lines: `// app/usersig/route.ts
import { issueUserSig, toUserId } from '@usersig/edge'

// userOfSession is your own login: the id of the user, or undefined
export const POST = issueUserSig({
  path: '/usersig',
  authenticate: async (request) => {
    const id = await userOfSession(request)
    return id && toUserId(id)
  },
})`,
      environment: AT_START,
    },
  ],
  ...FETCH_RECIPES,
  [
    ['hono'],
    {
      stack: 'Hono',
      install: 'npm install @usersig/hono',
      lines: `import { getUserSig, issueUserSig, requireUserSig, toUserId } from '@usersig/hono'

// login is the middleware of your own login
app.post('/usersig', login, issueUserSig({ authenticate: (c) => toUserId(c.get('jwtPayload').sub) }))
app.get('/me', requireUserSig(), (c) => c.json({ userId: getUserSig(c).userId }))`,
      environment: AT_START,
    },
  ],
  [
    ['egg'],
    {
      stack: 'Egg',
      install: 'npm install @usersig/koa',
      lines: `// app/router.js; in config/config.default.js: config.security = { csrf: { ignore: '/usersig' } }
import { issueUserSig, toUserId } from '@usersig/koa'

// ctx.user is what your own login sets
export default ({ router }) => {
  router.post('/usersig', issueUserSig({ authenticate: (ctx) => ctx.user && toUserId(ctx.user.id) }))
}`,
      environment: AT_START,
    },
  ],
  [
    ['@midwayjs/koa'],
    {
      stack: 'Midway',
      install: 'npm install @usersig/koa',
      lines: `// in src/configuration.ts; ctx.state.user is what your own login sets, in a middleware before this one
import { issueUserSig, toUserId } from '@usersig/koa'

this.app.useMiddleware(
  issueUserSig({ path: '/usersig', authenticate: (ctx) => ctx.state.user && toUserId(ctx.state.user.id) }),
)`,
      environment: AT_START,
    },
  ],
  [
    ['fastify'],
    {
      stack: 'Fastify',
      install: 'npm install @usersig/fastify',
      lines: `import { getUserSig, issueUserSig, requireUserSig, toUserId } from '@usersig/fastify'

// request.user is what your own login sets, in a hook for all routes
app.post('/usersig', issueUserSig({ authenticate: (request) => request.user && toUserId(request.user.id) }))
app.get('/me', { onRequest: requireUserSig() }, (request) => ({ userId: getUserSig(request).userId }))`,
      environment: AT_START,
    },
  ],
  [
    ['koa'],
    {
      stack: 'Koa',
      install: 'npm install @usersig/koa',
      lines: `import { getUserSig, issueUserSig, requireUserSig, toUserId } from '@usersig/koa'

// ctx.state.user is what your own login sets
router.post('/usersig', issueUserSig({ authenticate: (ctx) => ctx.state.user && toUserId(ctx.state.user.id) }))
router.get('/me', requireUserSig(), (ctx) => {
  ctx.body = { userId: getUserSig(ctx).userId }
})`,
      environment: AT_START,
    },
  ],
  [
    ['express'],
    {
      stack: 'Express',
      install: 'npm install @usersig/express-middleware',
      lines: `import { getUserSig, issueUserSig, requireUserSig, toUserId } from '@usersig/express-middleware'

// req.user is what your own login sets
app.post('/usersig', issueUserSig({ authenticate: (req) => req.user && toUserId(req.user.id) }))
app.get('/me', requireUserSig(), (req, res) => res.json({ userId: getUserSig(req).userId }))`,
      environment: AT_START,
    },
  ],
  [
    ['wx-server-sdk'],
    {
      stack: 'WeChat cloud functions',
      install: 'npm install @usersig/functions',
      lines: `const cloud = require('wx-server-sdk')
const { issueUserSig } = require('@usersig/functions')

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })

exports.main = issueUserSig({ callable: true, authenticate: () => cloud.getWXContext().OPENID })`,
      environment: OF_FUNCTION,
    },
  ],
  [
    ['@types/aws-lambda', 'serverless', '@cloudbase/functions-framework', 'tencent-serverless-http'],
    {
      stack: 'Event functions (AWS Lambda, Tencent SCF, CloudBase)',
      install: 'npm install @usersig/functions',
      lines: `const { issueUserSig, toUserId } = require('@usersig/functions')

// userOfSession is your own login: the id of the user, or undefined.
// On Lambda; SCF calls exports.main_handler, and CloudBase exports.main
exports.handler = issueUserSig({
  authenticate: async (event) => {
    const id = await userOfSession(event)
    return id && toUserId(id)
  },
})`,
      environment: OF_FUNCTION,
    },
  ],
  [
    ['wrangler', '@cloudflare/workers-types'],
    {
      stack: 'Cloudflare Workers',
      install: 'npm install @usersig/edge @usersig/auth',
      lines: `import { jwt } from '@usersig/auth'
import { issueUserSig } from '@usersig/edge'

export default {
  fetch: issueUserSig({
    path: '/usersig',
    authenticate: jwt({ issuer: 'https://example.eu.auth0.com/', audience: 'https://api.example.com' }),
  }),
}`,
      environment: OF_WORKER,
    },
  ],
]

const PLAIN: Recipe = {
  stack: 'Node.js',
  install: 'npm install @usersig/node',
  lines: `import { createServer } from 'node:http'
import { issueUserSig, toUserId } from '@usersig/node'

// userOfSession is your own login: the id of the user, or undefined
const issue = issueUserSig({
  path: '/usersig',
  authenticate: async (request) => {
    const id = await userOfSession(request)
    return id && toUserId(id)
  },
})
createServer(issue).listen(3000)`,
  environment: AT_START,
}

const CLIENT = {
  install: 'npm install @usersig/client',
  lines: `import { createUserSigSource } from '@usersig/client'

const source = createUserSigSource({ endpoint: '/usersig' })`,
}

/** The server of a project, and its client. */
export function recipeFor(dependencies: readonly string[]): { server: Recipe; client: typeof CLIENT } {
  const found = SERVERS.find(([names]) => names.some((name) => dependencies.includes(name)))
  return { server: found?.[1] ?? PLAIN, client: CLIENT }
}

/** Every recipe, for who names a stack himself. */
export const allRecipes = (): readonly Recipe[] => [...SERVERS.map(([, recipe]) => recipe), PLAIN]
