import { cpSync, mkdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { runToEnd } from '../../pack-check/process.mjs'
import { root } from '../packages.mjs'

/** The most that a command may print, in bytes. */
const MAX_OUTPUT = 1e8

/** A copy of the work tree, with what is not committed yet, in which a release can be made for trial. */
export class Copy {
  constructor(folder) {
    this.folder = folder
    const path = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH'
    const bin = join(folder, 'node_modules', '.bin')
    this.env = { ...process.env, [path]: [bin, process.env[path]].join(delimiter), TURBO_TELEMETRY_DISABLED: '1' }
  }

  run(command, ...args) {
    return this.runIn(this.env, command, ...args)
  }

  runIn(env, command, ...args) {
    return runToEnd(command, args, { cwd: this.folder, env, maxBuffer: MAX_OUTPUT })
  }

  /** Runs what is to fail, and gives what it said. */
  runInVain(command, ...args) {
    try {
      this.run(command, ...args)
    } catch (error) {
      return error.message
    }
    throw new Error(`${command} ${args.join(' ')} should have failed`)
  }
}

export function copyWorkTree(to) {
  const list = runToEnd('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root })
  const deleted = new Set(runToEnd('git', ['ls-files', '-z', '--deleted'], { cwd: root }).split('\0'))
  for (const file of list.split('\0').filter((name) => name && !deleted.has(name))) {
    mkdirSync(join(to, file, '..'), { recursive: true })
    cpSync(join(root, file), join(to, file))
  }
  const copy = new Copy(to)
  copy.run('git', 'init', '--quiet')
  commit(copy, 'before')
  return copy
}

export function commit(copy, message) {
  const author = ['-c', 'user.name=rehearsal', '-c', 'user.email=rehearsal@localhost', '-c', 'commit.gpgsign=false']
  copy.run('git', 'add', '--all')
  copy.run('git', ...author, 'commit', '--quiet', '--allow-empty', `--message=${message}`)
}

/** What must be the same before and after: the rehearsal leaves no trace. */
export function stateOfWorkTree() {
  const state = ['status --porcelain', 'rev-parse HEAD', 'stash list', 'tag', 'diff HEAD']
  return state.map((command) => runToEnd('git', command.split(' '), { cwd: root, maxBuffer: MAX_OUTPUT })).join('\n')
}
