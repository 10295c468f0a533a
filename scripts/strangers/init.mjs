import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Row, versionsIn } from './report.mjs'
import { answers, type } from './shell.mjs'

/** A key out of Tencent's own samples, which guards nothing. */
const KEY = {
  USERSIG_SDKAPPID: '1400000000',
  USERSIG_SECRETKEY: '5bd2850fff3ecb11d7c805251c51ee463a25727bddc2385f3fa8bfee1bb93b5e',
}

/**
 * @typedef {object} Generator a program that makes a project, which `usersig init` is then run in
 * @property {string} name
 * @property {string[]} generate command lines that make the folder `app`
 * @property {string} [needs] what the generator downloads from
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
  tests: ['node --test usersig.test.mjs'],
  versions: ['hono'],
  ...others,
})

/** @type {Generator[]} */
export const GENERATORS = [
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
  hono('nodejs', { bundle: ['npm run build'] }),
  hono('cloudflare-workers', { bundle: ['npx wrangler deploy --dry-run'] }),
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

/** Runs `usersig init` in a new project, and then what the project has itself. */
export async function followInit(generator, folder, shell) {
  const row = new Row(generator.name)
  const { needs, tests = [], bundle = [] } = generator
  if (needs && !(await answers(needs))) return row.skip('installs', `${needs} does not answer here`)
  const app = join(folder, 'app')
  const generated = await row.try('installs', () => {
    for (const line of generator.generate) type(line, folder, shell)
    writeFileSync(join(app, '.npmrc'), shell.npmrc)
    type('npm install', app, shell)
    return true
  })
  if (!generated) return row
  row.versions = versionsIn(app, generator.versions)
  await row.try('ticket', () => {
    const said = type('npx usersig init --yes', app, { ...shell, env: { ...shell.env, ...KEY } })
    if (!said.includes('✓ as alice: 200')) throw new Error(said)
    if (said.includes(KEY.USERSIG_SECRETKEY)) throw new Error('the key was printed')
    console.log(said.replace(/^/gm, '    '))
  })
  for (const line of tests) await row.try('tests', () => type(line, app, shell), line)
  for (const line of bundle) await row.try('bundle', () => type(line, app, shell), line)
  return row
}
