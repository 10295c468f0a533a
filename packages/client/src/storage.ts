/**
 * Keeps tickets over a reload, and lets the tabs of a browser share them.
 *
 * @module
 */
import type { StoreHost, TicketStorage } from './store.ts'
import type { Task } from './task.ts'
import { type IssuedTickets, readTickets, toBody } from './tickets.ts'

export type { TicketStorage } from './store.ts'

/** Where tickets outlive the page: `localStorage`, `sessionStorage`, React Native's AsyncStorage. */
export interface SourceStorage {
  /** The stored value of a key. */
  getItem(key: string): string | null | undefined | Promise<string | null | undefined>
  /** Keeps a text under a key; it holds a ticket. */
  setItem(key: string, value: string): unknown
  /** Forgets it. */
  removeItem(key: string): unknown
}

/** A storage that takes longer counts as one that does not work, in seconds. */
const STORAGE_TIMEOUT = 2

/** Opens a storage, which may throw, fail or hang: then there is nothing in it, and tickets are fetched. */
function open(storage: SourceStorage | (() => SourceStorage | null | undefined)) {
  let opened: SourceStorage | null | undefined
  try {
    opened = typeof storage === 'function' ? storage() : storage
  } catch {
    // A browser may forbid it, as in a sandboxed frame.
  }
  /** Uses the storage; `undefined` if it does not work. One that hung is not waited for again. */
  return async <T>(use: (storage: SourceStorage) => T | Promise<T>): Promise<T | undefined> => {
    if (!opened) return undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    const late = new Promise<undefined>((resolve) => {
      timer = setTimeout(() => {
        opened = undefined
        resolve(undefined)
      }, STORAGE_TIMEOUT * 1000)
    })
    try {
      return await Promise.race([use(opened), late])
    } catch {
      return undefined
    } finally {
      clearTimeout(timer)
    }
  }
}

/** Lets one tab at a time work, where the browser can; a tab that keeps the others waiting is not waited for. */
async function alone<T>(key: string, task: Task, work: () => Promise<T>): Promise<T> {
  const locks = (globalThis.navigator as Navigator | undefined)?.locks
  if (!locks) return await work()
  const impatience = new AbortController()
  const timer = setTimeout(() => impatience.abort(), (task.left() / 2) * 1000)
  let started = false
  try {
    const granted = locks.request(key, { signal: impatience.signal }, () => {
      clearTimeout(timer)
      started = true
      return work()
    })
    return await task.race('another tab', granted)
  } catch (error) {
    if (started) throw error
    return await work()
  } finally {
    clearTimeout(timer)
  }
}

/** Reads what a storage holds under the host's key, if it is for the host and still valid. */
function parse(text: string | null | undefined, { slot, userId, clock }: StoreHost): IssuedTickets | undefined {
  try {
    const [ahead, held] = JSON.parse(text as string)
    const tickets = readTickets(held, slot.room, userId, 0)
    if (typeof tickets === 'string') return undefined
    // The device's clock may have been set since: the difference counts only where it makes tickets end sooner.
    if (ahead > clock.ahead()) clock.set(Date.now() / 1000 + ahead)
    return clock.ifValid(tickets)
  } catch {
    return undefined
  }
}

/**
 * Tells the other tabs what was stored, or `null` for a logout, and hears it of them: by a channel where there is one, else
 * by the events of `localStorage`, which another tab may for a moment still read as it was.
 */
function connect(key: string, onOther: (text: string | null) => void) {
  const channel = globalThis.BroadcastChannel && new BroadcastChannel(key)
  const onStorage = (event: StorageEvent) => {
    if (event.key === key) onOther(event.newValue)
  }
  if (channel) {
    channel.onmessage = ({ data }) => onOther(data)
    // Node keeps a process alive for an open channel.
    ;(channel as { unref?: () => void }).unref?.()
  } else globalThis.addEventListener?.('storage', onStorage)
  return {
    tell: (text: string | null) => channel?.postMessage(text),
    close() {
      channel?.close()
      globalThis.removeEventListener?.('storage', onStorage)
    },
  }
}

/**
 * Makes the option `storage` of a source. All tabs with the same storage, endpoint and user then share one renewal and
 * one logout. A storage that is missing, full, broken or slow costs requests, nothing else.
 *
 * @param storage - The storage; a function is called once, and may throw where there is none.
 * @throws TypeError from `createUserSigSource` if it has no `userId`.
 * @example
 * const source = createUserSigSource({ endpoint: '/usersig', userId: 'alice', storage: keepIn(() => localStorage) })
 */
export function keepIn(storage: SourceStorage | (() => SourceStorage | null | undefined)): TicketStorage {
  return (host) => {
    const { endpoint = '', userId, slot, clock } = host
    if (!userId) throw new TypeError('`storage` needs `userId`: the tickets of one user must not reach the next')
    const key = `usersig:${endpoint}:${userId}:${toBody(slot.room)}`
    const use = open(storage)
    /** What another tab put there: newer than what is at hand. */
    const pickNews = (text: string | null | undefined) => {
      const kept = parse(text, host)
      return kept && kept.issuedAt > (slot.held?.issuedAt ?? 0) ? kept : undefined
    }
    const readNews = async () => pickNews(await use((opened) => opened.getItem(key)))
    const remove = () => use((opened) => opened.removeItem(key))

    const tabs = connect(key, (text) => {
      const news = pickNews(text)
      if (!text || news) host.take(news)
      // This tab may have written at the very moment of the logout.
      if (!text) void remove()
    })

    async function write(tickets: IssuedTickets): Promise<void> {
      const text = JSON.stringify([clock.ahead(), tickets])
      const written = await use(async (opened) => {
        await opened.setItem(key, text)
        return true
      })
      if (written) tabs.tell(text)
    }

    return {
      async find(task, ask) {
        if (!clock.ifValid(slot.held)) {
          const kept = await task.race('the storage', readNews())
          if (kept && !task.fresh) return kept
          if (slot.task === task) slot.held = kept
        }
        const before = slot.held
        return await alone(key, task, async () => {
          // Another tab may have been faster, and told it already, or not yet.
          const news = (await task.race('the storage', readNews())) ?? clock.ifValid(slot.held)
          if (news && news !== before) return news
          const tickets = await ask()
          if (slot.task === task) await task.race('the storage', write(tickets))
          return tickets
        })
      },
      async close(forget) {
        if (forget) tabs.tell(null)
        tabs.close()
        if (forget) await remove()
      },
    }
  }
}
