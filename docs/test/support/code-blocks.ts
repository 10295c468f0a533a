import { readFileSync } from 'node:fs'

/** One block of code in a Markdown file. */
export interface CodeBlock {
  readonly language: string
  /** What stands behind the language: the name of the file that the block is. */
  readonly file: string | undefined
  readonly code: string
  /** The heading above it. */
  readonly section: string
}

/** The blocks of code of a Markdown file, by its path from the root of the repository. */
export function readCodeBlocks(path: string): CodeBlock[] {
  const text = readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8')
  let section = ''
  const blocks: CodeBlock[] = []
  for (const match of text.matchAll(
    /^#+ (?<heading>[^\n]+)$|^```(?<language>\w+)(?: (?<file>\S+))?\n(?<code>.*?)^```$/gms,
  )) {
    const { heading, language, file, code } = match.groups ?? {}
    if (heading !== undefined) section = heading
    else blocks.push({ language: language ?? '', file, code: code ?? '', section })
  }
  return blocks
}

/** The code of a Markdown file, without what the words of a translation change. */
export function readCode(path: string): string[] {
  return readCodeBlocks(path).map(({ language, file, code }) => `${language} ${file}\n${code}`)
}
