import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { listUserSigErrors } from '@usersig/core/internal'
import { listTencentCodes } from '@usersig/doctor'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findEntries, toPageName } from '../generate/api/entries.ts'
import { writeReference } from '../generate/api/reference.ts'
import { clientCodes, endpointCodes } from '../generate/codes/codes.ts'
import { generate } from '../generate/generate.ts'
import { ROOT } from '../generate/root.ts'

const DOCS = join(ROOT, 'docs')

const read = (folder: string, path: string) => readFileSync(join(folder, path), 'utf8')

/** Everything that is generated, as paths within docs/. */
function pagesOf(folder: string): string[] {
  const pages = readdirSync(join(folder, 'api')).map((name) => `api/${name}`)
  return ['errors.md', 'errors.zh-CN.md', 'speed.md', ...pages].sort()
}

describe('what is committed', () => {
  let folder: string
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'usersig-docs-'))
    await generate(folder)
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('has a page for each entry point', () => {
    const pages = findEntries().map(({ specifier }) => `api/${toPageName(specifier)}.md`)
    expect(pagesOf(DOCS)).toEqual(['errors.md', 'errors.zh-CN.md', 'speed.md', 'api/README.md', ...pages].sort())
  })

  test.each(pagesOf(DOCS))('docs/%s is as the sources have it: otherwise run `npm run docs`', (path) => {
    expect(read(DOCS, path)).toBe(read(folder, path))
  })

  test('names no machine and no day', () => {
    for (const path of pagesOf(DOCS))
      expect(read(DOCS, path)).not.toMatch(/\/work\/|\/home\/|file:\/\/|Generated (on|using)/)
  })
})

describe('links', () => {
  test.each([...pagesOf(DOCS), 'README.md'])('of docs/%s lead somewhere', (path) => {
    const text = read(DOCS, path)
    const lost = [...withoutCode(text).matchAll(/\]\(([^)\s]+)\)/g)]
      .map(([, target = '']) => target)
      .filter((target) => !leadsSomewhere(target, join(DOCS, path)))
    expect(lost).toEqual([])
  })

  function leadsSomewhere(target: string, from: string): boolean {
    if (/^https:\/\//.test(target)) return true
    const [file = '', anchor] = target.split('#')
    const path = file === '' ? from : join(dirname(from), file)
    if (!existsSync(path)) return false
    return anchor === undefined || anchorsOf(readFileSync(path, 'utf8')).has(anchor)
  }
})

function withoutCode(markdown: string): string {
  return markdown.replace(/^```.*?^```$/gms, '')
}

/** The anchors that GitHub gives headings, and those that stand there. */
function anchorsOf(markdown: string): Set<string> {
  const anchors = new Set([...markdown.matchAll(/<a id="([^"]+)">/g)].map(([, id = '']) => id))
  const counts = new Map<string, number>()
  for (const [, heading = ''] of withoutCode(markdown).matchAll(/^#+ (.*)$/gm)) {
    const slug = heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-')
    const count = counts.get(slug) ?? 0
    counts.set(slug, count + 1)
    anchors.add(count === 0 ? slug : `${slug}-${count}`)
  }
  return anchors
}

describe.each(['errors.md', 'errors.zh-CN.md'])('docs/%s', (page) => {
  const text = read(DOCS, page)

  test('has an anchor for every code', () => {
    const codes = [...listTencentCodes(), ...listUserSigErrors(), ...endpointCodes(), ...clientCodes()]
    const anchors = anchorsOf(text)
    const names = codes.map(({ code }) => String(code).replace(/[<>]/g, ''))
    expect(names.filter((name) => !anchors.has(name))).toEqual([])
  })

  test('has no anchor twice, and a row for each code and program', () => {
    const ids = [...text.matchAll(/<a id="([^"]+)">/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const codes = [listTencentCodes(), listUserSigErrors(), endpointCodes(), clientCodes()]
    expect(ids).toHaveLength(codes.flat().length)
  })
})

test('every problem of the contract is among the codes of the endpoint', () => {
  const spec = readFileSync(join(ROOT, 'spec/openapi.yaml'), 'utf8')
  const inSpec = [...spec.matchAll(/^ +type: urn:usersig:problem:(\w+)$/gm)].map(([, code]) => code)
  const known = new Set<string | undefined>([...endpointCodes(), ...listUserSigErrors()].map(({ code }) => code))
  expect(inSpec.length).toBeGreaterThan(10)
  expect(inSpec.filter((code) => !known.has(code))).toEqual([])
})

describe('an export that is not documented', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'usersig-undocumented-'))
    mkdirSync(join(folder, 'api'))
    writeFileSync(join(folder, 'package.json'), '{ "name": "undocumented", "version": "1.0.0" }')
    const compilerOptions = { target: 'ES2022', module: 'NodeNext', strict: true, noEmit: true, types: [] }
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['index.ts', 'other.ts'] }))
    // TypeDoc makes no modules of an only one.
    writeFileSync(join(folder, 'other.ts'), MODULE + DOCUMENTED + ADD)
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const MODULE = '/**\n * A module.\n *\n * @module\n */\n'
  const DOCUMENTED = '/**\n * Adds.\n *\n * @example\n * ```ts\n * add(1) // 2\n * ```\n */\n'
  const ADD = 'export function add(a: number): number {\n  return a + 1\n}\n'

  async function write(source: string): Promise<void> {
    writeFileSync(join(folder, 'index.ts'), source)
    const entry = (specifier: string, name: string) => ({
      specifier,
      packageName: 'undocumented',
      source: join(folder, name),
    })
    const entries = [entry('undocumented', 'index.ts'), entry('undocumented/other', 'other.ts')]
    await writeReference(join(folder, 'api'), new Set(), { entries, tsconfig: join(folder, 'tsconfig.json') })
  }

  test('fails, whatever it is', async () => {
    await expect(write(MODULE + ADD)).rejects.toThrow('add (CallSignature), defined in undocumented')
    const others = 'export class C {}\nexport interface I {}\nexport type T = 1\nexport const v = 1\n'
    const error = await write(MODULE + DOCUMENTED + ADD + others).catch((thrown) => thrown)
    for (const name of ['C', 'I', 'T', 'v']) expect(error.message).toMatch(new RegExp(`\\.${name} .*documentation`))
  })

  test('fails without an example, and without a word on the module', async () => {
    await expect(write(`${MODULE}/** Adds. */\n${ADD}`)).rejects.toThrow('undocumented: add has no @example')
    await expect(write(DOCUMENTED + ADD)).rejects.toThrow('undocumented has no docstring with @module')
  })

  test('is the only thing that fails', async () => {
    await write(MODULE + DOCUMENTED + ADD)
    expect(read(folder, 'api/undocumented.md')).toContain('add(1) // 2')
  })
})
