import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const FOLDER = fileURLToPath(new URL('..', import.meta.url))

/** What a program of a user prints, with what was built. */
function run(type: 'module' | 'commonjs', code: string): string {
  const args = [`--input-type=${type}`, '--eval', code]
  return execFileSync(process.execPath, args, {
    cwd: FOLDER,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] },
  }).trim()
}

describe.each([
  ['module', (name: string) => `await import('${name}')`],
  ['commonjs', (name: string) => `require('${name}')`],
] as const)('from %s', (type, load) => {
  test('it exports these names and no others', () => {
    const names = (name: string) =>
      run(
        type,
        `console.log(Object.keys(${load(name)}).filter((each) => !['default', 'module.exports'].includes(each)).sort().join())`,
      )
    expect(names('@usersig/service')).toBe('ConfigError,createService,loadConfig,runService')
    expect(names('@usersig/service/keys')).toBe('awsKms,tencentKms,tencentSsm,vaultTransit')
  })
})

describe('the program', () => {
  const bin = (...args: string[]) => {
    try {
      return [
        0,
        execFileSync(process.execPath, ['dist/esm/bin.js', ...args], { cwd: FOLDER, encoding: 'utf8', stdio: 'pipe' }),
      ]
    } catch (error) {
      const { status, stderr } = error as { status: number; stderr: string }
      return [status, stderr]
    }
  }

  test('shows its help and its version, and asks for a configuration', () => {
    expect(bin('--version')).toEqual([0, expect.stringMatching(/^\d+\.\d+\.\d+\S*\n$/)])
    expect(bin('--help')).toEqual([0, expect.stringContaining('--config <file>')])
    expect(bin()).toEqual([2, expect.stringContaining('--config <file>')])
  })

  test('looks at a configuration', () => {
    expect(bin('--config', 'deploy/usersig.json', '--check')).toEqual([0, 'deploy/usersig.json is valid: main\n'])
    expect(bin('--config', 'package.json', '--check')).toEqual([
      2,
      expect.stringMatching(/^package\.json:2:3: there is no option "name"/),
    ])
    expect(bin('--config', 'nothing.json')).toEqual([2, 'nothing.json: it cannot be read: ENOENT\n'])
  })
})

test('the dashboard and the schema are where the manifest says', () => {
  const { exports } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
  for (const name of ['./schema.json', './dashboard.json']) {
    expect(JSON.parse(readFileSync(new URL(`../${exports[name]}`, import.meta.url), 'utf8'))).toHaveProperty('title')
  }
})
