/** A file of the project's own, before and after. */
export interface PlannedChange {
  readonly path: string
  readonly before: string
  readonly after: string
}

/** A line to add to a file of the app's own. */
export interface Insertion {
  readonly file: string
  /** Lines as they go in, each with the number of the line that it stands before, from 0. */
  readonly lines: readonly { readonly before: number; readonly text: string }[]
  /** A line that is replaced, where a list on it gets one more member. */
  readonly change?: { readonly line: number; readonly to: string }
}

/** The file with its new lines; all others stay as they are, letter by letter. */
export function insertLines(text: string, { lines, change }: Insertion): string {
  const end = text.includes('\r\n') ? '\r\n' : '\n'
  const old = text.split(/\r?\n/)
  const at = (index: number) => lines.filter(({ before }) => before === index).map((line) => line.text)
  return [
    ...old.flatMap((line, index) => [...at(index), change?.line === index ? change.to : line]),
    ...at(old.length),
  ].join(end)
}

/** Where imports end: the line after the last one that begins at the left margin and ends on its line. */
export function afterImports(text: string): number {
  const lines = text.split(/\r?\n/)
  const isImport = (line: string) =>
    /^import\b.*['"];?\s*$/.test(line) || /^(?:const|var|let)\b.*=\s*require\(['"][^'"]+['"]\)/.test(line)
  const ends = (line: string) => isImport(line) || /^\}\s*from\s*['"].*['"];?\s*$/.test(line)
  return lines.reduce((last, line, index) => (ends(line) ? index + 1 : last), 0)
}

/**
 * Where a route of an app goes: before its first route at the left margin, so that what is used before (sessions, CORS)
 * runs first. Nothing is returned where the file has not exactly one app.
 */
export function beforeRoutes(text: string, created: RegExp): { name: string; before: number } | undefined {
  const lines = text.split(/\r?\n/)
  const made = lines.flatMap((line, index) => {
    const name = created.exec(line)?.[1]
    return name === undefined ? [] : [{ name, index }]
  })
  const [only, ...others] = made
  if (!only || others.length > 0) return undefined
  const name = only.name.replace('$', '\\$')
  const route = new RegExp(`^${name}\\.(?:all|get|post|put|patch|delete|use|route)\\(\\s*['"\`]/`)
  const start = new RegExp(
    `^(?:(?:const|var|let) \\w+ = )?${name}\\.listen\\(|^serve\\(|^export default|^module\\.exports`,
  )
  const find = (pattern: RegExp) => lines.findIndex((line, index) => index > only.index && pattern.test(line))
  const before = find(route) >= 0 ? find(route) : find(start)
  return before < 0 ? undefined : { name: only.name, before }
}

/**
 * An import and the route `POST /usersig` in the file that creates the app; nothing where it has not exactly one.
 *
 * @param file path of the file
 * @param text what is in it
 * @param created the line that creates the app, with its name as the first group
 * @param importLine what imports `usersig`
 */
export function insertRoute(file: string, text: string, created: RegExp, importLine: string): Insertion | undefined {
  const found = beforeRoutes(text, created)
  if (!found) return undefined
  return {
    file,
    lines: [
      { before: afterImports(text), text: importLine },
      { before: found.before, text: `${found.name}.post('/usersig', usersig);` },
    ],
  }
}
