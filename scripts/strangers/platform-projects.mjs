import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeFiles } from '../load-check/project.mjs'
import { type } from './shell.mjs'

// The projects that the page of platforms takes for granted. Where a generator cannot run, as it downloads from GitHub,
// they are as small as the platform allows.

/** Installs packages in a project, and writes what somebody has there before. */
export const handMade =
  ({ packages, files = {} }) =>
  (app, shell) => {
    type('npm pkg set type=module', app, shell)
    type(`npm install ${packages}`, app, shell)
    writeFiles(app, files)
  }

const COMPILER_OPTIONS = {
  target: 'ES2022',
  lib: ['ES2022', 'DOM', 'DOM.Iterable'],
  module: 'ESNext',
  moduleResolution: 'bundler',
  jsx: 'react-jsx',
  strict: true,
  skipLibCheck: true,
  noEmit: true,
}

const tsconfig = (options = {}) =>
  JSON.stringify({ compilerOptions: { ...COMPILER_OPTIONS, ...options }, exclude: ['build', 'dist'] })

export const ASTRO = {
  'astro.config.mjs': `import node from '@astrojs/node'
import { defineConfig } from 'astro/config'

export default defineConfig({ adapter: node({ mode: 'standalone' }) })
`,
  'src/pages/index.astro': '<p>An app</p>\n',
  'tsconfig.json': '{ "extends": "astro/tsconfigs/strict", "include": [".astro/types.d.ts", "src"] }\n',
}

export const NUXT = {
  'nuxt.config.ts': "export default defineNuxtConfig({ compatibilityDate: '2026-07-01' })\n",
  'app/app.vue': '<template><p>An app</p></template>\n',
}

export const REACT_ROUTER = {
  'vite.config.ts': `import { reactRouter } from '@react-router/dev/vite'
import { defineConfig } from 'vite'

export default defineConfig({ plugins: [reactRouter()] })
`,
  'app/root.tsx': `import { Outlet, Scripts } from 'react-router'

export default function Root() {
  return <html lang="en"><body><Outlet /><Scripts /></body></html>
}
`,
  'tsconfig.json': tsconfig({ rootDirs: ['.', './.react-router/types'], types: ['node', 'vite/client'] }),
}

export const SVELTEKIT_3 = {
  'vite.config.ts': `import adapter from '@sveltejs/adapter-node'
import { sveltekit } from '@sveltejs/kit/vite'
import { defineConfig } from 'vite'

export default defineConfig({ plugins: [sveltekit({ adapter: adapter() })] })
`,
  'src/app.html': '<!doctype html><head>%sveltekit.head%</head><body>%sveltekit.body%</body>\n',
  'src/routes/+page.svelte': '<p>An app</p>\n',
  'tsconfig.json': '{ "extends": "$app/tsconfig", "include": ["src"] }\n',
}

export const TANSTACK_START = {
  'vite.config.ts': `import { tanstackStart } from '@tanstack/react-start/plugin/vite'
import viteReact from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({ plugins: [tanstackStart(), viteReact()] })
`,
  'src/router.tsx': `import { createRouter } from '@tanstack/react-router'
import { routeTree } from './routeTree.gen'

export const getRouter = () => createRouter({ routeTree })
`,
  'src/routes/__root.tsx': `import { createRootRoute, HeadContent, Outlet, Scripts } from '@tanstack/react-router'

export const Route = createRootRoute({ component: Root })

function Root() {
  return <html lang="en"><head><HeadContent /></head><body><Outlet /><Scripts /></body></html>
}
`,
  'tsconfig.json': tsconfig({ types: ['node', 'vite/client'] }),
}

/** A site whose functions find no `Response.json`, as on EdgeOne. */
export const PAGES = {
  'public/index.html': '<p>An app</p>\n',
  'functions/_middleware.ts': `delete (Response as { json?: unknown }).json

export const onRequest = ({ next }: { next(): Promise<Response> }) =>
  'json' in Response ? new Response('Response.json is there', { status: 500 }) : next()
`,
}

/**
 * Stands in for the gateway of Supabase: the function gets a port, and the path that follows its address. It stands in for
 * the login of the project, too, and leaves a token of alice in a file.
 */
export const SUPABASE_GATEWAY = {
  // Supabase installs nothing beside a function.
  'deno.json': '{ "nodeModulesDir": "none" }\n',
  'gateway.ts': `import { createFakeProvider } from 'npm:@usersig/testing'

const provider = await createFakeProvider({ issuer: 'https://abcdefgh.supabase.co/auth/v1' })
provider.install()
const token = await provider.token({ sub: 'alice', aud: 'authenticated', role: 'authenticated' })
Deno.writeTextFileSync('access-token', token)

const serve = Deno.serve
const port = Number(Deno.env.get('PORT'))
Object.assign(Deno, {
  serve: (handler: (request: Request) => Promise<Response>) =>
    serve({ port }, (request) => handler(new Request(request.url.replace('/functions/v1', ''), request))),
})
await import('./supabase/functions/usersig/index.ts')
`,
}

/** The project of `sv create`, which is to run on Node.js. */
export function useAdapterNode(app, shell) {
  type('npm install --save-dev @sveltejs/adapter-node@5', app, shell)
  const path = join(app, 'vite.config.ts')
  writeFileSync(path, readFileSync(path, 'utf8').replace('@sveltejs/adapter-auto', '@sveltejs/adapter-node'))
}
