import { connect, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

/** How long an answer, or the end of a connection, is waited for, in milliseconds. */
const PATIENCE = 4000

/** A client that writes to the socket what it likes, and keeps what comes back. */
export class RawClient {
  received = ''
  /** Bytes that went to the kernel, or beyond. */
  sent = 0
  readonly closed: Promise<void>
  readonly #socket: Socket
  #isOpen = true

  constructor(url: string) {
    const { hostname, port } = new URL(url)
    this.#socket = connect(Number(port), hostname).setEncoding('latin1')
    this.#socket.on('data', (part) => {
      this.received += part
    })
    // A reset is one way to hang up.
    this.#socket.on('error', () => {})
    this.closed = new Promise((resolve) => this.#socket.on('close', () => resolve()))
    this.closed.then(() => {
      this.#isOpen = false
    })
  }

  /** The status of each answer so far. */
  get statuses(): number[] {
    return [...this.received.matchAll(/HTTP\/1\.[01] (\d{3}) /g)].map(([, status]) => Number(status))
  }

  write(text: string): this {
    this.#socket.write(text, 'latin1')
    return this
  }

  /** Waits for a number of answers. Rejects when the server closes the connection without them, or keeps silent. */
  async answers(count: number): Promise<number[]> {
    for (const end = Date.now() + PATIENCE; this.statuses.length < count; await wait(5)) {
      if (!this.#isOpen || Date.now() > end) throw new Error(`${count} answers expected, but got: ${this.received}`)
    }
    return this.statuses
  }

  /** Writes as fast as the server reads, until the server hangs up. Rejects when that takes too much, or too long. */
  async flood(piece: string, maxBytes: number): Promise<void> {
    const late = wait(2 * PATIENCE, 'late' as const, { ref: false })
    while (!this.#socket.destroyed) {
      const written = new Promise<void>((resolve) => this.#socket.write(piece, 'latin1', () => resolve()))
      if ((await Promise.race([written, this.closed, late])) === 'late') throw new Error('the server never hangs up')
      this.sent += piece.length
      if (this.sent > maxBytes) throw new Error(`the server takes more than ${maxBytes} bytes of a refused body`)
    }
    await this.closed
  }

  async hangsUp(): Promise<void> {
    const late = wait(PATIENCE, 'late' as const, { ref: false })
    if ((await Promise.race([this.closed, late])) === 'late') throw new Error('the server keeps the connection')
  }

  destroy(): void {
    this.#socket.destroy()
  }
}
