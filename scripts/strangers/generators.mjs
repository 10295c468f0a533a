import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../release/packages.mjs'

/**
 * @typedef {object} Generator a program that makes a project, which `usersig init` is then run in
 * @property {string} name
 * @property {string[]} generate command lines that make the folder `app`; with `files`, what is typed in it
 * @property {Record<string, string>} [files] what somebody has written there
 * @property {string} [needs] what the generator downloads from
 * @property {() => Record<string, string>} [stored] the project that it makes, for where that does not answer
 * @property {string[]} [tests] the project's own tests, with the one that `init` wrote
 * @property {string[]} [bundle] what builds it, or checks its types
 * @property {string[]} versions packages of which the version is told
 */

const nest = (major) => ({
  name: `init: NestJS ${major}, nest new`,
  generate: [`npx @nestjs/cli@${major} new app --package-manager npm --skip-git`],
  tests: ['npm test', 'npm run test:e2e'],
  bundle: ['npm run build'],
  versions: ['@nestjs/core', 'typescript'],
})
const hono = (template, others) => ({
  name: `init: Hono, create-hono ${template}`,
  needs: 'https://api.github.com',
  generate: [`npm create hono@latest app -- --template ${template} --pm npm --install`],
  stored: () => readStored(`hono-${template}`),
  tests: ['node --test usersig.test.mjs'],
  ...others,
})

// What Express shows as its first program, with a script to start it.
const EXPRESS = `const app = express()

app.get('/', (req, res) => {
  res.send('Hello World!')
})

app.listen(process.env.PORT ?? 3000)
`
const TSCONFIG = {
  compilerOptions: { module: 'nodenext', target: 'es2023', strict: true, outDir: 'dist', types: ['node'] },
  include: ['src'],
}
const WORKER = `export default {
  async fetch(request, env, ctx): Promise<Response> {
    return new Response('Hello World!')
  },
} satisfies ExportedHandler<Env>
`

/** @type {Generator[]} */
export const GENERATORS = [
  {
    name: 'init: Express, npm init',
    generate: ['npm init --yes', 'npm install express', 'npm pkg set scripts.start="node index.js"'],
    files: { 'index.js': `const express = require('express')\n\n${EXPRESS}` },
    tests: ['node --test usersig.test.mjs'],
    versions: ['express'],
  },
  {
    name: 'init: Express, TypeScript strict',
    generate: [
      'npm init --yes',
      'npm install express',
      'npm install --save-dev typescript@5 tsx @types/node @types/express',
      'npm pkg set type=module scripts.dev="tsx src/index.ts"',
    ],
    files: { 'src/index.ts': `import express from 'express'\n\n${EXPRESS}`, 'tsconfig.json': JSON.stringify(TSCONFIG) },
    tests: ['npx tsx --test usersig.test.mjs'],
    bundle: ['npx tsc'],
    versions: ['express', 'typescript', 'tsx'],
  },
  {
    name: 'init: Express, express-generator',
    generate: ['npx express-generator@4 --no-view app'],
    tests: ['node --test usersig.test.mjs'],
    versions: ['express'],
  },
  nest(11),
  nest(12),
  {
    name: 'init: Next.js, create-next-app',
    generate: ['npx create-next-app@latest app --yes --typescript --app --empty --use-npm --disable-git'],
    tests: ['node --test usersig.test.mjs'],
    bundle: ['npx next build'],
    versions: ['next'],
  },
  {
    name: 'init: Vite, create-vite',
    generate: ['npm create vite@latest app -- --template vanilla-ts --no-interactive'],
    tests: ['node --test usersig.test.mjs'],
    bundle: ['npm run build'],
    versions: ['vite'],
  },
  hono('nodejs', { bundle: ['npm run build'], versions: ['hono', '@hono/node-server'] }),
  hono('cloudflare-workers', { bundle: ['npx wrangler deploy --dry-run'], versions: ['hono', 'wrangler'] }),
  {
    name: 'init: Cloudflare Workers, wrangler',
    generate: ['npm init --yes', 'npm pkg set type=module', 'npm install --save-dev wrangler typescript'],
    files: {
      'src/index.ts': WORKER,
      'wrangler.jsonc': '{ "name": "app", "main": "src/index.ts", "compatibility_date": "2026-07-01" }\n',
    },
    tests: ['node --test usersig.test.mjs'],
    bundle: ['npx wrangler deploy --dry-run'],
    versions: ['wrangler'],
  },
  {
    name: 'init: Cloudflare Workers, create-cloudflare',
    generate: [
      'npm create cloudflare@latest app -- --type=hello-world --lang=ts --no-deploy --no-git --accept-defaults',
    ],
    tests: ['npx vitest run'],
    bundle: ['npx tsc --noEmit', 'npx wrangler deploy --dry-run'],
    versions: ['wrangler', 'vitest'],
  },
  {
    name: 'init: Fastify, fastify-cli',
    generate: ['npx fastify-cli@7 generate app --esm'],
    tests: ['npm test'],
    versions: ['fastify', 'fastify-cli'],
  },
  {
    name: 'init: Fastify, fastify-cli --lang=ts',
    generate: ['npx fastify-cli@7 generate app --lang=ts'],
    tests: ['npm test'],
    versions: ['fastify', 'typescript'],
  },
]

/** A project as the generator wrote it, which the tests of `usersig init` keep in one text. */
function readStored(name) {
  const text = readFileSync(join(root, `packages/cli/test/init/generated/${name}.txt`), 'utf8')
  const parts = text.split(/^=== /m).slice(1)
  return Object.fromEntries(
    parts.map((part) => [part.slice(0, part.indexOf('\n')), part.slice(part.indexOf('\n') + 1)]),
  )
}
