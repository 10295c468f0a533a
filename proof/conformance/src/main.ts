import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildProgram, SERVERS } from './programs.ts'
import { scoreLines } from './score.ts'
import { drawPage, type Row } from './table.ts'

// Scores the official programs, whose clones lie in the folder that is named, and writes docs/conformance.md.
const [sources] = process.argv.slice(2)
if (sources === undefined) {
  throw new Error('Name the folder with clones such as tencentyun/tls-sig-api-v2-golang.')
}

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
const firstLine = (command: string, args: readonly string[]) =>
  execFileSync(command, args, { encoding: 'utf8' }).split('\n')[0] ?? ''
/** Without the words around a version, and without the day it was built. */
const shorten = (version: string) =>
  version
    .replace(/^go version /, '')
    .replace('JIT compiler version ', '')
    .replace(/ \([^)]*\)(?= )/g, '')
    .replace(/ \(.*| linux.*/, '')
const built = mkdtempSync(join(tmpdir(), 'usersig-conformance-'))
try {
  const rows = SERVERS.map((program): Row => {
    const { name, repository, version } = program
    const commit = firstLine('git', ['-C', join(sources, repository), 'log', '-1', '--format=%h of %cs'])
    const [command = '', ...args] = version
    const scores = scoreLines(buildProgram(program, sources, built))
    console.log(name, scores.map(({ group, passed, failed }) => `${group} ${passed}/${passed + failed}`).join(', '))
    return { name, source: commit, language: shorten(firstLine(command, args)), scores }
  })
  const own = scoreLines(
    `'${process.execPath}' '${fileURLToPath(new URL('../programs/conform.mjs', import.meta.url))}'`,
  )
  const toolkit = { name: 'this toolkit', source: 'this version', language: process.version, scores: own }
  writeFileSync(join(ROOT, 'docs/conformance.md'), drawPage([...rows, toolkit]))
} finally {
  rmSync(built, { recursive: true })
}
