import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export const HERE = fileURLToPath(new URL('./', import.meta.url))

/** The blocks of a page of the package, by the word behind their language. */
export function readSamples(page: string): ReadonlyMap<string, string> {
  const text = readFileSync(new URL(`../../${page}`, import.meta.url), 'utf8')
  const samples = [...text.matchAll(/^```ts (\w+)\n(.*?)^```/gms)].map(
    ([, name = '', code = '']) => [name, code] as const,
  )
  if (samples.length !== [...text.matchAll(/^```\w/gm)].length) throw new Error(`a block of ${page} has no name`)
  return new Map(samples)
}

/** Writes files into a folder beside the tests, from where they find the frameworks; `remove` takes it away. */
export function makeFolder(name: string, files: Readonly<Record<string, string>>): { folder: string; remove(): void } {
  const folder = `${HERE}.samples/${name}`
  mkdirSync(folder, { recursive: true })
  for (const [file, text] of Object.entries(files)) writeFileSync(`${folder}/${file}`, text)
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
