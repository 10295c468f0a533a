import { expect, test } from 'vitest'
import { packages, read } from './root.ts'

/** What people type into a search when they need this. */
const WORDS = ['usersig', 'genUserSig', 'tencentcloud', 'trtc', 'im', 'tuikit', 'token', '腾讯云', '即时通信']
/** Names that people type: `npx usersig`, `npm create usersig`. */
const UNSCOPED: Readonly<Record<string, string>> = {
  'packages/cli': 'usersig',
  'packages/create-usersig': 'create-usersig',
}
const REPOSITORY = 'https://github.com/usersig/usersig'

test('all packages have one version', () => {
  const versions = new Map(packages.map(([folder, { version }]) => [folder, version]))
  expect(new Set(versions.values()).size, JSON.stringify([...versions])).toBe(1)
})

test.each(packages)('%s is found by the words that people search for', (_, { keywords, description }) => {
  expect(keywords).toEqual(expect.arrayContaining(WORDS))
  expect(new Set(keywords).size).toBe(keywords.length)
  expect(description).toMatch(/Tencent Cloud/)
  expect(description).toMatch(/token|generate|login/i)
})

test.each(packages)('%s says where it comes from', (folder, { name, homepage, bugs, repository, publishConfig }) => {
  expect(name).toBe(UNSCOPED[folder] ?? folder.replace('packages/', '@usersig/'))
  expect(homepage).toBe(`${REPOSITORY}/tree/main/${folder}#readme`)
  expect(bugs).toBe(`${REPOSITORY}/issues`)
  expect(repository).toEqual({ type: 'git', url: `git+${REPOSITORY}.git`, directory: folder })
  expect(publishConfig).toEqual({ access: 'public', provenance: true })
})

test.each(packages)('%s is packed with its changelog, and not without a build', (_, { files, scripts }) => {
  expect(files).toContain('CHANGELOG.md')
  // The command line's own build does more.
  expect(scripts['prepack']).toMatch(/^(pnpm run build|node \.\.\/\.\.\/scripts\/build-package\.mjs) --check/)
})

test.each(packages)('%s names its sisters exactly', (_, { dependencies = {} }) => {
  const sisters = Object.entries(dependencies).filter(([name]) => name === 'usersig' || name.startsWith('@usersig/'))
  expect(sisters.filter(([, range]) => range !== 'workspace:*')).toEqual([])
})

test.each(['README.md', ...packages.map(([folder]) => `${folder}/README.md`)])(
  '%s ends with whose it is not',
  (path) => {
    expect(read(path).trimEnd()).toMatch(/Not affiliated with Tencent\.[^\n]*$/)
  },
)

test('the check of the packed packages waits for each of them to be built', () => {
  const { dependsOn } = JSON.parse(read('turbo.json')).tasks['//#check:packages'] as { dependsOn: string[] }
  expect(dependsOn.toSorted()).toEqual(packages.map(([, { name }]) => `${name}#build`).sort())
})
