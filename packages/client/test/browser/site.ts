import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createUserSigner } from '@usersig/core'
import { issueUserSig } from '@usersig/node'
import { build, type Plugin } from 'esbuild'
import { chromium } from 'playwright-core'
import { CHROMIUM_ARGS, findChromium } from '../../../../scripts/chromium.mjs'
import { CREDENTIALS } from '../support/endpoint.ts'

/** What becomes of a request for tickets; `true` when it was answered. */
export type Answer = (request: IncomingMessage, response: ServerResponse) => boolean

/** A web site with a page and an endpoint. */
export interface Site {
  /** Where the page is. */
  readonly origin: string
  /** The same server under another name: another origin for a browser. */
  readonly otherOrigin: string
  /** The server's clock, in Unix seconds. @defaultValue this machine's */
  time?: number | undefined
  /** Whether other origins may ask for tickets. */
  cors: boolean
  /** How long tickets last, in seconds. */
  expire: number
  /** Who is logged in to the app. */
  user: string
  /** How often tickets were asked for. */
  requests: number
  /** A fault, in place of the endpoint's own answer. */
  answer?: Answer | undefined
  close(): void
}

/** Scripts without plugins, which many sites serve. */
const bundles = new Map<string, Promise<Uint8Array | undefined>>()

function bundle(script: string, plugins: Plugin[]): Promise<Uint8Array | undefined> {
  if (plugins.length > 0) return make(script, plugins)
  const made = bundles.get(script) ?? make(script, plugins)
  bundles.set(script, made)
  return made
}

async function make(script: string, plugins: Plugin[]): Promise<Uint8Array | undefined> {
  const { outputFiles } = await build({
    entryPoints: [new URL(script, import.meta.url).pathname],
    plugins,
    bundle: true,
    format: 'iife',
    globalName: 'bundle',
    footer: { js: 'globalThis.app = bundle.app' },
    define: { global: 'globalThis' },
    write: false,
    logLevel: 'silent',
  })
  return outputFiles[0]?.contents
}

/** Serves a page with a script, and the endpoint of `@usersig/node`. */
export async function openSite(script: string, plugins: Plugin[] = []): Promise<Site> {
  const code = await bundle(script, plugins)
  const now = () => new Date(site.time ? site.time * 1000 : Date.now())
  const issue = (request: IncomingMessage, response: ServerResponse) =>
    issueUserSig({
      signer: createUserSigner({ ...CREDENTIALS, expire: site.expire, now }),
      authenticate: () => site.user,
      authorizeRoom: () => 'audience',
    })(request, response)
  const server = createServer((request, response) => {
    const { url, method, headers } = request
    if (headers.origin && site.cors) {
      response.setHeader('access-control-allow-origin', headers.origin)
      response.setHeader('access-control-allow-headers', 'content-type')
      response.setHeader('access-control-max-age', '0')
    }
    if (url === '/app.js') response.setHeader('content-type', 'text/javascript').end(code)
    else if (url !== '/usersig' || method !== 'POST') {
      response.setHeader('content-type', 'text/html').end('<!doctype html><script src="/app.js"></script>')
    } else {
      site.requests++
      response.setHeader('date', now().toUTCString())
      if (!site.answer?.(request, response)) issue(request, response)
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const site: Site = {
    origin: `http://127.0.0.1:${port}`,
    otherOrigin: `http://localhost:${port}`,
    cors: true,
    expire: 600,
    user: 'alice',
    requests: 0,
    close: () => void server.close(),
  }
  return site
}

/** Starts a Chromium. */
export const launch = async () =>
  await chromium.launch({ executablePath: await findChromium(), args: [...CHROMIUM_ARGS, '--no-proxy-server'] })
