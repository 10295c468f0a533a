import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type } from './shell.mjs'

/**
 * @typedef {object} Stack a kind of project in which a section of the quick start is followed
 * @property {string} name
 * @property {string} section
 * @property {string[]} [generate] command lines that make the folder `app`; without them it is an empty one
 * @property {(folder: string) => void} [arrange] what else is to be so before the text is followed
 * @property {(folder: string, recipe: object) => object} [after] what of the text is changed, once its files are there
 * @property {string[]} [tests] the project's own tests, and what checks its types
 * @property {RegExp} [said] what each of them says if it has tried something
 * @property {string[]} [bundle]
 * @property {string} [needs] what its generator downloads from
 * @property {string} [testsNeed] what its tests download from
 * @property {string} [tool] the command line that says the version of its program
 * @property {string[]} versions packages of which the version is told
 */

const EMPTY = { generate: [], versions: [] }
const nest = (major) => ({
  name: `NestJS ${major}, nest new`,
  section: 'NestJS',
  generate: [`npx @nestjs/cli@${major} new app --package-manager npm --skip-git`],
  tests: ['npm test', 'npm run test:e2e'],
  said: /\b[1-9]\d* passed/,
  bundle: ['npm run build'],
  versions: ['@nestjs/cli', '@nestjs/core', 'typescript'],
})

/** @type {Stack[]} */
export const STACKS = [
  { name: 'Node.js', section: 'Node.js', ...EMPTY, tool: 'node --version' },
  { name: 'Express, JavaScript', section: 'Express', generate: [], versions: ['express'] },
  {
    name: 'Express, TypeScript strict',
    section: 'Express',
    generate: [],
    arrange: writeStrictProject,
    after: useTypeScript,
    tests: ['npx tsc'],
    versions: ['express', 'typescript'],
  },
  nest(11),
  nest(12),
  { name: 'Fastify, JavaScript', section: 'Fastify', generate: [], versions: ['fastify'] },
  { name: 'Koa, JavaScript', section: 'Koa', generate: [], versions: ['koa'] },
  {
    name: 'Cloudflare Workers, wrangler 4',
    section: 'Cloudflare Workers',
    generate: [],
    tool: 'npx wrangler@4 --version',
    bundle: ['npx wrangler@4 deploy --dry-run --outdir out'],
    versions: [],
  },
  {
    name: 'Deno, deno init',
    section: 'Deno',
    generate: ['deno init app'],
    tool: 'deno --version',
    arrange: takeNewPackages,
    tests: ['deno check server.ts', 'deno test'],
    said: /\b[1-9]\d* passed|^Check/m,
    testsNeed: 'https://jsr.io',
    versions: [],
  },
  {
    name: 'Bun, bun init',
    section: 'Bun',
    generate: ['bun init --yes app'],
    tool: 'bun --version',
    bundle: ['bun build server.ts --target bun --outdir out'],
    versions: [],
  },
  {
    name: 'Hono, create-hono',
    section: 'Hono',
    needs: 'https://api.github.com',
    generate: ['npm create hono@latest app -- --template nodejs --pm npm --install'],
    versions: ['hono', '@hono/node-server'],
  },
  { name: 'Hono, empty folder', section: 'Hono', generate: [], versions: ['hono', '@hono/node-server'] },
  {
    name: 'Next.js, create-next-app',
    section: 'Next.js',
    // Without `--empty`, a build fetches fonts.
    generate: ['npx create-next-app@latest app --yes --typescript --app --empty --use-npm --disable-git'],
    bundle: ['npx next build'],
    versions: ['next'],
  },
]

/** The stacks of a section; one that nothing is known of yet is followed in an empty folder. @returns {Stack[]} */
export function stacksOf(section) {
  const known = STACKS.filter((stack) => stack.section === section)
  return known.length > 0 ? known : [{ name: section, section, ...EMPTY }]
}

/** Makes the project, and gives its folder. */
export function generate({ generate = [], arrange }, folder, shell) {
  const app = join(folder, 'app')
  for (const line of generate) type(line, folder, shell)
  if (generate.length === 0) {
    mkdirSync(app)
    type('npm init --yes', app, shell)
  }
  writeFileSync(join(app, '.npmrc'), shell.npmrc)
  arrange?.(app, shell)
  return app
}

function writeStrictProject(folder, shell) {
  const compilerOptions = {
    module: 'nodenext',
    target: 'es2023',
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    erasableSyntaxOnly: true,
    noEmit: true,
    types: ['node'],
  }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.mts'] }))
  type('npm install --save-dev typescript@5 @types/node @types/express', folder, shell)
}

// The same program: JavaScript is TypeScript.
function useTypeScript(folder, recipe) {
  renameSync(join(folder, 'server.mjs'), join(folder, 'server.mts'))
  return { ...recipe, run: recipe.run.map((line) => line.replace('server.mjs', 'server.mts')) }
}

// What is published here is seconds old, and Deno takes nothing that is younger than a day.
export function takeNewPackages(folder) {
  const path = join(folder, 'deno.json')
  const settings = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {}
  writeFileSync(path, JSON.stringify({ ...settings, minimumDependencyAge: 0 }, null, 2))
}
