import { readdirSync } from 'node:fs'

/** The files below a folder with this ending, with slashes on every system. */
export function findFiles(folder: string, ending: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith(ending))
}
