import { build } from 'esbuild'
import { Miniflare, type MiniflareOptions } from 'miniflare'

/** Bundles a Worker as wrangler does without nodejs_compat: whatever Node has of its own is an error. */
export async function bundleWorker(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2024',
    platform: 'browser',
    conditions: ['workerd', 'worker', 'browser'],
    logLevel: 'silent',
  })
  const [file] = outputFiles
  if (!file) throw new Error(`${entry} made no bundle`)
  return file.text
}

export interface StartedWorker {
  readonly baseUrl: string
  readonly miniflare: Miniflare
  close(): Promise<void>
}

/** Runs a bundled Worker in workerd, on a port of its own. */
export async function startWorker(
  script: string,
  bindings: Record<string, string> = {},
  options: Partial<MiniflareOptions> = {},
): Promise<StartedWorker> {
  const miniflare = new Miniflare({
    modules: true,
    compatibilityDate: '2026-07-01',
    host: '127.0.0.1',
    port: 0,
    bindings,
    ...options,
    script,
  } as MiniflareOptions)
  const { origin } = await miniflare.ready
  return { baseUrl: origin, miniflare, close: () => miniflare.dispose() }
}
