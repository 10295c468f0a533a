import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '../generate/root.ts'

const TEXT = readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8')

test('every place that the map names is there', () => {
  const rows = TEXT.match(/^\| .* \|$/gm) ?? []
  const items = TEXT.match(/^- .*$/gm) ?? []
  const cells = [...rows.map((row) => row.split('|').at(-2) ?? ''), ...items]
  const places = cells.flatMap((cell) => [...cell.matchAll(/`([\w./-]+)`/g)].map(([, place = '']) => place))
  const isThere = (place: string) => ['', 'packages/core/src'].some((folder) => existsSync(join(ROOT, folder, place)))
  expect(places.length).toBeGreaterThan(40)
  expect(places.filter((place) => place.includes('/') && !isThere(place))).toEqual([])
})

const foldersOf = (path: string) =>
  readdirSync(join(ROOT, path), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !/^(\.|node_modules$|dist)/.test(entry.name))
    .map(({ name }) => name)

test('every folder of sources is named', () => {
  const workspaces = ['packages', 'apps', 'proof'].flatMap((path) => foldersOf(path).map((name) => `${path}/${name}`))
  const unnamed = [...workspaces, 'bench', 'docs', 'examples', 'native', 'scripts', 'site', 'spec'].filter(
    (path) => !TEXT.includes(`\`${path}\``),
  )
  const rooms = foldersOf('packages/core/src').filter((name) => !new RegExp(`\`${name}[\`/]`).test(TEXT))
  expect([...unnamed, ...rooms]).toEqual([])
})
