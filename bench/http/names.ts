/** The frameworks that are measured, by the names under which `frameworks.ts` has them. */
export const FRAMEWORKS = [
  'node:http',
  'Express 5',
  'Fastify 5',
  'Koa 3',
  'NestJS 12 on Express',
  'NestJS 12 on Fastify',
  'Hono on Node',
]
