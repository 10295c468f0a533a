import { spawn, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import * as nodeModule from 'node:module'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { createUserSigner } from '@usersig/core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeFiles } from '../generate/files.ts'
import { readFields } from '../generate/model.ts'
import { CREDENTIALS, EXPECTED, ISSUED, startServer } from './server.ts'

const HERE = fileURLToPath(new URL('.', import.meta.url))
const FOLDER = fileURLToPath(new URL('..', import.meta.url))
const NOBODY = 'http://127.0.0.1:1/usersig'
const signer = createUserSigner(CREDENTIALS)

// Newer than the types of the oldest Node.js that the packages run on.
const { stripTypeScriptTypes: strip } = nodeModule as unknown as { stripTypeScriptTypes(code: string): string }

let server: Awaited<ReturnType<typeof startServer>>
let scratch: string
beforeAll(async () => {
  server = await startServer()
  scratch = mkdtempSync(join(tmpdir(), 'usersig-native-'))
})
afterAll(async () => {
  await server.close()
  rmSync(scratch, { recursive: true, force: true })
})

/** Whether a program is on this machine: compilers of other languages are not installed for the tests. */
const has = (program: string) =>
  (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)))

function run(program: string, args: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: scratch, encoding: 'utf8' })
  expect([status, stdout + stderr].join('\n')).toMatch(/^0\n/)
}

/** Whether Mono's compiler finds libraries. */
function compilesWith(libraries: readonly string[]): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'usersig-native-'))
  const source = join(HERE, 'unity/JsonUtility.cs')
  const { status } = spawnSync('mcs', [...libraries, '-t:library', '-out:trial.dll', source], { cwd: folder })
  rmSync(folder, { recursive: true })
  return status === 0
}

function checkLines(printed: string): void {
  const lines = printed.trim().split('\n')
  for (const [index, expected] of EXPECTED.entries()) expect(lines[index]).toMatch(expected)
  expect(lines).toHaveLength(EXPECTED.length)
  expect(server.countIssued()).toBe(ISSUED)
  expect(signer.verifyUserSig(lines[0]?.split(' ')[4] ?? '').userId).toBe('alice')
  expect(signer.verifyPrivateMapKey(lines[4]?.split(' ')[2] ?? '', { roomId: 10000 }).userId).toBe('alice')
}

/** Runs a program beside the server, which is in this process: it must not wait for it. */
async function runBeside(program: string, args: readonly string[]): Promise<string> {
  server.countIssued()
  const child = spawn(program, [...args, server.origin, NOBODY], { cwd: scratch, stdio: ['ignore', 'pipe', 'inherit'] })
  let printed = ''
  child.stdout.setEncoding('utf8').on('data', (text) => {
    printed += text
  })
  await new Promise((resolve) => child.on('close', resolve))
  return printed
}

describe('the files to copy', () => {
  test.each([...makeFiles().keys()])(
    '%s is as the specification has it: otherwise run `pnpm generate` here',
    (path) => {
      expect(readFileSync(join(FOLDER, path), 'utf8')).toBe(makeFiles().get(path))
    },
  )

  test.each([...makeFiles()])('%s has every member of the answer', (_, text) => {
    for (const { name } of readFields()) expect(text).toMatch(new RegExp(`\\b${name}\\b`))
  })
})

describe('Kotlin', () => {
  test.skipIf(!has('kotlinc') || !has('java'))('compiles, and asks the endpoint', { timeout: 240_000 }, async () => {
    // Debian's libandroid-json-java is what Android has.
    const json = '/usr/share/java/com.android.json.jar'
    const sources = [join(FOLDER, 'kotlin/UserSigClient.kt'), join(HERE, 'kotlin/Main.kt')]
    run('kotlinc', [...sources, '-cp', json, '-include-runtime', '-d', 'main.jar'])
    checkLines(await runBeside('java', ['-cp', `main.jar:${json}`, 'MainKt']))
  })
})

describe('Unity', () => {
  // On Debian in packages of their own: mono-mcs, libmono-system-net-http4.0-cil, libmono-system-web-extensions4.0-cil.
  const libraries = ['-r:System.Net.Http', '-r:System.Web.Extensions']
  const canCompile = has('mcs') && compilesWith(libraries)
  test.skipIf(!has('mono') || !canCompile)('compiles, and asks the endpoint', { timeout: 120_000 }, async () => {
    const sources = [
      join(FOLDER, 'unity/UserSigClient.cs'),
      join(HERE, 'unity/Main.cs'),
      join(HERE, 'unity/JsonUtility.cs'),
    ]
    run('mcs', ['-out:main.exe', ...libraries, ...sources])
    checkLines(await runBeside('mono', ['main.exe']))
  })
})

describe('ArkTS', () => {
  test('fits the types of HarmonyOS, in strict TypeScript', () => {
    cpSync(join(FOLDER, 'arkts/UserSigClient.ets'), join(scratch, 'UserSigClient.ts'))
    cpSync(join(HERE, 'arkts/kits.d.ts'), join(scratch, 'kits.d.ts'))
    const compilerOptions = {
      target: 'es2021',
      module: 'esnext',
      moduleResolution: 'bundler',
      strict: true,
      noEmit: true,
      types: [],
    }
    writeFileSync(join(scratch, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }))
    const tsc = spawnSync('tsc', ['-p', scratch], { cwd: FOLDER, encoding: 'utf8' })
    expect([tsc.status, tsc.stdout]).toEqual([0, ''])
  })

  test('asks the endpoint', async () => {
    const code = strip(readFileSync(join(FOLDER, 'arkts/UserSigClient.ets'), 'utf8'))
    writeFileSync(
      join(scratch, 'client.mjs'),
      code
        .replace(/^import .*BasicServicesKit'$/m, '')
        .replace("'@kit.NetworkKit'", JSON.stringify(pathToFileURL(join(HERE, 'arkts/network-kit.mjs')).href)),
    )
    writeFileSync(join(scratch, 'main.mjs'), readFileSync(join(HERE, 'arkts/main.mjs'), 'utf8'))
    checkLines(await runBeside(process.execPath, ['main.mjs']))
  })
})
