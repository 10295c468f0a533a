import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '../generate/root.ts'

test('every place that the map names is there', () => {
  const rows = readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8').match(/^\| .* \|$/gm) ?? []
  const cells = rows.map((row) => row.split('|').at(-2) ?? '').filter((cell) => !cell.includes(' `npm '))
  const places = cells.flatMap((cell) => [...cell.matchAll(/`([\w./-]+)`/g)].map(([, place = '']) => place))
  const isThere = (place: string) => ['', 'packages/core/src'].some((folder) => existsSync(join(ROOT, folder, place)))
  expect(places.length).toBeGreaterThan(40)
  expect(places.filter((place) => place.includes('/') && !isThere(place))).toEqual([])
})
