import { runInNewContext } from 'node:vm'
import { build, type Plugin } from 'esbuild'
import { createApp, type EventHandler, fromWebHandler, toWebHandler } from 'h3'

/** Answers a request as a platform does. */
export type Ask = (request: Request) => Response | Promise<Response>

type Exports = Record<string, (...args: unknown[]) => Response | Promise<Response>>

/** What platforms have as modules of their own, or as packages that are too large for here. */
const STAND_INS: Readonly<Record<string, string>> = {
  'astro:env/server': 'export const getSecret = (name) => process.env[name]',
  '$env/dynamic/private': 'export const env = process.env',
  '$app/env/private':
    'export const { USERSIG_SDKAPPID, USERSIG_SECRETKEY, LOGIN_ISSUER, LOGIN_AUDIENCE } = process.env',
  '@tanstack/react-router': 'export const createFileRoute = () => (options) => options',
  'nitro/h3': 'export const defineHandler = (handler) => handler',
  'npm:@usersig/auth': "export * from '@usersig/auth'",
  'npm:@usersig/edge': "export * from '@usersig/edge'",
}

/** The types of the same, for the files of all sections. */
export const TYPES = `
type Answer = Response | Promise<Response>
type OnRequest = (context: { request: Request }) => Answer
declare module 'astro' {
  export type APIRoute = OnRequest
}
declare module 'astro:env/server' {
  export function getSecret(name: string): string | undefined
}
declare module '$env/dynamic/private' {
  export const env: Record<string, string | undefined>
}
declare module '$app/env/private' {
  export const USERSIG_SDKAPPID: string | undefined
  export const USERSIG_SECRETKEY: string | undefined
  export const LOGIN_ISSUER: string | undefined
  export const LOGIN_AUDIENCE: string | undefined
}
declare module '@sveltejs/kit/env' {
  export function defineEnvVars(variables: Record<string, { schema?: (value?: string) => unknown }>): object
}
declare module '@react-router/dev/routes' {
  export type RouteConfig = object[]
  export function route(path: string, file: string): object
}
declare module '@tanstack/react-router' {
  export function createFileRoute(path: string): (options: { server: { handlers: { POST: OnRequest } } }) => unknown
}
declare module '@elysiajs/node' {
  export function node(): import('elysia').ElysiaAdapter
}
declare module 'nitro/h3' {
  export function defineHandler(handler: (event: { req: Request }) => Answer): unknown
}
declare module 'npm:@usersig/auth' {
  export * from '@usersig/auth'
}
declare module 'npm:@usersig/edge' {
  export * from '@usersig/edge'
}
declare const fromWebHandler: typeof import('h3').fromWebHandler
declare const Deno: { serve(handler: (request: Request) => Answer): unknown }
`

/** Files that platforms generate next to those of the page. */
export const GENERATED: Readonly<Record<string, string>> = {
  'src/routes/usersig/$types.d.ts': 'export type RequestHandler = OnRequest\n',
  'app/routes/+types/usersig.d.ts': 'export namespace Route {\n  type ActionArgs = { request: Request }\n}\n',
}

const standIns: Plugin = {
  name: 'stand-ins',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /.*/ }, ({ path }) => (STAND_INS[path] ? { path, namespace: 'stand-in' } : undefined))
    onLoad({ filter: /.*/, namespace: 'stand-in' }, ({ path }) => ({
      contents: STAND_INS[path] ?? '',
      resolveDir: import.meta.dirname,
    }))
  },
}

/** Bundles a file of the page as a platform does. */
async function bundle(file: string, format: 'cjs' | 'iife'): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [file],
    bundle: true,
    write: false,
    format,
    globalName: 'exported',
    plugins: [standIns],
  })
  return outputFiles[0]?.text ?? ''
}

/** Runs a file, with more that is global there, and gives what it exports. */
async function load(file: string, globals: Readonly<Record<string, unknown>> = {}): Promise<Exports> {
  const code = await bundle(file, 'cjs')
  const module = { exports: {} as Exports }
  new Function('module', ...Object.keys(globals), code)(module, ...Object.values(globals))
  return module.exports
}

function call(exports: Exports, name: string, ...args: unknown[]): Response | Promise<Response> {
  const handler = exports[name]
  if (!handler) throw new Error(`the file exports no ${name}`)
  return handler(...args)
}

const callsWithRequest =
  (name: string) =>
  async (file: string): Promise<Ask> => {
    const exports = await load(file)
    return (request) => call(exports, name, { request })
  }

/** Nuxt and Nitro have h3 and its functions as globals. */
async function callsEventHandler(file: string): Promise<Ask> {
  const { default: handler } = await load(file, { fromWebHandler })
  return toWebHandler(createApp().use('/usersig', handler as unknown as EventHandler))
}

async function callsRoute(file: string): Promise<Ask> {
  const { Route } = (await load(file)) as unknown as { Route: { server: { handlers: Exports } } }
  return (request) => call(Route.server.handlers, 'POST', { request })
}

async function callsOnNetlify(file: string): Promise<Ask> {
  const exports = await load(file)
  return (request) => call(exports, 'default', request, { waitUntil: () => {} })
}

async function callsServed(file: string): Promise<Ask> {
  let served: Ask | undefined
  const serve = (handler: Ask) => {
    served = handler
  }
  await load(file, { Deno: { serve } })
  return (request) => served?.(request) ?? Response.error()
}

/** What a runtime has that knows the web and nothing of Node.js; Uint8Array, so that there is one of it. */
const WEB = [
  'URL',
  'fetch',
  'AbortSignal',
  'Blob',
  'Headers',
  'TextEncoder',
  'TextDecoder',
  'crypto',
  'CryptoKey',
  'atob',
  'btoa',
  'setTimeout',
  'clearTimeout',
  'console',
  'performance',
  'structuredClone',
  'Uint8Array',
]

/** As on EdgeOne: no process, no variables but those of the context, and no `Response.json`. */
async function callsWithoutProcess(file: string): Promise<Ask> {
  const env = { ...process.env }
  class EdgeResponse extends Response {}
  Object.defineProperty(EdgeResponse, 'json', { value: undefined })
  const globals = Object.fromEntries(WEB.map((name) => [name, globalThis[name as keyof typeof globalThis]]))
  const script = `${await bundle(file, 'iife')}\nexported`
  const exports: Exports = runInNewContext(script, { ...globals, Response: EdgeResponse })
  return (request) => call(exports, 'onRequest', { request, env, waitUntil: () => {} })
}

/** How the platform of a section calls its last file. */
export const CALLS: Readonly<Record<string, (file: string) => Promise<Ask>>> = {
  Astro: callsWithRequest('POST'),
  Nitro: callsEventHandler,
  'Nitro 3': async (file) => {
    const exports = await load(file)
    return (request) => call(exports, 'default', { req: request })
  },
  Nuxt: callsEventHandler,
  'React Router': callsWithRequest('action'),
  SvelteKit: callsWithRequest('POST'),
  'SvelteKit 3': callsWithRequest('POST'),
  'TanStack Start': callsRoute,
  'Cloudflare Pages, EdgeOne Pages': callsWithoutProcess,
  Netlify: callsOnNetlify,
  Supabase: callsServed,
  Vercel: async (file) => {
    const exports = await load(file)
    return (request) => call(exports, 'POST', request)
  },
}
