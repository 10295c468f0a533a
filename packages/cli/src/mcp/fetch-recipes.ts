import { AT_START, type Known } from './recipe.ts'

const PAGE = 'https://github.com/usersig/usersig/blob/main/docs/platforms.md'

interface Platform {
  readonly dependency: string
  readonly stack: string
  readonly file: string
  /** Lines before the endpoint, and after it. */
  readonly imports?: string
  readonly credentials?: string
  readonly handler: string
}

/** Frameworks whose routes get a `Request`. The complete files, other versions and commands stand on the page. */
const PLATFORMS: readonly Platform[] = [
  {
    dependency: 'nuxt',
    stack: 'Nuxt',
    file: 'server/routes/usersig.ts',
    handler: 'export default fromWebHandler((request) => issue(request))',
  },
  {
    dependency: '@react-router/dev',
    stack: 'React Router',
    file: "app/routes/usersig.ts; in app/routes.ts: route('usersig', 'routes/usersig.ts')",
    handler: 'export const action = ({ request }) => issue(request)',
  },
  {
    dependency: '@tanstack/react-start',
    stack: 'TanStack Start',
    file: 'src/routes/usersig.ts',
    imports: "import { createFileRoute } from '@tanstack/react-router'\n",
    handler: `export const Route = createFileRoute('/usersig')({
  server: { handlers: { POST: ({ request }) => issue(request) } },
})`,
  },
  {
    dependency: '@sveltejs/kit',
    stack: 'SvelteKit',
    file: 'src/routes/usersig/+server.ts, of SvelteKit 2',
    imports: "import { env } from '$env/dynamic/private'\n",
    credentials: '  credentials: () => ({ sdkAppId: env.USERSIG_SDKAPPID, secretKey: env.USERSIG_SECRETKEY }),\n',
    handler: 'export const POST = ({ request }) => issue(request)',
  },
  {
    dependency: 'astro',
    stack: 'Astro',
    file: 'src/pages/usersig.ts, with an adapter',
    imports: "import { getSecret } from 'astro:env/server'\n",
    credentials:
      "  credentials: () => ({ sdkAppId: getSecret('USERSIG_SDKAPPID'), secretKey: getSecret('USERSIG_SECRETKEY') }),\n",
    handler: 'export const prerender = false\nexport const POST = ({ request }) => issue(request)',
  },
  {
    dependency: 'elysia',
    stack: 'Elysia',
    file: 'where the app is',
    handler: "app.post('/usersig', ({ request }) => issue(request), { parse: 'none' })",
  },
]

export const FETCH_RECIPES: readonly Known[] = PLATFORMS.map(
  ({ dependency, stack, file, imports = '', credentials = '', handler }) => [
    [dependency],
    {
      stack,
      install: 'npm install @usersig/edge',
      lines: `// ${file}
${imports}import { issueUserSig, toUserId } from '@usersig/edge'

// userOfSession is your own login: the id of the user, or undefined
const issue = issueUserSig({
${credentials}  authenticate: async (request) => {
    const id = await userOfSession(request)
    return id && toUserId(id)
  },
})
${handler}
// The whole file, and how to run it: ${PAGE}`,
      environment: AT_START,
    },
  ],
)
