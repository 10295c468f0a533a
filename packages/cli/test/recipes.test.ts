import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { allRecipes, recipeFor } from '../src/mcp/recipes.ts'

/** The names that a package of this toolkit exports. */
function facesOf(name: string): string {
  return readFileSync(new URL(`../../${name}/src/index.ts`, import.meta.url), 'utf8')
}

test.each([...allRecipes(), { stack: 'client', ...recipeFor([]).client }])(
  'the recipe for $stack imports what there is, and installs what it imports',
  ({ install, lines }) => {
    const imports = [...lines.matchAll(/(?:import|const) \{ (.+) \} (?:from |= require\()'@usersig\/([\w-]+)'/g)]
    expect(imports.length).toBeGreaterThan(0)
    for (const [, names = '', name = ''] of imports) {
      expect(install).toContain(`@usersig/${name}`)
      for (const each of names.split(', ')) expect(facesOf(name)).toMatch(new RegExp(`\\b${each}\\b`))
    }
  },
)

test.each([
  [['express', '@nestjs/core'], 'NestJS'],
  [['next', 'react'], 'Next.js'],
  [['hono', 'wrangler'], 'Hono'],
  [['express'], 'Express'],
  [['fastify', '@fastify/jwt'], 'Fastify'],
  [['koa', '@koa/router'], 'Koa'],
  [['nuxt', 'vue'], 'Nuxt'],
  [['@react-router/dev', 'react'], 'React Router'],
  [['@tanstack/react-start', '@tanstack/react-router'], 'TanStack Start'],
  [['@sveltejs/kit', 'svelte'], 'SvelteKit'],
  [['astro'], 'Astro'],
  [['elysia'], 'Elysia'],
  [['egg'], 'Egg'],
  [['@midwayjs/koa', '@midwayjs/core'], 'Midway'],
  [['wx-server-sdk'], 'WeChat cloud functions'],
  [['@types/aws-lambda'], 'Event functions (AWS Lambda, Tencent SCF, CloudBase)'],
  [['wrangler'], 'Cloudflare Workers'],
  [['pg'], 'Node.js'],
])('%j is %s', (dependencies, stack) => {
  expect(recipeFor(dependencies).server.stack).toBe(stack)
})
