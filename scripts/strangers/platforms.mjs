import { writeFiles } from '../load-check/project.mjs'
import { freePort } from '../release/rehearse/registry.mjs'
import { readPlatform } from './documents.mjs'
import { follow } from './follow.mjs'
import {
  ASTRO,
  handMade,
  NUXT,
  PAGES,
  REACT_ROUTER,
  SUPABASE_GATEWAY,
  SVELTEKIT_3,
  TANSTACK_START,
  useAdapterNode,
} from './platform-projects.mjs'
import { Row, versionsIn } from './report.mjs'
import { readUntil, startServer, type } from './shell.mjs'
import { generate, takeNewPackages } from './stacks.mjs'
import { at } from './ticket.mjs'

/** @type {import('./stacks.mjs').Stack[]} */
const PLATFORMS = [
  {
    name: 'Platform: Astro',
    section: 'Astro',
    arrange: handMade({ packages: 'astro @astrojs/node @astrojs/check typescript@5', files: ASTRO }),
    tests: ['npx astro check'],
    versions: ['astro', '@astrojs/node'],
  },
  { name: 'Platform: Elysia, Bun', section: 'Elysia', tool: 'bun --version', versions: ['elysia'] },
  { name: 'Platform: Elysia, Node.js', section: 'Elysia on Node.js', versions: ['elysia', '@elysiajs/node'] },
  {
    name: 'Platform: Nitro 2',
    section: 'Nitro',
    arrange: handMade({ packages: 'nitropack@2' }),
    versions: ['nitropack'],
  },
  {
    name: 'Platform: Nitro 3',
    section: 'Nitro 3',
    // The newest of what has no release yet.
    arrange: handMade({ packages: 'nitro@3.0.260903-beta' }),
    versions: ['nitro'],
  },
  {
    name: 'Platform: Nuxt',
    section: 'Nuxt',
    arrange: handMade({ packages: 'nuxt@4', files: NUXT }),
    versions: ['nuxt'],
  },
  {
    name: 'Platform: React Router',
    section: 'React Router',
    // Its packages belong together to the last number.
    arrange: handMade({
      packages:
        'react-router@8.4.0 @react-router/node@8.4.0 @react-router/serve@8.4.0 @react-router/dev@8.4.0 react react-dom isbot vite typescript@5 @types/node @types/react @types/react-dom',
      files: REACT_ROUTER,
    }),
    tests: ['npx react-router typegen', 'npx tsc'],
    versions: ['react-router', 'vite'],
  },
  {
    name: 'Platform: SvelteKit 2, sv create',
    section: 'SvelteKit',
    generate: ['npx sv create app --template minimal --types ts --no-add-ons --install npm'],
    arrange: useAdapterNode,
    tests: ['npm run check'],
    versions: ['@sveltejs/kit', 'vite'],
  },
  {
    name: 'Platform: SvelteKit 3',
    section: 'SvelteKit 3',
    arrange: handMade({
      packages:
        '@sveltejs/kit@3 @sveltejs/adapter-node@6 @sveltejs/vite-plugin-svelte svelte svelte-check vite typescript@6',
      files: SVELTEKIT_3,
    }),
    tests: ['npx svelte-check'],
    versions: ['@sveltejs/kit', 'vite'],
  },
  {
    name: 'Platform: TanStack Start',
    section: 'TanStack Start',
    arrange: handMade({
      packages:
        '@tanstack/react-start @tanstack/react-router react react-dom vite @vitejs/plugin-react typescript@5 @types/node @types/react @types/react-dom',
      files: TANSTACK_START,
    }),
    tests: ['npx tsc'],
    versions: ['@tanstack/react-start', 'vite'],
  },
  {
    name: 'Platform: Pages, without Response.json',
    section: 'Cloudflare Pages, EdgeOne Pages',
    arrange: (app) => writeFiles(app, PAGES),
    tool: 'npx wrangler@4 --version',
    versions: [],
  },
  { name: 'Platform: Netlify, functions:serve', section: 'Netlify', tool: 'npx netlify-cli --version', versions: [] },
  {
    name: 'Platform: Supabase, Deno',
    section: 'Supabase',
    arrange: (app) => {
      writeFiles(app, SUPABASE_GATEWAY)
      takeNewPackages(app)
    },
    after: (_, recipe) => ({
      ...recipe,
      run: ['deno run --env-file --allow-env --allow-net --allow-write gateway.ts'],
      curl: recipe.curl.replace('54321', '3000').replace('$ACCESS_TOKEN', '$(cat access-token)'),
    }),
    tool: 'deno --version',
    versions: [],
  },
]

/** Sections with a client of their own, which says that it has a ticket. */
const WITH_CLIENT = [
  { name: 'Platform: tRPC', section: 'tRPC', versions: ['@trpc/server'] },
  { name: 'Platform: socket.io', section: 'socket.io', versions: ['socket.io'] },
]

export const PLATFORM_ROWS = [
  ...PLATFORMS.map((stack) => [
    stack.name,
    (folder, shell) => follow(stack, readPlatform(stack.section), { doctor: [] }, folder, shell),
  ]),
  ...WITH_CLIENT.map((stack) => [stack.name, (folder, shell) => followClient(stack, folder, shell)]),
]

async function followClient(stack, folder, shell) {
  const row = new Row(stack.name)
  const recipe = await shell.login.inPlace(readPlatform(stack.section), folder, shell)
  const app = await row.try('installs', () => {
    const app = generate(stack, folder, shell)
    for (const line of recipe.install) type(line, app, shell)
    return app
  })
  if (!app) return row
  row.versions = versionsIn(app, stack.versions)
  const port = await freePort()
  const files = recipe.files.map(({ file, code }) => [file, file === '.env' ? code : at(code, port)])
  writeFiles(app, Object.fromEntries(files))
  await row.try('ticket', async () => {
    const stop = await startServer(recipe.run[0], app, shell, port)
    try {
      const [line, comment] = recipe.others
      await readUntil(line, comment.replace(/^# |…$/g, ''), app, shell)
    } finally {
      await stop()
    }
  })
  type('npm install --save-dev typescript@6 @types/node', app, shell)
  const strict = 'npx tsc --noEmit --strict --module nodenext --target es2023 --types node --allowImportingTsExtensions'
  const sources = files.map(([file]) => file).filter((file) => file.endsWith('.mts'))
  await row.try('tests', () => type(`${strict} ${sources.join(' ')}`, app, shell), 'types')
  return row
}
