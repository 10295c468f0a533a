import type { Serve } from 'demo/server/start'

/** The adapters that serve the demo on Node.js: the values of `--adapter`. */
export const ADAPTERS: Readonly<Record<string, () => Promise<{ readonly serve: Serve }>>> = {
  node: () => import('demo/server/node'),
  express: () => import('./adapters/express.ts'),
  fastify: () => import('./adapters/fastify.ts'),
  koa: () => import('./adapters/koa.ts'),
  nest: () => import('./adapters/nest-express.ts'),
  'nest-fastify': () => import('./adapters/nest-fastify.ts'),
  edge: () => import('./adapters/edge.ts'),
  hono: () => import('./adapters/hono.ts'),
}
