import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ROOT } from '../../generate/root.ts'
import { type Block, findBlocks, findMarkdown } from './blocks.ts'

/** The test that runs a kind of blocks, or the reason why none does. */
export interface Runner {
  /** Which blocks, in words. */
  readonly name: string
  readonly takes: (block: Block) => boolean
  /** The test, from the root of the repository. */
  readonly test?: string
  readonly reason?: string
}

const HERE = 'docs/test/readme-samples.test.ts'
const DOCSTRINGS = 'docs/test/docstring-examples.test.ts'
/** These name pages to compare them, and run nothing. */
const GENERATED = 'docs/test/generated.test.ts'
const MAP = 'docs/test/contributing.test.ts'
const TABLES = 'docs/test/tables.test.ts'

const language =
  (...languages: string[]) =>
  (block: Block) =>
    languages.includes(block.language)

/** As `packages/core/test/readme.test.ts` chooses. */
const needsTheCoreAlone = ({ language: its, code }: Block) =>
  its === 'ts' && !/from '(?!@usersig\/(core|vectors)|node:)/.test(code)

/** Samples that are files beside the tests: these check that the README shows them as they are. */
function isSampleFile({ file, code }: Block): boolean {
  const folder = join(ROOT, dirname(file), 'samples')
  // Projects of Nest's generator import without endings.
  const bare = (text: string) => text.replace(/(from '\.\/[\w.]+)\.ts'/g, "$1'")
  const isShown = (name: string) => bare(readFileSync(join(folder, name), 'utf8')) === bare(code)
  return existsSync(folder) && readdirSync(folder).some(isShown)
}

/** Blocks that a test takes by the word behind their language. */
const isNamedIn = (test: string) => {
  const text = readFileSync(join(ROOT, test), 'utf8')
  return ({ language: its, info }: Block) => {
    const name = info.split(' ')[1]
    return its === 'ts' && name !== undefined && new RegExp(`'${name}'|^  ${name}: `, 'm').test(text)
  }
}

const EDGE = 'packages/edge/test/readme.test.ts'
const CLIENT = 'packages/client/test/browser/readme.test.ts'
const FRAMEWORKS = 'packages/client/FRAMEWORKS.md'

const readmeOf =
  (...names: string[]) =>
  ({ file }: Block) =>
    names.some((name) => file === `packages/${name}/README.md`)

const all =
  (...conditions: ((block: Block) => boolean)[]) =>
  (block: Block) =>
    conditions.every((condition) => condition(block))

/** Pages of docs/ and READMEs that a test beside this one names. */
const PAGES: readonly Runner[] = readdirSync(join(ROOT, 'docs/test'))
  .map((name) => `docs/test/${name}`)
  .filter((test) => test.endsWith('.test.ts') && ![HERE, DOCSTRINGS, GENERATED, MAP, TABLES].includes(test))
  .map((test) => {
    const text = readFileSync(join(ROOT, test), 'utf8')
    const names = (file: string) => new RegExp(`['"\`](\\.\\./)*${file.replaceAll('.', '\\.')}['"\`]`).test(text)
    return { name: `pages that ${test} names`, takes: ({ file }: Block) => names(file), test }
  })

/** The first that takes a block runs it. */
export const RUNNERS: readonly Runner[] = [
  {
    name: 'calls from Swift and Kotlin',
    takes: all(({ file }) => file === 'native/README.md', language('swift', 'kotlin')),
    reason: 'they need the SDKs of a phone; native/test calls the same methods',
  },
  {
    name: 'samples that need the core alone',
    takes: ({ file, ...block }) =>
      /^(README|README\.zh-CN|packages\/(core|vectors)\/README)\.md$/.test(file) &&
      needsTheCoreAlone({ file, ...block }),
    test: 'packages/core/test/readme.test.ts',
  },
  {
    name: 'samples of packages/doctor',
    takes: all(readmeOf('doctor'), language('ts')),
    test: 'packages/doctor/test/readme.test.ts',
  },
  { name: 'samples of packages/edge', takes: all(readmeOf('edge'), isNamedIn(EDGE)), test: EDGE },
  // Those that are not run in the browser are checked against the types of the SDKs.
  {
    name: 'samples of packages/client',
    takes: all(readmeOf('client'), ({ info }) => info.startsWith('ts ')),
    test: CLIENT,
  },
  // All of them are also compiled, in `types.test.ts` beside these.
  ...[
    { name: 'renders', samples: /^ts (source|react|vue|svelte|angular)$/ },
    { name: 'mini-programs', samples: /^ts (wechat|callable|taro|uni)$/ },
    { name: 'native', samples: /^ts native$/ },
  ].map(({ name, samples }) => ({
    name: `frameworks of apps: ${name}`,
    takes: all(
      ({ file }) => file === FRAMEWORKS,
      ({ info }) => samples.test(info),
    ),
    test: `packages/client/test/frameworks/${name}.test.ts`,
  })),
  ...['node', 'express-middleware', 'fastify', 'koa', 'functions', 'nestjs-module'].map((name) => ({
    name: `samples of packages/${name}`,
    takes: all(readmeOf(name), isSampleFile),
    test: `packages/${name}/test/samples.test.ts`,
  })),
  {
    name: 'the ten lines and the key file of packages/cli',
    takes: all(readmeOf('cli'), ({ language: its, code }) => its === 'json' || code.startsWith('export USERSIG_')),
    test: 'packages/cli/test/readme.test.ts',
  },
  {
    name: 'examples of docstrings',
    takes: all(({ file }) => file.startsWith('docs/api/'), language('ts')),
    test: DOCSTRINGS,
  },
  { name: 'samples of packages/contract', takes: all(readmeOf('contract'), language('ts')), test: HERE },
  {
    name: 'samples of packages/hono',
    takes: all(readmeOf('hono'), language('ts')),
    test: 'packages/hono/test/readme.test.ts',
  },
  {
    name: 'the two programs for WeChat',
    takes: all(readmeOf('auth'), ({ info }) => info === 'js server' || info === 'js mini-program'),
    test: 'proof/logins/test/wechat-readme.test.ts',
  },
  {
    name: 'samples of packages/service',
    takes: all(readmeOf('service'), language('js', 'json', 'text')),
    test: 'packages/service/test/readme.test.ts',
  },
  {
    name: 'samples of packages/auth',
    takes: all(readmeOf('auth'), language('js')),
    test: 'proof/logins/test/readme.test.ts',
  },
  {
    name: 'the option explain of an app',
    takes: all(readmeOf('doctor'), language('js')),
    reason: 'a line of an app, and what it prints; packages/contract tries the option on every adapter',
  },
  {
    name: "Tencent's own SDK, for TRTC",
    takes: all(readmeOf('rest'), ({ info }) => info === 'js trtc'),
    reason: 'it needs an account at Tencent Cloud',
  },
  {
    name: 'samples of packages/rest',
    takes: all(readmeOf('rest'), language('js')),
    test: 'packages/rest/test/readme.test.ts',
  },
  {
    name: 'samples of packages/testing',
    takes: all(readmeOf('testing'), language('js', 'ts')),
    test: 'packages/testing/test/readme.test.ts',
  },
  {
    name: 'what packages/express-middleware and packages/fastify add to types',
    takes: all(readmeOf('express-middleware', 'fastify'), language('ts')),
    test: HERE,
  },
  {
    name: 'answers and settings in JSON',
    takes: ({ file, language: its }) => its === 'json' && /^(packages|apps)\/[\w-]+\/README\.md$/.test(file),
    test: HERE,
  },
  // What they name has to exist, and those of the examples are run.
  {
    name: 'command lines of READMEs',
    takes: ({ file, language: its }) => its === 'sh' && /README(\.zh-CN)?\.md$/.test(file),
    test: HERE,
  },
  ...PAGES.filter(({ takes }) => findMarkdown().flatMap(findBlocks).some(takes)),
  {
    name: 'the way of a ticket',
    takes: ({ file, language: its }) => file === 'CONTRIBUTING.md' && its === 'text',
    reason: 'a drawing',
  },
  {
    name: 'settings of other programs',
    takes: language('nginx', 'ini'),
    reason: 'a proxy, or a file of variables with a word in place of the key',
  },
  {
    name: 'the comparison of packages/core with another build',
    takes: ({ file, language: its }) => file === 'proof/fuzz/README.md' && its === 'text',
    reason: 'it needs another build, and takes hours',
  },
]

export function findRunner(block: Block): Runner | undefined {
  return RUNNERS.find(({ takes }) => takes(block))
}
