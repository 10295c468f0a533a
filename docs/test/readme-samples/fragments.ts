import { transform } from 'esbuild'

/**
 * Runs a block that takes things for granted: `scope` holds them, and the modules that it imports by their names.
 *
 * @returns what the block has in the variables `returned`
 */
export async function runFragment(
  code: string,
  scope: Readonly<Record<string, unknown>>,
  returned: readonly string[] = [],
): Promise<Record<string, unknown>> {
  const { code: plain } = await transform(code, {
    loader: 'ts',
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
  })
  const body = plain.replace(/^import (\{[^}]*\}) from "([^"]+)";$/gm, 'const $1 = scope["$2"];')
  const names = Object.keys(scope).filter((name) => /^\w+$/.test(name))
  const run = new AsyncFunction('scope', ...names, `${body}\nreturn { ${returned.join(', ')} }`)
  return await run(scope, ...names.map((name) => scope[name]))
}

const AsyncFunction = (async () => {}).constructor as new (
  ...args: string[]
) => (...args: unknown[]) => Promise<Record<string, unknown>>
