import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import {
  type Build,
  buildCpp,
  buildCSharp,
  buildGenerator,
  buildGo,
  buildJava,
  buildMac,
  buildNode,
  buildPhp,
  buildPython,
} from './build.ts'

/** An official program, and how it is asked. */
export interface Program {
  /** Its name among the test vectors. */
  readonly id: string
  readonly name: string
  /** Its repository on github.com. */
  readonly repository: string
  /** The command that says which version of the language runs it. */
  readonly version: readonly string[]
  readonly build: Build
  /** Why its tickets are among the quirks, if they are. */
  readonly quirk?: string
}

interface Language extends Pick<Program, 'id' | 'name' | 'version'> {
  /** The end of the repository's name. */
  readonly end: string
  /** @param edition the name of the organization in its code */
  readonly build: (edition: string) => Build
}

const NODE = [process.execPath, '--version']

const LANGUAGES: readonly Language[] = [
  { id: 'go', name: 'Go', end: 'golang', version: ['go', 'version'], build: buildGo },
  { id: 'java', name: 'Java', end: 'java', version: ['java', '--version'], build: buildJava },
  { id: 'php', name: 'PHP', end: 'php', version: ['php', '--version'], build: () => buildPhp },
  { id: 'python', name: 'Python', end: 'python', version: ['python3', '--version'], build: () => buildPython },
  { id: 'node', name: 'Node.js', end: 'node', version: NODE, build: () => buildNode },
  { id: 'csharp', name: 'C#', end: 'cs', version: ['mono', '--version'], build: buildCSharp },
  { id: 'cpp', name: 'C++', end: 'cpp', version: ['g++', '--version'], build: () => buildCpp },
]

function ofTencentyun({ id, name, end, version, build }: Language): Program {
  return { id, name, repository: `tencentyun/tls-sig-api-v2-${end}`, version, build: build('tencentyun') }
}

/** The edition of the organization Tencent-RTC, which calls itself tencentcloud in its code. */
function ofTencentRtc({ id, name, end, version, build }: Language): Program {
  const repository = `Tencent-RTC/tls-sig-api-v2-${end}`
  return { id: `rtc-${id}`, name: `${name}, RTC`, repository, version, build: build('tencentcloud') }
}

/** The official programs for servers. */
export const SERVERS: readonly Program[] = [
  ...LANGUAGES.map(ofTencentyun),
  // There is none for C++.
  ...LANGUAGES.filter(({ id }) => id !== 'cpp').map(ofTencentRtc),
]

const LIBRARY = 'debug/lib-generate-test-usersig-es.min.js'

/** The test generators for clients that run here. */
export const GENERATORS: readonly Program[] = [
  {
    id: 'kits',
    name: 'Kits: web, React Native, mini program',
    repository: 'Tencent-RTC/TUICallKit',
    version: NODE,
    build: buildGenerator(`ReactNative/src/${LIBRARY}`),
  },
  {
    id: 'uni-app',
    name: 'Kits: uni-app',
    repository: 'Tencent-RTC/TUICallKit',
    version: NODE,
    build: buildGenerator(`uni-app/TUICallKit-app/${LIBRARY}`),
  },
  {
    id: 'mac',
    name: 'Mac',
    repository: 'TencentCloud/TIMSDK',
    version: ['clang', '--version'],
    build: buildMac,
    quirk: 'the SDKAppID is signed as the lifetime',
  },
]

/** A folder of its own for what a program builds. */
export function buildProgram(program: Program, sources: string, folder: string): string {
  const own = join(folder, program.id)
  mkdirSync(own, { recursive: true })
  return program.build(join(sources, program.repository), own)
}
