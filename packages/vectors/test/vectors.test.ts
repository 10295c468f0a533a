import { readdirSync, readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { damaged, hostile, http, inputs, official, quirks, toolkit } from '../src/index.ts'

const vectors: Readonly<Record<string, unknown>> = { damaged, hostile, http, inputs, official, quirks, toolkit }

const folder = new URL('../data/', import.meta.url)
const files = readdirSync(folder).map((name) => name.replace(/\.json$/, ''))
const read = (name: string) => JSON.parse(readFileSync(new URL(`../${name}.json`, import.meta.url), 'utf8'))

const ajv = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true, strictRequired: false })
ajv.addSchema(read('schema'), 'vectors')

function faultsOf(file: string, data: unknown) {
  const validate = ajv.getSchema(`vectors#/$defs/${file}`)
  if (!validate) throw new Error(`the schema has no definition ${file}`)
  validate(data)
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}

describe.each(files)('data/%s.json', (file) => {
  test('has the form that the schema describes', () => {
    expect(faultsOf(file, read(`data/${file}`))).toEqual([])
  })

  test('is what the entry exports under its name', () => {
    expect(vectors[file]).toEqual(read(`data/${file}`))
  })

  test('is explained in the README', () => {
    const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
    expect(readme).toContain(`data/${file}.json`)
    const data = read(`data/${file}`)
    const names = new Set((Array.isArray(data) ? data : data.cases).flatMap((each: object) => Object.keys(each)))
    for (const name of names) expect(readme).toContain(`\`${name}\``)
  })
})

describe('the schema', () => {
  test.each([
    ['a field that it does not know', { more: 1 }],
    ['a time with a fraction', { time: 1.5 }],
    ['two rooms', { roomId: 1, strRoomId: 'lobby' }],
    ['an unknown program', { implementation: 'cobol' }],
    ['a ticket in another alphabet', { userSig: 'eJw+/=' }],
  ])('refuses %s', (_, change) => {
    expect(faultsOf('official', [{ ...official[0], ...change }])).not.toEqual([])
  })
})

test('no two cases of a file have the same name', () => {
  const names = {
    hostile: hostile.map((each) => each.case),
    damaged: damaged.map((each) => each.case),
    inputs: inputs.map((each) => each.case),
    http: http.cases.map(({ name }) => name),
    quirks: quirks.map((each) => `${each.case} ${each.implementation}`),
  }
  for (const [file, all] of Object.entries(names)) expect([file, all.length]).toEqual([file, new Set(all).size])
})

test('every problem that a case expects has a title, and the status of the case', () => {
  for (const { name, expect: expected } of http.cases) {
    const { problem, status } = expected
    if (problem !== undefined) expect([name, http.problems[problem]?.status]).toEqual([name, status])
  }
})
