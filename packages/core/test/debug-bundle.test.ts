import { fileURLToPath } from 'node:url'
import { createContext, Script } from 'node:vm'
import { build } from 'vite'
import { afterEach, expect, it, vi } from 'vitest'

const entry = fileURLToPath(new URL('../src/debug.ts', import.meta.url))

/** The module as Vite makes it for an app, as a script that leaves its exports in `debug`. */
async function bundle(mode: string): Promise<string> {
  vi.stubEnv('NODE_ENV', mode)
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      rolldownOptions: { input: entry, preserveEntrySignatures: 'strict', output: { format: 'iife', name: 'debug' } },
    },
  })
  const [output] = [built].flat()
  if (!output || !('output' in output)) throw new Error('Vite gave no bundle')
  return output.output[0].code
}

/** Signs as a page without a `process` on this host does. */
function signOn(hostname: string, code: string): unknown {
  const page = { TextEncoder, TextDecoder, console: { warn() {} }, location: { protocol: 'https:', hostname } }
  const options = "{ SDKAPPID: 1400000000, SECRETKEY: 'the key of these tests' }"
  return new Script(`${code}\n;debug.createTestUserSig(${options})('alice')`).runInContext(createContext(page))
}

afterEach(() => {
  vi.unstubAllEnvs()
})

it('a bundle for development signs on a local host', async () => {
  const code = await bundle('development')
  expect(signOn('localhost', code)).toMatch(/^eA/)
  expect(() => signOn('example.com', code)).toThrow(/example\.com/)
})

it('a bundle for production refuses even on a local host, from where apps on devices are served', async () => {
  const code = await bundle('production')
  expect(() => signOn('localhost', code)).toThrow(/NODE_ENV is production/)
})
