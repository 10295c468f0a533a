import { computed, signal } from '@preact/signals'
import type { Happening } from '../../server/activity.ts'
import { skew } from '../state/skew.ts'
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
  /** Counts up in the order in which the page heard of it. */
  readonly seq: number
  /** Milliseconds since 1970, by the clock of this device. */
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
  // What the server did while nobody listened comes late, and has its place before.
  entries.value = [...entries.value, entry].sort((a, b) => a.at - b.at || a.seq - b.seq).slice(-KEPT)
}

export function note(event: PageEvent): void {
  add({ side: 'page', seq: ++lastSeq, at: Date.now(), ...event })
}

/** What was heard last, by the clock of the server. */
let last = { at: 0, id: 0 }

function hear(happening: Happening): void {
  const { at, id } = happening
  totals.value = happening.totals
  // A stream begins with what the server kept; a server that was started anew counts from the beginning, but later.
  if (at < last.at || (at === last.at && id <= last.id)) return
  last = { at, id }
  add({ side: 'server', seq: ++lastSeq, ...happening, at: at + skew.value * 1000 })
}

/** First and longest pause before a stream that ended is opened again, in milliseconds. */
const FIRST_PAUSE = 500
const LONGEST_PAUSE = 2000
/** A server that says nothing for so long is not there any more: it speaks every five seconds. */
const SILENCE = 12_000

/** Listens to the server until the returned function is called. */
export function listen(): () => void {
  let source: EventSource | undefined
  let timer: ReturnType<typeof setTimeout>
  let watch: ReturnType<typeof setTimeout>
  let pause = FIRST_PAUSE
  const retry = () => {
    connected.value = false
    source?.close()
    clearTimeout(watch)
    clearTimeout(timer)
    timer = setTimeout(open, pause)
    pause = Math.min(2 * pause, LONGEST_PAUSE)
  }
  const heard = () => {
    clearTimeout(watch)
    watch = setTimeout(retry, SILENCE)
  }
  function open() {
    source = new EventSource('api/activity')
    heard()
    source.onopen = () => {
      // It may be another server than before, and somebody else may be logged in.
      void meetServer()
      pause = FIRST_PAUSE
      connected.value = true
    }
    source.onmessage = ({ data }) => {
      heard()
      hear(JSON.parse(data))
    }
    source.addEventListener('pulse', heard)
    source.addEventListener('totals', ({ data }) => {
      totals.value = JSON.parse(data)
    })
    // The browser itself would never again ask a server that once answered with an error, as one does that ends.
    source.onerror = retry
  }
  const reopen = () => {
    source?.close()
    clearTimeout(timer)
    pause = FIRST_PAUSE
    open()
  }
  addEventListener('online', reopen)
  addEventListener('offline', retry)
  open()
  return () => {
    removeEventListener('online', reopen)
    removeEventListener('offline', retry)
    clearTimeout(timer)
    clearTimeout(watch)
    source?.close()
    connected.value = false
  }
}
