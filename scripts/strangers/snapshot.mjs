import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'

/** What is installed, built or kept by programs, and not written by anybody. */
const NOT_WRITTEN = new Set(['node_modules', 'dist', '.git', '.next', '.wrangler', 'next-env.d.ts'])

/** The files of a project, with what is in them; of what is installed only the names. @returns {Map<string, string>} */
export function snapshot(folder) {
  const files = new Map()
  const walk = (at) => {
    for (const entry of readdirSync(at, { withFileTypes: true })) {
      const path = join(at, entry.name)
      if (NOT_WRITTEN.has(entry.name)) continue
      if (entry.isDirectory()) walk(path)
      else files.set(relative(folder, path).replaceAll('\\', '/'), readFileSync(path, 'utf8'))
    }
  }
  walk(folder)
  return files
}

/** Fails where anything has changed. */
export function requireSame(before, after, what) {
  const paths = new Set([...before.keys(), ...after.keys()])
  const changed = [...paths].filter((path) => before.get(path) !== after.get(path))
  if (changed.length > 0) throw new Error(`${what} changed ${changed.join(', ')}`)
}

/**
 * Fails where a file of the project's own has lost anything: a line that was not shown as one that goes, or a member of
 * package.json.
 *
 * @param {string} said what `usersig init` showed
 */
export function requireKept(before, after, said) {
  const shown = new Set(said.split('\n').flatMap((line) => /^ {4}- (.*)$/.exec(line)?.[1].trim() ?? []))
  for (const [path, text] of before) {
    if (path === 'package-lock.json') continue
    const now = after.get(path)
    if (now === undefined) throw new Error(`${path} is gone`)
    if (path === 'package.json') requireMembers(JSON.parse(text), JSON.parse(now), path)
    else {
      const lines = new Set(now.split(/\r?\n/))
      const lost = text.split(/\r?\n/).filter((line) => !lines.has(line) && !shown.has(line.trim()))
      if (lost.length > 0) throw new Error(`${path} has lost these lines:\n${lost.join('\n')}`)
    }
  }
}

function requireMembers(old, now, path) {
  for (const [name, value] of Object.entries(old)) {
    if (typeof value === 'object' && !Array.isArray(value)) requireMembers(value, now[name] ?? {}, `${path}: ${name}`)
    else if (JSON.stringify(now[name]) !== JSON.stringify(value)) throw new Error(`${path} has another ${name}`)
  }
}
