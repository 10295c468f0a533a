import { expect, test } from 'vitest'
import { en } from '../src/words/en.ts'
import { zh } from '../src/words/zh.ts'
import { run, signer } from './run.ts'

type Leaf = readonly [path: string, text: string]

/** Every text of a language; what takes values is called with some. */
function leavesOf(value: unknown, path = ''): Leaf[] {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value === 'function') return [[path, String(value('1', 2, 'https://a.example'))]]
  if (Array.isArray(value)) return []
  return Object.entries(value as object).flatMap(([name, each]) =>
    leavesOf(each, path === '' ? name : `${path}.${name}`),
  )
}

/** The same in every language: names of things, marks between words. */
const SAME = [
  'doctor.by',
  'inspect.layers.zlib',
  'inspect.layers.json',
  'doctor.kinds.user_sig',
  'doctor.kinds.private_map_key',
  'doctor.kinds.jwt',
]

test('both languages have the same names', () => {
  expect(leavesOf(zh).map(([path]) => path)).toEqual(leavesOf(en).map(([path]) => path))
})

test('no English is left in the Chinese', () => {
  const left = leavesOf(zh).filter(([path, text]) => !SAME.includes(path) && !/[\u4e00-\u9fff：；]/.test(text))
  expect(left).toEqual([])
  // Three English words in a row are a sentence; commands, variables and addresses are not words.
  const code =
    /usersig [a-z-]+( [a-z]+)?|`[^`]*`|"[^"]*"|'[^']*'|^ {2}.*$|\{[^}]*\}|--?[\w-]+|[\w.]+\/\S*|\w+=\S*|[A-Z]\w*_\w+/gm
  const sentences = leavesOf(zh).filter(([, text]) => /[a-z]{2,} [a-z]{2,} [a-z]{2,}/.test(text.replace(code, '')))
  expect(sentences).toEqual([])
})

test('the Chinese holds every option, command and code that the English holds', () => {
  const names = (text: string) =>
    [
      ...new Set(
        text.match(
          /--[a-z-]{3,}|(?:USERSIG|LOGIN)_\w+|usersig (?:doctor|codes|sign|room|verify|inspect|bulk|init|serve|demo-login|conform|console|mcp|complete)|\b\d{3,}\b/g,
        ),
      ),
    ].sort()
  const other = new Map(leavesOf(zh))
  for (const [path, text] of leavesOf(en)) expect([path, names(other.get(path) ?? '')]).toEqual([path, names(text)])
})

const ENGLISH = /\b(the|is|are|of|which|with|not|option|argument|Usage|default)\b|\[(?:options|command)\]/

// Each starts a process of its own, and none of them waits for another.
test.concurrent.each([
  ['--help'],
  ['doctor --help'],
  ['sign --help'],
  ['bulk --help'],
  ['serve --help'],
  ['demo-login --help'],
  ['conform --help'],
  ['init --help'],
  ['codes --help'],
  ['room --help'],
  ['console --help'],
  ['mcp --help'],
  ['sign'],
  ['sing alice'],
  ['sign alice --expires 1d'],
  ['sign alice --expire 86400000'],
  ['sign alice -a abc'],
  ['sign alice extra'],
  ['doctor 70009'],
  ['doctor 12345'],
  ['inspect eJw'],
  ['verify nonsense'],
])('usersig %s speaks Chinese', async (line) => {
  const { stdout, stderr } = await run(line.split(' '), {
    env: { LANG: 'zh_CN.UTF-8', USERSIG_SDKAPPID: '1', USERSIG_SECRETKEY: 'a'.repeat(64) },
  })
  const said = stdout + stderr
  expect(said).toMatch(/[\u4e00-\u9fff]/)
  expect(said.replace(/^ {2}.*usersig .*$|^ *"args".*$|createUserSigSource.*/gm, '')).not.toMatch(ENGLISH)
})

test.each([
  [{ LC_ALL: 'zh_TW.UTF-8', LANG: 'en_US.UTF-8' }, [], true],
  [{ LANG: 'zh_CN.UTF-8', LC_ALL: 'C' }, [], false],
  [{ LANG: 'zh_CN.UTF-8' }, ['--lang', 'en'], false],
  [{ LANG: 'de_DE.UTF-8' }, ['--lang=zh'], true],
  [{}, [], false],
] as [Record<string, string>, string[], boolean][])('%j %j: Chinese is %s', async (env, args, isChinese) => {
  const { stdout } = await run(['doctor', signer.genUserSig('alice'), ...args], { env })
  expect(/[\u4e00-\u9fff]/.test(stdout)).toBe(isChinese)
})

test('a language that there is not', async () => {
  const { code, stderr } = await run(['doctor', '70009', '--lang', 'fr'], { env: {} })
  expect([code, stderr]).toEqual([2, expect.stringContaining('Allowed choices are en, zh')])
})
