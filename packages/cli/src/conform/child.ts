import { type ChildProcess, spawn } from 'node:child_process'
import type { Readable, Writable } from 'node:stream'

/** A command that runs as a shell runs it. */
export interface Child {
  readonly stdin: Writable
  readonly stdout: Readable
  readonly stderr: Readable
  /** Resolves when it is over: its exit code, or why it did not start. */
  readonly ended: Promise<string>
  /** Ends it, with all that it started. */
  end(): void
}

/** Starts the user's own command, with further variables in its environment. */
export function startChild(line: string, variables: Readonly<Record<string, string>> = {}): Child {
  const isWindows = process.platform === 'win32'
  // A group of its own, so that all of it can be ended.
  const child = spawn(line, {
    shell: true,
    env: { ...process.env, ...variables },
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: !isWindows,
  })
  // A program that reads nothing may close its input.
  child.stdin.on('error', () => {})
  const { stdin, stdout, stderr } = child
  return { stdin, stdout, stderr, ended: waitFor(child), end: () => endGroup(child, isWindows) }
}

async function waitFor(child: ChildProcess): Promise<string> {
  return await new Promise((resolve) => {
    child.on('close', (code, signal) => resolve(String(code ?? signal))).on('error', ({ message }) => resolve(message))
  })
}

function endGroup(child: ChildProcess, isWindows: boolean): void {
  if (isWindows || child.pid === undefined) {
    child.kill('SIGKILL')
    return
  }
  try {
    process.kill(-child.pid, 'SIGKILL')
  } catch {
    // It has ended by itself.
  }
}
