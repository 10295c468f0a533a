import { computed, signal } from '@preact/signals'
import type { Happening } from '../../server/activity.ts'
import { meetServer } from './server.ts'

/** Something that this page did. */
export interface PageEvent {
  readonly kind: 'asks' | 'renewed' | 'failed' | 'retries' | 'unreachable'
  /** How often the same request was sent before, for `asks`. */
  readonly attempt?: number
  readonly code?: string
  readonly expire?: number
}

interface Arrival {
  /** Counts up in the order in which the page heard of it: the clocks of both sides may differ. */
  readonly seq: number
  readonly at: number
}

export type LogEntry = Arrival & ((Happening & { readonly side: 'server' }) | (PageEvent & { readonly side: 'page' }))

const KEPT = 60

const entries = signal<readonly LogEntry[]>([])
let lastSeq = 0

/** Whether the server's stream is open. */
export const connected = signal(false)

/** How many tickets the server has issued and refused since it was started. */
export const totals = signal<Happening['totals']>({ issued: 0, refused: 0 })

/** What both sides did, the latest first. */
export const log = computed<readonly LogEntry[]>(() => [...entries.value].reverse())

function add(entry: LogEntry): void {
  entries.value = [...entries.value, entry].slice(-KEPT)
}

export function note(event: PageEvent): void {
  add({ side: 'page', seq: ++lastSeq, at: Date.now(), ...event })
}

function hear(happening: Happening): void {
  totals.value = happening.totals
  // A stream begins with what the server kept, and one that was started anew counts from the beginning.
  const known = entries.value.some(
    (entry) => entry.side === 'server' && entry.id === happening.id && entry.at === happening.at,
  )
  if (!known) add({ side: 'server', seq: ++lastSeq, ...happening })
}

/** First and longest pause before a stream that ended is opened again, in milliseconds. */
const FIRST_PAUSE = 1000
const LONGEST_PAUSE = 15_000

/** Listens to the server until the returned function is called. */
export function listen(): () => void {
  let source: EventSource
  let timer: ReturnType<typeof setTimeout>
  let pause = FIRST_PAUSE
  const open = () => {
    source = new EventSource('/api/activity')
    source.onopen = () => {
      // It may be another server than before.
      if (pause !== FIRST_PAUSE) void meetServer()
      pause = FIRST_PAUSE
      connected.value = true
    }
    source.onmessage = ({ data }) => hear(JSON.parse(data))
    // The browser itself would never again ask a server that once answered with an error, as one does that ends.
    source.onerror = () => {
      connected.value = false
      source.close()
      timer = setTimeout(open, pause)
      pause = Math.min(2 * pause, LONGEST_PAUSE)
    }
  }
  open()
  return () => {
    clearTimeout(timer)
    source.close()
    connected.value = false
  }
}
