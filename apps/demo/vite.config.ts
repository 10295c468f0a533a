import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import {
  defaultClientConditions,
  defaultServerConditions,
  defineConfig,
  type HtmlTagDescriptor,
  type Plugin,
} from 'vite'

const read = (name: string) => readFileSync(new URL(name, import.meta.url))

/** Tells the service worker which files make the page. */
function serviceWorker(): Plugin {
  return {
    name: 'service-worker',
    apply: 'build',
    generateBundle(_options, bundle) {
      const publicFiles = readdirSync(new URL('public/', import.meta.url))
      const files = ['./', ...publicFiles, ...Object.keys(bundle)]
      const hash = createHash('sha256').update(read('index.html'))
      // The names of built files hold a hash of their content.
      for (const name of Object.keys(bundle).sort()) hash.update(name)
      for (const name of publicFiles) hash.update(read(`public/${name}`))
      const source = read('service-worker.js')
        .toString()
        .replace("['__FILES__']", JSON.stringify(files.filter((name) => name !== 'index.html')))
        .replace('__VERSION__', hash.digest('hex').slice(0, 12))
      this.emitFile({ type: 'asset', fileName: 'service-worker.js', source })
    },
  }
}

/**
 * What the page may load and ask, also where a server that knows nothing of it serves the files.
 * The development server puts styles into the page, and goes without.
 */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'"

function contentPolicy(): Plugin {
  const tag = {
    tag: 'meta',
    attrs: { 'http-equiv': 'Content-Security-Policy', content: POLICY },
    injectTo: 'head-prepend',
  }
  return { name: 'content-policy', apply: 'build', transformIndexHtml: () => [tag as HtmlTagDescriptor] }
}

// The sources of the workspace, so that neither a start nor an edit waits for their builds.
const SOURCE = 'usersig-source'

export default defineConfig(({ isSsrBuild = false }) => ({
  // The page works under any path.
  base: './',
  plugins: isSsrBuild ? [] : [contentPolicy(), serviceWorker()],
  resolve: { conditions: [SOURCE, ...defaultClientConditions] },
  ssr: {
    resolve: { conditions: [SOURCE, ...defaultServerConditions] },
    noExternal: true,
    external: ['@hono/node-server', 'ioredis', 'rate-limiter-flexible'],
  },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    copyPublicDir: !isSsrBuild,
    sourcemap: isSsrBuild,
  },
  // `npm run dev`: the page here, what it asks for there.
  server: { port: 3000, strictPort: true, proxy: { '/api': process.env['DEMO_SERVER'] ?? 'http://localhost:3001' } },
}))
