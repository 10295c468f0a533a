import assert from 'node:assert/strict'
import { setTimeout as wait } from 'node:timers/promises'
import { begin, REFUSALS } from './cases/refused-bodies.ts'
import { USER_HEADER } from './fixture.ts'
import { RawClient } from './raw-client.ts'
import { type ContractTarget, type ResolvedTarget, resolveTarget } from './target.ts'

/** An app that can be asked to finish. */
export interface StoppableTarget extends ContractTarget {
  /** Lets the app finish what it is at, as after SIGTERM, and resolves when it is down. */
  readonly stop: () => Promise<unknown>
}

/** A second after its last answer the app has to be down; the rest is for a machine that has other things to do. */
const PATIENCE = 2500

/** What may keep a server from its end: each opens a connection, and resolves when the app may be told to stop. */
const OPEN_CONNECTIONS: Readonly<Record<string, (target: ResolvedTarget) => Promise<RawClient>>> = {
  'after a refused body that never came to its end': async (target) => {
    const refusal = REFUSALS['an unsigned webhook of Chat']
    assert.ok(refusal)
    const client = begin(target, refusal, 'Content-Length: 20000').write('{"half of it":')
    await client.answers(1)
    return client
  },
  'with a connection that is kept': async (target) => {
    const client = ask(target, 'alice')
    await client.answers(1)
    return client
  },
  'with a request on its way': async (target) => {
    const client = ask(target, 'limiter-hangs')
    // Until here nothing but the kernel has the request.
    await wait(100)
    return client
  },
}

/** What an app has to do when it is told to stop. */
export const shutdownCases = Object.entries(OPEN_CONNECTIONS).map(([name, open]) => ({
  name: `is down within a second of its last answer ${name}`,
  /** Rejects when the app is not down in time. It stops the app. */
  async run(target: StoppableTarget): Promise<void> {
    const client = await open(resolveTarget(target))
    try {
      const stopped = target.stop()
      await client.answers(1)
      const late = wait(PATIENCE, 'late' as const, { ref: false })
      assert.notEqual(await Promise.race([stopped, late]), 'late', 'the app is not down')
    } finally {
      client.destroy()
    }
  },
}))

function ask({ baseUrl, issueUrl }: ResolvedTarget, user: string): RawClient {
  const { host, pathname } = new URL(issueUrl)
  const lines = [`POST ${pathname} HTTP/1.1`, `Host: ${host}`, `${USER_HEADER}: ${user}`, 'Content-Length: 0', '', '']
  return new RawClient(baseUrl).write(lines.join('\r\n'))
}
