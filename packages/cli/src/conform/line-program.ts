import { createInterface } from 'node:readline'
import { MAX_ANSWER } from '../limits.ts'
import { words } from '../words/index.ts'
import { type Child, startChild } from './child.ts'
import type { Fault } from './score.ts'

/** What a program answers to one line. */
export interface LineAnswer {
  readonly ticket?: unknown
  readonly valid?: unknown
  readonly error?: unknown
  readonly unsupported?: unknown
}

/** A program that answers each line of JSON with a line of JSON. */
export interface LineProgram {
  ask(request: Readonly<Record<string, unknown>>): Promise<LineAnswer | Fault>
  close(): Promise<void>
}

/** Starts the program; one that ends, hangs or prints something else is started again with the next question. */
export function openLineProgram(line: string, timeout: number): LineProgram {
  let session: Session | undefined
  return {
    async ask(request) {
      session ??= openSession(line)
      const answer = await session.ask(JSON.stringify(request), timeout)
      const parsed = typeof answer === 'string' ? parse(answer) : answer
      // What follows such a line may belong to this question as well as to the next.
      if ('message' in parsed && 'action' in parsed) {
        session.child.end()
        session = undefined
      }
      return parsed
    },
    async close() {
      session?.child.stdin.end()
      session?.child.end()
      await session?.child.ended
    },
  }
}

interface Session {
  readonly child: Child
  ask(text: string, timeout: number): Promise<string | Fault>
}

function openSession(line: string): Session {
  const child = startChild(line)
  // What it says on the side is not read, and must not fill the pipe.
  child.stderr.resume()
  let settle: ((answer: string | Fault) => void) | undefined
  let length = 0
  const fail = (code: string, message: string) => settle?.({ code, message, action: '' })
  child.stdout.on('data', (chunk: Buffer) => {
    length += chunk.length
    if (length > MAX_ANSWER) fail('too_long', words.conform.tooLong)
  })
  createInterface({ input: child.stdout }).on('line', (answer) => settle?.(answer))
  let over: string | undefined
  child.ended.then((code) => {
    over = code
    fail('failed', words.conform.failed(code))
  })
  return {
    child,
    ask: async (text, timeout) =>
      await new Promise((resolve) => {
        const timer = setTimeout(() => fail('no_answer', words.conform.noAnswer(timeout)), timeout * 1000)
        length = 0
        settle = (answer) => {
          clearTimeout(timer)
          settle = undefined
          resolve(answer)
        }
        if (over === undefined) child.stdin.write(`${text}\n`)
        else fail('failed', words.conform.failed(over))
      }),
  }
}

function parse(line: string): LineAnswer | Fault {
  try {
    const answer: unknown = JSON.parse(line)
    if (typeof answer === 'object' && answer !== null) return answer
  } catch {
    // Said below.
  }
  return { code: 'no_json', message: words.conform.noJson, action: words.conform.noJsonHint }
}
