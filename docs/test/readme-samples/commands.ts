import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ROOT } from '../../generate/root.ts'
import type { Block } from './blocks.ts'

/** One command of a block of command lines, without its variables. */
export interface CommandLine {
  readonly program: string
  readonly args: readonly string[]
}

/** Takes a block of command lines apart: pipes, lists and substitutions become commands of their own. */
export function parseCommands(code: string): CommandLine[] {
  return code
    .replaceAll('\\\n', ' ')
    .split('\n')
    .flatMap((line) => splitAt(line.replace(/[$<]\(([^)]*)\)/g, '; $1 ;')))
    .map((words) => words.slice(words.findIndex((word) => !/^(export|\w+=.*)$/.test(word))))
    .filter(([program]) => program !== undefined && !/^(export|\w+=.*)$/.test(program))
    .map(([program = '', ...args]) => ({ program, args }))
}

/** The words of a line, command by command; a comment ends it. */
function splitAt(line: string): string[][] {
  const commands: string[][] = [[]]
  for (const [word] of line.matchAll(/#.*$|&&|\|\||[|;&]|(?:'[^']*'|"[^"]*"|[^\s'"|;&])+/g)) {
    if (word.startsWith('#')) break
    if (/^(&&|\|\||[|;&])$/.test(word)) commands.push([])
    else commands.at(-1)?.push(word.replace(/'([^']*)'|"([^"]*)"/g, '$1$2'))
  }
  return commands
}

/** What is wrong with a block of command lines: what it names and is not there. */
export function findFaults(block: Block): string[] {
  const folder = join(ROOT, dirname(block.file))
  const commands = parseCommands(block.code)
  const away = commands.findIndex(({ program, args: [to = ''] }) => program === 'cd' && !existsSync(join(folder, to)))
  return commands.flatMap(({ program, args }, index) => {
    const check = PROGRAMS[program]
    if (!check) return `nobody knows the program ${program}`
    // In a folder that the reader has made, scripts are the reader's.
    if (away >= 0 && index > away && program === 'npm' && args[0] === 'run') return []
    return check(args, folder) ?? []
  })
}

type Check = (args: readonly string[], folder: string) => string | undefined

const words = (args: readonly string[]) => args.filter((arg) => !arg.startsWith('-'))

const PROGRAMS: Readonly<Record<string, Check>> = {
  npm: checkNpm,
  npx: ([name = '', ...args]) => {
    if (name === 'usersig') return checkUserSig(args)
    if (name === 'usersig-service') return checkService(args)
    // Programs of others, by their major version or their newest: nothing here names them.
    return ['wrangler@4', 'create-next-app@latest'].includes(name) ? undefined : `nobody knows the program ${name}`
  },
  usersig: checkUserSig,
  bun: ([name = '', ...args], folder) => checkPackageManager(name, args, folder),
  deno: ([name = '', ...args], folder) => checkPackageManager(name, args, folder),
  node: (args, folder) => {
    const [file = ''] = words(args)
    // The first sample of a README, which the reader saves under a name of the reader's.
    if (/^(server|app|main)\.(m?js|ts)$/.test(file)) return undefined
    return [folder, join(folder, 'samples')].some((each) => existsSync(join(each, file)))
      ? undefined
      : `no file ${file}`
  },
  cp: (args, folder) => {
    const missing = words(args)
      .slice(0, -1)
      .find((file) => !existsSync(join(folder, file)))
    return missing && `no file ${missing}`
  },
  cd: () => undefined,
  curl: () => undefined,
  echo: () => undefined,
  pbpaste: () => undefined,
  source: () => undefined,
}

function checkNpm([name = '', ...args]: readonly string[], folder: string): string | undefined {
  if (name === 'install') return words(args).map(findUnknownPackage).find(Boolean)
  if (name === 'create') return findUnknownGenerator(words(args)[0] ?? '')
  const script = name === 'run' ? words(args)[0] : name
  const own = scriptsOf(folder)
  const scripts = own[script ?? ''] ? own : scriptsOf(ROOT)
  if (!scripts[script ?? '']) return `no script ${script}`
  return args.includes('--') ? findUnknownFlag(script ?? '', args.slice(args.indexOf('--') + 1)) : undefined
}

/** `npm create usersig` runs the package `create-usersig`. */
function findUnknownGenerator(name: string): string | undefined {
  return existsSync(join(ROOT, 'packages', `create-${name}`)) ? undefined : `no package create-${name}`
}

/** `install`, and scripts with or without a word in front. */
function checkPackageManager(name: string, args: readonly string[], folder: string): string | undefined {
  if (name === 'install') return undefined
  if (name === 'run' && /^(server|app|main)\.ts$/.test(words(args).at(-1) ?? '')) return undefined
  const script = ['run', 'task'].includes(name) ? words(args)[0] : name
  return scriptsOf(folder)[script ?? ''] ? undefined : `no script ${script}`
}

function scriptsOf(folder: string): Record<string, string> {
  const file = join(folder, 'package.json')
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')).scripts ?? {}) : {}
}

/** Packages of the repository, and those of others that it works with. */
function findUnknownPackage(name: string): string | undefined {
  const folder = name === 'usersig' ? 'cli' : /^@usersig\/(.*)$/.exec(name)?.[1]
  if (folder !== undefined) return existsSync(join(ROOT, 'packages', folder)) ? undefined : `no package ${name}`
  // Tencent's own, which are named and not used.
  if (name.startsWith('tencentcloud-sdk-nodejs')) return undefined
  const catalog = readFileSync(join(ROOT, 'pnpm-workspace.yaml'), 'utf8')
  // A package may be named with its major version.
  const bare = name.replace(/(?<=.)@\d+$/, '')
  return new RegExp(`^  '?${bare}'?: `, 'm').test(catalog) ? undefined : `${name} is not in the catalog`
}

/** Programs behind scripts, whose flags stand in their sources. */
const SOURCES: Readonly<Record<string, string>> = {
  attacks: 'proof/attacks/src/main.ts',
  demo: 'proof/demo/src/main.ts',
  fuzz: 'proof/fuzz/src/main.ts',
}

function findUnknownFlag(script: string, args: readonly string[]): string | undefined {
  const source = readFileSync(join(ROOT, SOURCES[script] ?? ''), 'utf8')
  return args.filter((arg) => arg.startsWith('--')).find((flag) => !source.includes(flag.slice(2)))
}

const helps = new Map<string, string>()

function checkUserSig(args: readonly string[]): string | undefined {
  const [command = '', ...rest] = args
  if (!/^[a-z]+$/.test(command)) return undefined
  const known = helps.get(command) ?? helpOf(command)
  helps.set(command, known)
  // Two names of one command: `doctor|explain`.
  const names = /^Usage: usersig ([\w|-]+) /.exec(known)?.[1]?.split('|') ?? []
  if (!names.includes(command)) return `usersig has no command ${command}`
  return rest.filter((arg) => /^--?[a-z]/.test(arg)).find((flag) => !new RegExp(`(^|[ ,])${flag}[ ,]`, 'm').test(known))
}

/** Each flag is one of the program's own help. */
function checkService(args: readonly string[]): string | undefined {
  const program = join(ROOT, 'packages/service/dist/esm/bin.js')
  const known = spawnSync(process.execPath, [program, '--help'], { encoding: 'utf8' }).stdout
  const unknown = args.filter((arg) => arg.startsWith('--')).find((flag) => !known.includes(`${flag} `))
  return unknown === undefined ? undefined : `usersig-service has no ${unknown}`
}

function helpOf(command: string): string {
  const program = join(ROOT, 'packages/cli/dist/main.js')
  return spawnSync(process.execPath, [program, command, '--help'], { encoding: 'utf8' }).stdout
}
