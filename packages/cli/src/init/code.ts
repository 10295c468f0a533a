import type { Project } from './project.ts'

/** How the code of a project looks. */
export interface CodeStyle {
  readonly semicolons: boolean
  readonly quote: "'" | '"'
  readonly indent: string
}

/** Reads it off a file of the project's own; without one it is what most generators write. */
export function styleOf(sample: string | undefined): CodeStyle {
  const lines = sample?.split(/\r?\n/) ?? []
  const statements = lines.filter((line) => /^\s*(?:import|export|const|var|let|return)\b.*[\w)'"\]](;?)$/.test(line))
  const imports = lines.filter((line) => /\bfrom\s|require\(/.test(line)).join('\n')
  const quotes = imports === '' ? (sample ?? '') : imports
  return {
    semicolons: statements.length === 0 || statements.some((line) => line.endsWith(';')),
    quote: quotes.split('"').length > quotes.split("'").length ? '"' : "'",
    indent: lines.some((line) => line.startsWith('\t')) ? '\t' : '  ',
  }
}

/** Code that is written here with semicolons, single quotes and two spaces, as the project writes it. */
export function inStyle(code: string, { semicolons, quote, indent }: CodeStyle): string {
  const stopped = semicolons ? code : code.replace(/;$/gm, '')
  const quoted = quote === "'" ? stopped : stopped.replace(/(?<![\w`])'([^'"`\n]*)'/g, '"$1"')
  return quoted.replace(/^(?: {2})+/gm, (spaces) => indent.repeat(spaces.length / 2))
}

/** A file to be written in a project: its language, and how it takes modules. */
export interface FileKind {
  readonly isModule: boolean
}

/** TypeScript has `import` whatever it becomes. */
export const kindOf = (path: string, project: Project): FileKind => ({
  isModule: /\.(ts|mts|mjs)$/.test(path) || (project.isModule && !path.endsWith('.cjs')),
})

export type Import = readonly [names: string, from: string]

/** Imports, sorted as they are given; a name in braces is one that the module names itself. */
export function imports(list: readonly Import[], { isModule }: FileKind): string {
  return list
    .map(([names, from]) => {
      if (names === '') return isModule ? `import '${from}';` : `require('${from}');`
      return isModule
        ? `import ${names} from '${from}';`
        : `const ${names.replace(/ as /g, ': ')} = require('${from}');`
    })
    .join('\n')
}

/** A constant that other files can have. */
export const exported = (name: string, value: string, { isModule }: FileKind): string =>
  isModule ? `export const ${name} = ${value};` : `const ${name} = ${value};\n\nmodule.exports = { ${name} };`

/** A text in quotes. Nothing that a user types ends it. */
export const quote = (text: string): string =>
  `'${JSON.stringify(text).slice(1, -1).replace(/\\"/g, '"').replace(/'/g, "\\'")}'`

/** An object of texts and numbers. It is broken into lines, as formatters leave it at any width. */
export function literal(values: Readonly<Record<string, string | number>>): string {
  const members = Object.entries(values).map(
    ([name, value]) => `  ${name}: ${typeof value === 'number' ? value : quote(value)},`,
  )
  return `{\n${members.join('\n')}\n}`
}
