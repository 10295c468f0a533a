import { cpSync, existsSync, mkdirSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { findPackages, root, writeJson } from './packages.mjs'

// Copies the packages that have a jsr.json out of the workspace of npm packages into one of JSR packages, where Deno finds
// sisters without asking the registry: `node scripts/release/stage-jsr.mjs FOLDER`, then `deno publish` in it.
const PARTS = ['jsr.json', 'src', 'LICENSE', 'README.md', 'CHANGELOG.md']
const folder = resolve(process.argv[2] ?? 'jsr')
const packages = findPackages().filter((published) => existsSync(join(root, published.folder, 'jsr.json')))
for (const published of packages) {
  for (const part of PARTS) {
    const from = join(root, published.folder, part)
    const to = join(folder, basename(published.folder), part)
    if (existsSync(from)) cpSync(from, to, { recursive: true })
  }
}
mkdirSync(folder, { recursive: true })
writeJson(join(folder, 'deno.json'), { workspace: packages.map((published) => `./${basename(published.folder)}`) })
