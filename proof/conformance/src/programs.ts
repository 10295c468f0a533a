import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** An official program, and how it is asked. */
export interface Program {
  readonly name: string
  /** Its repository of github.com/tencentyun. */
  readonly repository: string
  /** The command that says which version of the language runs it. */
  readonly version: readonly string[]
  /** Builds in `folder` what it needs, from its sources, and returns the command for `usersig conform --lines`. */
  build(sources: string, folder: string): string
}

const HERE = fileURLToPath(new URL('../programs/', import.meta.url))

function run(command: string, args: readonly string[], cwd: string): void {
  execFileSync(command, args, { cwd, stdio: ['ignore', 'ignore', 'inherit'] })
}

/** Where Debian's libandroid-json-org-java, or a Maven download, puts the only library that the one for Java needs. */
const JSON_JAR = process.env['JSON_JAR'] ?? '/usr/share/java/json-latest.jar'

function buildGo(sources: string, folder: string): string {
  cpSync(join(HERE, 'go'), folder, { recursive: true })
  cpSync(join(sources, 'tencentyun'), join(folder, 'official/tencentyun'), { recursive: true })
  const module = 'github.com/tencentyun/tls-sig-api-v2-golang'
  writeFileSync(join(folder, 'official/go.mod'), `module ${module}\n`)
  writeFileSync(
    join(folder, 'go.mod'),
    `module conform\n\ngo 1.18\n\nrequire ${module} v0.0.0\n\nreplace ${module} => ./official\n`,
  )
  run('go', ['build', '-o', 'conform', '.'], folder)
  return `'${folder}/conform'`
}

function buildJava(sources: string, folder: string): string {
  const official = join(sources, 'src/main/java/com/tencentyun/TLSSigAPIv2.java')
  run('javac', ['-nowarn', '-cp', JSON_JAR, '-d', folder, official, join(HERE, 'java/Conform.java')], folder)
  return `java -cp '${folder}:${JSON_JAR}' Conform`
}

function buildCpp(sources: string, folder: string): string {
  const own = ['tls_sig_api_v2.cpp', 'opensslthreadlock.cpp'].map((name) => join(sources, 'src', name))
  const flags = ['-w', '-O1', '-DUSE_OPENSSL', '-DFMT_HEADER_ONLY', '-DRAPIDJSON_HAS_STDSTRING=1']
  const libraries = ['-lz', '-lcrypto', '-lpthread']
  run(
    'g++',
    [...flags, '-I', join(sources, 'src'), join(HERE, 'conform.cpp'), ...own, '-o', 'conform', ...libraries],
    folder,
  )
  return `'${folder}/conform'`
}

/** The official programs for servers. */
export const PROGRAMS: readonly Program[] = [
  { name: 'Go', repository: 'tls-sig-api-v2-golang', version: ['go', 'version'], build: buildGo },
  { name: 'Java', repository: 'tls-sig-api-v2-java', version: ['java', '--version'], build: buildJava },
  {
    name: 'PHP',
    repository: 'tls-sig-api-v2-php',
    version: ['php', '--version'],
    build: (sources) => `php '${HERE}conform.php' '${sources}'`,
  },
  {
    name: 'Python',
    repository: 'tls-sig-api-v2-python',
    version: ['python3', '--version'],
    build: (sources) => `PYTHONPATH='${sources}' python3 '${HERE}conform.py'`,
  },
  {
    name: 'Node.js',
    repository: 'tls-sig-api-v2-node',
    version: [process.execPath, '--version'],
    build: (sources) => `'${process.execPath}' '${HERE}conform.cjs' '${sources}/TLSSigAPIv2.js'`,
  },
  { name: 'C++', repository: 'tls-sig-api-v2-cpp', version: ['g++', '--version'], build: buildCpp },
]

/** A folder of its own for what a program builds. */
export function buildProgram(program: Program, sources: string, folder: string): string {
  const own = join(folder, program.repository)
  mkdirSync(own, { recursive: true })
  return program.build(join(sources, program.repository), own)
}
