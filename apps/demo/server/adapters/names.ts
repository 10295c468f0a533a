/** Who can serve the demo: the value of `--adapter`. */
export const adapterNames: readonly string[] = [
  'node',
  'express',
  'nest',
  'nest-fastify',
  'edge',
  'hono',
  'deno',
  'bun',
]
