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

const GO = ['go', 'version']
const JAVA = ['java', '--version']
const PHP = ['php', '--version']
const PYTHON = ['python3', '--version']
const NODE = [process.execPath, '--version']
const MONO = ['mono', '--version']

function server(id: string, name: string, repository: string, version: readonly string[], build: Build): Program {
  return { id, name, repository: `tencentyun/tls-sig-api-v2-${repository}`, version, build }
}

/** The edition of the organization Tencent-RTC, which calls itself tencentcloud in its code. */
function edition(of: string, name: string, repository: string, version: readonly string[], build: Build): Program {
  return { id: `rtc-${of}`, name, repository: `Tencent-RTC/tls-sig-api-v2-${repository}`, version, build }
}

/** The official programs for servers. */
export const SERVERS: readonly Program[] = [
  server('go', 'Go', 'golang', GO, buildGo('tencentyun')),
  server('java', 'Java', 'java', JAVA, buildJava('tencentyun')),
  server('php', 'PHP', 'php', PHP, buildPhp),
  server('python', 'Python', 'python', PYTHON, buildPython),
  server('node', 'Node.js', 'node', NODE, buildNode),
  server('csharp', 'C#', 'cs', MONO, buildCSharp('tencentyun')),
  server('cpp', 'C++', 'cpp', ['g++', '--version'], buildCpp),
  edition('go', 'Go, RTC', 'golang', GO, buildGo('tencentcloud')),
  edition('java', 'Java, RTC', 'java', JAVA, buildJava('tencentcloud')),
  edition('php', 'PHP, RTC', 'php', PHP, buildPhp),
  edition('python', 'Python, RTC', 'python', PYTHON, buildPython),
  edition('node', 'Node.js, RTC', 'node', NODE, buildNode),
  edition('csharp', 'C#, RTC', 'cs', MONO, buildCSharp('tencentcloud')),
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
