import { execFileSync } from 'node:child_process'
import { cpSync, readdirSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/**
 * An official program in another language: what builds the driver beside it in a folder, and what then measures. Drivers
 * take the SDKAppID, the key, the lifetime and how many tickets, and print the microseconds of the processor that one takes
 * to sign and, where the program can verify, to verify.
 */
export interface OfficialProgram {
  readonly language: string
  /** Its repository, and the folder of a checkout of it. */
  readonly repository: string
  /** Prints the version of the toolchain. */
  readonly version: readonly string[]
  /** Returns the command that measures. */
  readonly prepare: (checkout: string, work: string) => readonly string[]
}

const driver = (name: string): string => new URL(`../../official/drivers/${name}`, import.meta.url).pathname

function run(work: string, command: string, ...args: string[]): void {
  execFileSync(command, args, { cwd: work, stdio: 'pipe' })
}

/** The module of the program, with the driver as its `main` and without its tests, which alone depend on others. */
function prepareGo(checkout: string, work: string): readonly string[] {
  for (const name of ['tencentyun/TLSSigAPI.go', 'tencentyun/base64url.go']) {
    cpSync(join(checkout, name), join(work, name))
  }
  writeFileSync(join(work, 'go.mod'), 'module github.com/tencentyun/tls-sig-api-v2-golang\n\ngo 1.16\n')
  cpSync(driver('peer.go'), join(work, 'main.go'))
  run(work, 'go', 'build', '-o', 'peer', '.')
  return [join(work, 'peer')]
}

/** It needs org.json, which CLASSPATH has to name. */
function prepareJava(checkout: string, work: string): readonly string[] {
  const program = join(checkout, 'src/main/java/com/tencentyun/TLSSigAPIv2.java')
  const libraries = process.env['CLASSPATH'] ?? ''
  run(work, 'javac', '-nowarn', '-cp', libraries, '-d', work, program, driver('Peer.java'))
  return ['java', '-cp', [work, libraries].join(delimiter), 'Peer']
}

/** It needs the headers of OpenSSL, zlib, fmt and RapidJSON; the settings are those of its own CMakeLists.txt. */
function prepareCpp(checkout: string, work: string): readonly string[] {
  const settings = ['-O2', '-w', '-DUSE_OPENSSL', '-DFMT_HEADER_ONLY', '-DRAPIDJSON_HAS_STDSTRING=1']
  const sources = [join(checkout, 'src/tls_sig_api_v2.cpp'), driver('peer.cpp')]
  run(work, 'g++', ...settings, '-I', join(checkout, 'src'), ...sources, '-o', 'peer', '-lcrypto', '-lz')
  return [join(work, 'peer')]
}

/**
 * Mono compiles it with the sources of zlib.net, which the program takes from NuGet: ZLIB_NET names the folder
 * src/Zlib.NetStandard of a checkout of github.com/TomasBouda/zlib.net, beside the names that the program knows.
 */
function prepareCSharp(checkout: string, work: string): readonly string[] {
  const folder = process.env['ZLIB_NET'] ?? ''
  const library = readdirSync(folder).filter((name) => name.endsWith('.cs'))
  const names = new URL('../../../proof/conformance/programs/cs/zlib.cs', import.meta.url).pathname
  const program = join(checkout, 'tls-sig-api-v2-cs/TLSSigAPIv2.cs')
  const sources = [program, driver('Peer.cs'), names, ...library.map((name) => join(folder, name))]
  run(work, 'mcs', '-optimize', '-warn:0', '-out:peer.exe', ...sources)
  return ['mono', join(work, 'peer.exe')]
}

export const OFFICIAL_PROGRAMS: readonly OfficialProgram[] = [
  { language: 'Go', repository: 'tls-sig-api-v2-golang', version: ['go', 'version'], prepare: prepareGo },
  {
    language: 'PHP',
    repository: 'tls-sig-api-v2-php',
    version: ['php', '--version'],
    prepare: (checkout) => ['php', driver('peer.php'), join(checkout, 'src/TLSSigAPIv2.php')],
  },
  {
    language: 'Python',
    repository: 'tls-sig-api-v2-python',
    version: ['python3', '--version'],
    prepare: (checkout) => ['python3', driver('peer.py'), checkout],
  },
  { language: 'Java', repository: 'tls-sig-api-v2-java', version: ['java', '--version'], prepare: prepareJava },
  { language: 'C#, Mono', repository: 'tls-sig-api-v2-cs', version: ['mono', '--version'], prepare: prepareCSharp },
  { language: 'C++', repository: 'tls-sig-api-v2-cpp', version: ['g++', '--version'], prepare: prepareCpp },
]
