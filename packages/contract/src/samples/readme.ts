import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

/** What a reader who writes TypeScript has to add, as the README says. */
export interface Additions {
  /** Changes a sample. */
  readonly change?: (code: string) => string
  /** The package whose types the declarations of the README add to, and how many there are. */
  readonly declarations?: { readonly to: string; readonly count: number }
}

const OPTIONS = {
  strict: true,
  noEmit: true,
  module: 'nodenext',
  target: 'es2023',
  types: ['node'],
  skipLibCheck: true,
}

/**
 * Checks that a README shows the samples beside it as they are, and that strict TypeScript takes them.
 *
 * @param file - The README.
 */
export function describeReadme(file: URL, { change = (code) => code, declarations }: Additions = {}): void {
  const root = new URL('.', file)
  const samples = new URL('samples/', root)
  const names = readdirSync(samples)
  const read = (name: string) => readFileSync(new URL(name, samples), 'utf8')

  describe('README', () => {
    const readme = readFileSync(file, 'utf8')

    test.each(names)('shows %s as it is run here', (name) => {
      expect(readme).toContain(`\`\`\`js\n${read(name)}\`\`\`\n`)
    })

    test('shows no other program', () => {
      expect(readme.match(/^```js$/gm)).toHaveLength(names.length)
    })

    test('shows programs that strict TypeScript takes', () => {
      const folder = fileURLToPath(new URL('.reports/samples', root))
      // A sample that was removed must not stay.
      rmSync(folder, { recursive: true, force: true })
      mkdirSync(folder, { recursive: true })
      for (const name of names) writeFileSync(join(folder, name.replace('js', 'ts')), change(read(name)))
      if (declarations) {
        const shown = [...readme.matchAll(/^```ts\n([\s\S]+?)^```$/gm)].map(([, code]) => code)
        expect(shown).toHaveLength(declarations.count)
        writeFileSync(join(folder, 'declarations.ts'), `import '${declarations.to}'\n${shown.join('')}`)
      }
      writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: OPTIONS, include: ['*'] }))
      const { status, stdout } = spawnSync('tsc', ['-p', folder], { cwd: fileURLToPath(root), encoding: 'utf8' })
      expect([status, stdout]).toEqual([0, ''])
    })
  })
}
