import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { outputFolder } from './manifest.mjs'

const TSC = fileURLToPath(new URL('../../node_modules/.bin/tsc', import.meta.url))
// `from './x.ts'` and `import('./x.ts')`: a declaration keeps the extension, which TypeScript before 5 cannot follow.
const RELATIVE_IMPORT = /(\bfrom ?|\bimport ?\(? ?)(['"])(\.{1,2}\/[^'"]+)\.ts\2/g

/** Writes the declarations that users can reach, once for each format: the nearest package.json says which it is. */
export function buildDeclarations(pack) {
  if (pack.entries.length === 0) {
    compile(pack, ['--noEmit'])
    return
  }
  const made = mkdtempSync(join(pack.folder, 'dist/types-'))
  compile(pack, ['--emitDeclarationOnly', '--outDir', made])
  const entries = pack.entries.map(({ source }) => source.replace('src/', '').replace(/\.ts$/, '.d.ts'))
  const declarations = reachable(made, entries)
  for (const format of pack.formats) {
    for (const [name, text] of declarations)
      write(join(pack.folder, outputFolder(pack, format), name), text, made, name)
  }
  rmSync(made, { recursive: true })
}

function compile({ folder }, args) {
  const { status, stdout, stderr } = spawnSync(TSC, ['-p', 'tsconfig.build.json', '--pretty', 'false', ...args], {
    cwd: folder,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  if (status !== 0) throw new Error(`The declarations cannot be made:\n${stdout}${stderr}`)
}

function reachable(made, entries) {
  const found = new Map()
  const open = [...entries]
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (found.has(name)) continue
    const folder = dirname(name)
    const text = readFileSync(join(made, name), 'utf8').replace(RELATIVE_IMPORT, (_, start, quote, path) => {
      open.push(normalize(join(folder, `${path}.d.ts`)))
      return `${start}${quote}${path}.js${quote}`
    })
    found.set(name, text)
  }
  return found
}

function write(path, text, made, name) {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
  const map = join(made, `${name}.map`)
  // The folder that it was made in is as deep as the one that it goes to.
  if (existsSync(map)) copyFileSync(map, `${path}.map`)
}
