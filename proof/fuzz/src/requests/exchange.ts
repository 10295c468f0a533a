import { connect } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import type { Wire } from './attempt.ts'

/** One answer as it came over the wire. */
export interface Reply {
  readonly status: number
  /** Head and body. */
  readonly text: string
}

/** How long to wait for a server that says nothing, and for more after its answer, in milliseconds. */
const PATIENCE = { silence: 80, more: 8 } as const

/** Writes bytes to a server, and returns all that comes until it closes or says no more. */
export async function exchange(
  port: number,
  { parts, hangUp }: Wire,
  patience: number = PATIENCE.silence,
): Promise<Reply[]> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true })
  socket.setEncoding('latin1')
  let received = ''
  let written = false
  const done = new Promise<void>((resolve) => {
    const wait = () => {
      const complete = written && received !== '' && isComplete(received)
      socket.setTimeout(complete ? PATIENCE.more : patience)
    }
    socket.on('data', (text: string) => {
      received += text
      wait()
    })
    socket.on('timeout', () => written && resolve())
    // Who is refused may be reset while still writing: what came before counts.
    socket.on('error', () => resolve())
    socket.on('close', () => resolve())
    socket.on('end', () => resolve())
    void write(socket, parts).then(() => {
      written = true
      if (hangUp) resolve()
      else wait()
    })
  })
  await done
  socket.destroy()
  return split(received)
}

async function write(socket: ReturnType<typeof connect>, parts: readonly Buffer[]): Promise<void> {
  for (const [index, part] of parts.entries()) {
    if (index > 0) await setTimeout(1)
    if (socket.destroyed || socket.writableEnded) return
    await new Promise((resolve) => socket.write(part, resolve))
  }
}

function isComplete(received: string): boolean {
  const { text } = split(received).at(-1) ?? { text: '' }
  const end = text.indexOf('\r\n\r\n')
  if (end < 0) return false
  const length = /\r\ncontent-length: *(\d+)/i.exec(text.slice(0, end))
  return length ? text.length >= end + 4 + Number(length[1]) : /\r\n0\r\n\r\n$/.test(text)
}

function split(received: string): Reply[] {
  return received
    .split(/(?=HTTP\/1\.[01] \d{3})/)
    .filter((text) => text !== '')
    .map((text) => ({ status: Number(/^HTTP\/1\.[01] (\d{3})/.exec(text)?.[1] ?? 0), text }))
}
