import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { afterAll, expect, test } from 'vitest'
import { type Example, findExamples, findResults, toProgram } from './docstring-examples/examples.ts'
import { PRELUDE } from './docstring-examples/prelude.ts'

const FOLDER = join(import.meta.dirname, '../.samples/docstrings')
const examples = findExamples()

afterAll(() => rmSync(FOLDER, { recursive: true, force: true }))

const OPTIONS: ts.CompilerOptions = {
  noEmit: true,
  strict: true,
  skipLibCheck: true,
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  experimentalDecorators: true,
  types: ['node'],
}

test('every example of a docstring compiles', () => {
  mkdirSync(FOLDER, { recursive: true })
  writeFileSync(join(FOLDER, 'prelude.d.ts'), PRELUDE)
  for (const example of examples) writeFileSync(join(FOLDER, `${example.name}.ts`), toProgram(example))
  const files = examples.map(({ name }) => join(FOLDER, `${name}.ts`))
  const program = ts.createProgram([...files, join(FOLDER, 'prelude.d.ts')], OPTIONS)
  const faults = ts.getPreEmitDiagnostics(program).map(({ file, start = 0, messageText }) => {
    const { line = 0 } = file?.getLineAndCharacterOfPosition(start) ?? {}
    const name = file?.fileName.replace(`${FOLDER}/`, '')
    return `${name}:${line + 1} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`
  })
  expect(examples.length).toBeGreaterThan(60)
  expect(faults).toEqual([])
})

const results = examples.flatMap((example) => findResults(example).map((result) => ({ ...result, example })))

test('examples with results are found', () => {
  expect(results.length).toBeGreaterThan(8)
})

test.each(results)('$call gives what its comment says', async ({ call, value, example }) => {
  expect(await evaluate(call, example)).toEqual(await evaluate(value, example))
})

/** The value of an expression in which the exports of the entry point are known. */
async function evaluate(expression: string, { specifier }: Example): Promise<unknown> {
  const names = (await import(/* @vite-ignore */ specifier)) as Record<string, unknown>
  return new Function(...Object.keys(names), `return (${expression})`)(...Object.values(names))
}
